using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Files;

/// <summary>A workbook opened for changing: the lock is held from before it is read until after it is saved.</summary>
internal sealed class WorkbookSession : IDisposable
{
    private readonly WorkbookSaver _saver;
    private readonly IDisposable _lock;

    private WorkbookSession(IWorkbookFiles files, string path, PackageLimits limits, BusyPatience patience, IDisposable held, ReadingPlace place)
    {
        _lock = held;
        _saver = new WorkbookSaver(files, patience);
        try
        {
            if (OwnerFile.IsOpen(files, path, out string? owner))
                throw WorkbookErrors.Busy(path, owner);
            _saver.RemoveLeftovers(path);
            File = WorkbookFile.Open(files, path, limits, place);
            if (File.Map.IsSigned)
                throw new WorkbookFormatException(WorkbookProblem.Signed, "The package carries a digital signature.");
            if (File.IsReadOnly)
                throw WorkbookErrors.ReadOnly(path);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public WorkbookFile File { get; }

    public static async Task<WorkbookSession> OpenAsync(
        IWorkbookFiles files, string path, PackageLimits limits, BusyPatience patience, ReadingPlace place, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        if (files.Stamp(path) is null)
            throw WorkbookErrors.NotFound(path, null);
        IDisposable held = await WorkbookLock.AcquireAsync(files, path, patience, token).ConfigureAwait(false);
        return new WorkbookSession(files, path, limits, patience, held, place);
    }

    public Task SaveAsync(PackageEdit edit, CancellationToken token) => _saver.SaveAsync(File, edit, token);

    public void Dispose()
    {
        File?.Dispose();
        _lock.Dispose();
    }
}
