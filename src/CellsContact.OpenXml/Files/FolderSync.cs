using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace CellsContact.OpenXml.Files;

/// <summary>
/// Puts a folder's entries onto the disk, so that a rename survives a power cut. .NET opens no folders, hence libc.
/// The rename has happened by then: a file system that cannot do it is not an error.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static class FolderSync
{
    private const int ReadOnly = 0;

    public static void TryFlush(string folder)
    {
        int handle = Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly);
        if (handle < 0)
            return;
        _ = Flush(handle);
        _ = Close(handle);
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
