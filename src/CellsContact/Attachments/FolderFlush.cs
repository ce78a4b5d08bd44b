using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace CellsContact.Attachments;

/// <summary>Makes a rename in a folder outlast a power cut. .NET opens no folders, so the system is asked itself.</summary>
/// <remarks>The rename has happened by then: a file system that cannot do this is no error.</remarks>
[UnsupportedOSPlatform("windows")]
internal static class FolderFlush
{
    internal static void Try(string folder)
    {
        int handle = Open(Encoding.UTF8.GetBytes($"{folder}\0"), flags: 0);
        if (handle >= 0)
        {
            _ = Flush(handle);
            _ = Close(handle);
        }
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
