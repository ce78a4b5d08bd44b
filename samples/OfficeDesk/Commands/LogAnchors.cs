using CellsContact.Contacts;
using CellsContact.MyNumbers;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary>Anchors (控え) of the access log as they were kept: one as an argument, or a file with one a line among other lines.</summary>
internal static class LogAnchors
{
    /// <summary>Reads what was given.</summary>
    /// <exception cref="OfficeDeskException">It holds no anchor, or none of the establishment.</exception>
    public static IReadOnlyList<MyNumberLogAnchor> Read(string? written, string? file, EstablishmentId? only)
    {
        List<MyNumberLogAnchor> anchors = [];
        if (written is not null)
            anchors.Add(MyNumberLogAnchor.TryParse(written.Trim(), out MyNumberLogAnchor? anchor) ? anchor : throw NoAnchor("--anchor"));
        if (file is not null)
            anchors.AddRange(InFile(file));
        MyNumberLogAnchor[] wanted = [.. anchors.Where(anchor => only is null || anchor.Establishment == only)];
        return anchors.Count > 0 && wanted.Length == 0
            ? throw OfficeDeskException.BadInput($"控えは事業所 {only} のものではありません。", $"No anchor given is of the establishment {only}.")
            : wanted;
    }

    private static List<MyNumberLogAnchor> InFile(string file)
    {
        List<MyNumberLogAnchor> anchors = [];
        foreach (string line in Lines(file))
        {
            if (MyNumberLogAnchor.TryParse(line.Trim(), out MyNumberLogAnchor? anchor))
                anchors.Add(anchor);
        }

        return anchors.Count > 0 ? anchors : throw NoAnchor(Printable.Of(file));
    }

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw OfficeDeskException.BadInput(
                $"ファイル {Printable.Of(file)} を読めません。パスと権限を確かめてください。",
                $"The file {Printable.Of(file)} cannot be read: check the path and its permissions.");
        }
    }

    private static OfficeDeskException NoAnchor(string where) => OfficeDeskException.BadInput(
        $"{where} に控えがありません。控えは E001:12:3f… の形で、--verify が表示します。",
        $"There is no anchor in {where}: one looks like E001:12:3f… and is shown by --verify.");
}
