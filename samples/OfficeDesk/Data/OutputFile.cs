using OfficeDesk.Rendering;

namespace OfficeDesk.Data;

/// <summary>A file that is written where a person said, and nowhere else. The owner's alone: it came from a notice.</summary>
internal static class OutputFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="suggested">A safe name, for advice only.</param>
    /// <param name="content">What.</param>
    /// <param name="replaces">Whether a file that is there is replaced.</param>
    /// <param name="token">Cancels.</param>
    /// <exception cref="OfficeDeskException">It is there already, or it cannot be written.</exception>
    public static async Task WriteAsync(string path, string suggested, ReadOnlyMemory<byte> content, bool replaces, CancellationToken token)
    {
        string shown = Printable.Of(path);
        if (Directory.Exists(path))
        {
            throw OfficeDeskException.BadInput(
                $"{shown} はフォルダーです。ファイル名まで指定してください。例: --out \"{Path.Combine(shown, suggested)}\"",
                $"{shown} is a folder: name a file, e.g. --out \"{Path.Combine(shown, suggested)}\".");
        }

        FileStreamOptions options = new() { Mode = replaces ? FileMode.Create : FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        try
        {
            await using FileStream stream = new(path, options);
            await stream.WriteAsync(content, token);
        }
        catch (IOException) when (!replaces && File.Exists(path))
        {
            throw OfficeDeskException.Refused(
                $"{shown} はすでにあります。別の名前を指定するか、置き換えてよければ --force を付けてください。",
                $"{shown} is there already: name another file, or add --force to replace it.",
                "fileExists");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw OfficeDeskException.BadInput(
                $"{shown} に書き込めません。パスと権限を確かめてください。",
                $"{shown} cannot be written: check the path and its permissions.");
        }
    }
}
