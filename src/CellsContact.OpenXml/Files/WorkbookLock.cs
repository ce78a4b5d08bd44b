using CellsContact.OpenXml.Workbooks;

namespace CellsContact.OpenXml.Files;

/// <summary>Keeps writers of one workbook apart, across processes: an exclusive lock file beside it.</summary>
internal static class WorkbookLock
{
    public const string Suffix = ".cellscontact.lock";

    /// <summary>Waits for the lock as long as <paramref name="patience"/> says.</summary>
    public static async Task<IDisposable> AcquireAsync(
        IWorkbookFiles files, string workbook, BusyPatience patience, CancellationToken token)
    {
        long started = patience.Time.GetTimestamp();
        while (true)
        {
            token.ThrowIfCancellationRequested();
            try
            {
                return files.Lock(workbook + Suffix);
            }
            catch (IOException e) when (WorkbookErrors.IsSharingViolation(e))
            {
                if (patience.Time.GetElapsedTime(started) >= patience.Timeout)
                    throw WorkbookErrors.Busy(workbook, null, e);
            }

            await Task.Delay(patience.RetryDelay, patience.Time, token).ConfigureAwait(false);
        }
    }
}
