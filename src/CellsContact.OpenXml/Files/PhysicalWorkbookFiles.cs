namespace CellsContact.OpenXml.Files;

/// <summary>The file system itself.</summary>
internal sealed class PhysicalWorkbookFiles : IWorkbookFiles
{
    public static PhysicalWorkbookFiles Instance { get; } = new();

    public string Resolve(string path)
    {
        string full = Path.GetFullPath(path);
        return File.Exists(full) && File.ResolveLinkTarget(full, returnFinalTarget: true) is { } target ? target.FullName : full;
    }

    public Stream OpenRead(string path) =>
        new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16);

    public FileStamp? Stamp(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileStamp(file.Length, file.LastWriteTimeUtc, file.IsReadOnly) : null;
    }

    public IDisposable Lock(string path)
    {
        // On Unix the lock file stays: deleting it while another waits on it would give two holders.
        // The lock is the open handle, not the file, so the system releases it when a process is killed.
        FileOptions options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None;
        return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, options);
    }

    public Stream CreateTemporary(string path) => TemporaryFile.Create(path);

    public void Flush(Stream temporary) => ((TemporaryFile)temporary).FlushToDisk();

    public void Swap(string temporary, string workbook)
    {
        if (OperatingSystem.IsWindows())
        {
            // Replace keeps the workbook's access list and attributes, which a move would not.
            File.Replace(temporary, workbook, destinationBackupFileName: null);
            return;
        }

        File.SetUnixFileMode(temporary, File.GetUnixFileMode(workbook));
        File.Move(temporary, workbook, overwrite: true);
        FolderSync.TryFlush(Path.GetDirectoryName(workbook)!);
    }

    public void Place(string temporary, string workbook)
    {
        File.Move(temporary, workbook, overwrite: false);
        if (!OperatingSystem.IsWindows())
            FolderSync.TryFlush(Path.GetDirectoryName(workbook)!);
    }

    public void Delete(string path) => File.Delete(path);

    public IReadOnlyList<string> Find(string folder, string start, string end) =>
        [.. Directory.EnumerateFiles(folder)
            .Where(f => Path.GetFileName(f) is var name
                && name.StartsWith(start, StringComparison.Ordinal) && name.EndsWith(end, StringComparison.Ordinal))];
}
