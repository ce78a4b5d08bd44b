using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OfficeDesk.Data;

/// <summary>Files that are replaced as a whole: whoever reads sees the old content or the new, never a part.</summary>
internal static class WholeFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a document and swaps it in. One writer at a time.</summary>
    public static async Task WriteAsync<T>(string file, T document, JsonTypeInfo<T> type, CancellationToken token) =>
        await WriteAsync(file, JsonSerializer.SerializeToUtf8Bytes(document, type), mode: null, token);

    /// <summary>Writes a document that nobody but the owner may read (mode 0600; on Windows the folder's permissions count).</summary>
    public static async Task WriteSecretAsync<T>(string file, T document, JsonTypeInfo<T> type, CancellationToken token) =>
        await WriteAsync(file, JsonSerializer.SerializeToUtf8Bytes(document, type), OwnerOnly, token);

    /// <summary>The same, of bytes.</summary>
    public static Task WriteSecretAsync(string file, byte[] content, CancellationToken token) => WriteAsync(file, content, OwnerOnly, token);

    private static async Task WriteAsync(string file, byte[] content, UnixFileMode? mode, CancellationToken token)
    {
        string temporary = file + ".new";
        File.Delete(temporary);
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (mode is not null && !OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;
        await using (FileStream stream = new(temporary, options))
        {
            await stream.WriteAsync(content, token);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, file, overwrite: true);
    }
}
