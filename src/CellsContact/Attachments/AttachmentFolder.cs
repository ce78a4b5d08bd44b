using System.Security.Cryptography;
using System.Text;
using CellsContact.Contacts;

namespace CellsContact.Attachments;

/// <summary>The files of a folder of attachments: named by hashes, written whole or not at all, by one writer at a time over all processes.</summary>
internal sealed class AttachmentFolder
{
    private const string Extension = ".attachment";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private readonly string _folder;

    internal AttachmentFolder(string folder)
    {
        _folder = Path.GetFullPath(folder);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(_folder);
        else
            Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string Temporary => Path.Combine(_folder, "new.tmp");

    internal string PathOf(AttachmentKey key) => Path.Combine(_folder, $"{Hash(key.Contact.ToString())}-{Hash(key.Id)}{Extension}");

    /// <summary>The path of a file that was listed by its name; <c>null</c> where it is none of this folder's names.</summary>
    internal string? PathOf(string name) =>
        name.EndsWith(Extension, StringComparison.Ordinal) && name[..^Extension.Length].All(sign => char.IsAsciiHexDigitLower(sign) || sign == '-') ? Path.Combine(_folder, name) : null;

    internal IEnumerable<string> All() => Directory.EnumerateFiles(_folder, $"*{Extension}");

    internal IEnumerable<string> Of(ContactKey contact) => Directory.EnumerateFiles(_folder, $"{Hash(contact.ToString())}-*{Extension}");

    /// <summary>Opens a file for reading, or answers <c>null</c> where there is none. Whoever replaces it meanwhile does not disturb.</summary>
    internal static FileStream? TryOpen(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (UnauthorizedAccessException denied)
        {
            throw Denied(Path.GetDirectoryName(path)!, denied);
        }
    }

    /// <summary>The right to write, until it is disposed. A process that dies gives it back.</summary>
    internal async Task<IDisposable> LockAsync(CancellationToken token)
    {
        long begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            token.ThrowIfCancellationRequested();
            FileStream? held = TryLock();
            if (held is not null)
            {
                // Whatever lies there was being written by a process that died.
                File.Delete(Temporary);
                return held;
            }

            if (TimeProvider.System.GetElapsedTime(begun) > s_patience)
            {
                throw new IOException(new BilingualText(
                    $"添付ファイルのフォルダー「{_folder}」は他のプログラムが使用中です。しばらくしてからもう一度実行してください。",
                    $"Another program is writing in the folder of attached files {_folder}. Try again in a while.").ToString());
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), token).ConfigureAwait(false);
        }
    }

    /// <summary>Puts a file in its place, new or over what is there. Only under the lock.</summary>
    internal void Write(string path, ReadOnlySpan<byte> header, ReadOnlySpan<byte> content)
    {
        using (FileStream temporary = new(Temporary, Options(FileMode.CreateNew)))
        {
            temporary.Write(header);
            temporary.Write(content);
            temporary.Flush(flushToDisk: true);
        }

        File.Move(Temporary, path, overwrite: true);
        if (!OperatingSystem.IsWindows())
            FolderFlush.Try(_folder);
    }

    private FileStream? TryLock()
    {
        try
        {
            return new(Path.Combine(_folder, "lock"), Options(FileMode.OpenOrCreate));
        }
        catch (IOException busy) when (IsSharingViolation(busy))
        {
            return null;
        }
        catch (UnauthorizedAccessException denied)
        {
            throw Denied(_folder, denied);
        }
    }

    private static IOException Denied(string folder, UnauthorizedAccessException denied) => new(
        new BilingualText(
            $"添付ファイルのフォルダー「{folder}」を読み書きできません。場所とアクセス権を確認してください。",
            $"The folder of attached files {folder} cannot be read or written. Check the path and the permissions.").ToString(),
        denied);

    private static FileStreamOptions Options(FileMode mode)
    {
        FileStreamOptions options = new() { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    /// <summary>Windows: sharing or lock violation; elsewhere the lock would block (EAGAIN on Linux, on macOS).</summary>
    private static bool IsSharingViolation(IOException error) => (error.HResult & 0xFFFF) is 32 or 33 or 11 or 35;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
