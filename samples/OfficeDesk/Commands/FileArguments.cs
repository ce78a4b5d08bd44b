using System.CommandLine;
using CellsContact.Attachments;

namespace OfficeDesk.Commands;

/// <summary>Attached files named on the command line: <c>E001/c-0001/a1</c>.</summary>
internal static class FileArguments
{
    public static Argument<string> One() => new("FILE") { Description = "添付ファイル（E001/c-…/a1 の形。attachments list で分かります）" };

    /// <summary>The file.</summary>
    /// <exception cref="OfficeDeskException">It is malformed.</exception>
    public static AttachmentKey Of(string written) => AttachmentKey.TryParse(written, out AttachmentKey key)
        ? key
        : throw OfficeDeskException.BadInput(
            "添付ファイルの指定に誤りがあります。E001/c-0001/a1 のような形で指定してください。",
            "This is no attached file's key: write it like E001/c-0001/a1.");

    /// <summary>There is no such file for this operator.</summary>
    public static OfficeDeskException NotFound(AttachmentKey key) => new(
        ExitCode.BadInput,
        $"添付ファイル {Rendering.Printable.Of(key.ToString())} はありません。attachments list で確かめてください。",
        $"There is no attached file {Rendering.Printable.Of(key.ToString())}: look with attachments list.",
        "notFound");
}
