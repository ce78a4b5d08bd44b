using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Xml;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Files;

/// <summary>
/// Saves by writing a whole new file beside the workbook and swapping it in: at every moment the workbook is
/// either the old one or the new one. The caller holds the lock.
/// </summary>
internal sealed class WorkbookSaver(IWorkbookFiles files, BusyPatience patience)
{
    private const string TemporarySuffix = ".cellscontact.tmp";

    /// <summary>Removes what killed processes left; safe under the lock, since nobody else is writing.</summary>
    public void RemoveLeftovers(string workbook)
    {
        foreach (string leftover in files.Find(Path.GetDirectoryName(workbook)!, Path.GetFileName(workbook) + ".", TemporarySuffix))
            DeleteQuietly(leftover);
    }

    /// <summary>Closes <paramref name="original"/> and puts the edited workbook in its place.</summary>
    public async Task SaveAsync(WorkbookFile original, PackageEdit edit, CancellationToken token)
    {
        string temporary = TemporaryFor(original.Path);
        try
        {
            using (Stream output = files.CreateTemporary(temporary))
            {
                Write(original.Package, edit, output, token);
                files.Flush(output);
            }

            if (!original.IsUnchanged())
                throw WorkbookErrors.ChangedMeanwhile(original.Path);
            original.Dispose();
            await SwapAsync(temporary, original.Path, token).ConfigureAwait(false);
        }
        catch
        {
            DeleteQuietly(temporary);
            throw;
        }
    }

    /// <summary>Puts a workbook made of <paramref name="parts"/> where nothing is yet.</summary>
    public void Create(string workbook, IEnumerable<(string Name, Action<Stream> Content)> parts)
    {
        string temporary = TemporaryFor(workbook);
        try
        {
            using (Stream output = files.CreateTemporary(temporary))
            {
                using var writer = new ZipWriter(output);
                foreach ((string name, Action<Stream> content) in parts)
                    writer.Write(ZipWriter.NewEntry(name), content);
                writer.Finish();
                files.Flush(output);
            }

            files.Place(temporary, workbook);
        }
        catch
        {
            DeleteQuietly(temporary);
            throw;
        }
    }

    private static string TemporaryFor(string workbook) => $"{workbook}.{Path.GetRandomFileName()}{TemporarySuffix}";

    private static void Write(ZipReader package, PackageEdit edit, Stream output, CancellationToken token)
    {
        using var writer = new ZipWriter(output);
        foreach (ZipEntry entry in package.Entries)
        {
            token.ThrowIfCancellationRequested();
            if (edit.ReplacementFor(entry.Name) is { } content)
                writer.Write(entry, target => WideText.Write(package, entry, target, content));
            else
                writer.Copy(package, entry);
        }

        foreach ((string name, Action<Stream> content) in edit.Added)
            writer.Write(ZipWriter.NewEntry(name), content);
        writer.Finish();
    }

    /// <summary>On Windows a virus scanner or a reader may hold the file for a moment; a swap that fails has changed nothing.</summary>
    private async Task SwapAsync(string temporary, string workbook, CancellationToken token)
    {
        long started = patience.Time.GetTimestamp();
        while (true)
        {
            token.ThrowIfCancellationRequested();
            if (OwnerFile.IsOpen(files, workbook, out string? owner))
                throw WorkbookErrors.Busy(workbook, owner);
            try
            {
                files.Swap(temporary, workbook);
                return;
            }
            catch (IOException e) when (WorkbookErrors.IsSharingViolation(e))
            {
                if (patience.Time.GetElapsedTime(started) >= patience.Timeout)
                    throw WorkbookErrors.Busy(workbook, null, e);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw WorkbookErrors.SwapFailed(workbook, e);
            }

            await Task.Delay(patience.RetryDelay, patience.Time, token).ConfigureAwait(false);
        }
    }

    private void DeleteQuietly(string path)
    {
        try
        {
            files.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run removes it; what matters now is the exception under way.
        }
    }
}
