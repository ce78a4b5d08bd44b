using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Creation;
using CellsContact.OpenXml.Files;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Zip;
using Microsoft.Extensions.Options;

namespace CellsContact.OpenXml;

/// <summary>Makes workbooks that an <see cref="OpenXmlLedger"/> can use: a new one, or the one an office has.</summary>
/// <remarks>Thread-safe.</remarks>
public static class OpenXmlWorkbook
{
    /// <summary>Makes a new workbook in the default layout, with every column.</summary>
    /// <param name="path">The path, .xlsx or .xlsm; nothing may be there yet.</param>
    /// <param name="options">Names of sheets and columns; the defaults if left out.</param>
    /// <exception cref="OptionsValidationException">The options cannot be.</exception>
    /// <exception cref="LedgerException">Something is there already, or the disk is full; nothing was left behind.</exception>
    public static void Create(string path, OpenXmlLedgerOptions? options = null) =>
        Create(path, options, PhysicalWorkbookFiles.Instance);

    /// <summary>
    /// Prepares an office's workbook: adds missing sheets with all their columns, and to sheets that are there the missing
    /// key columns, behind the last header. Everything else keeps its bytes; a workbook that lacks nothing is not written.
    /// </summary>
    /// <param name="path">The workbook.</param>
    /// <param name="options">Names of sheets and columns; the defaults if left out.</param>
    /// <param name="allColumns">Adds missing optional columns too.</param>
    /// <param name="cancellationToken">Cancels, up to the moment of swapping the file.</param>
    /// <exception cref="OptionsValidationException">The options cannot be.</exception>
    /// <exception cref="LedgerException">The workbook is open elsewhere, or cannot be used; it is as it was.</exception>
    public static Task<OpenXmlAdoption> AdoptAsync(
        string path, OpenXmlLedgerOptions? options = null, bool allColumns = false, CancellationToken cancellationToken = default) =>
        AdoptAsync(path, options, allColumns, PhysicalWorkbookFiles.Instance, cancellationToken);

    internal static void Create(string path, OpenXmlLedgerOptions? options, IWorkbookFiles files)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        options = Checked(options);
        string full = files.Resolve(path);
        bool withMacros = Path.GetExtension(full).ToUpperInvariant() switch
        {
            ".XLSX" => false,
            ".XLSM" => true,
            _ => throw new ArgumentException("A workbook's name ends in .xlsx or .xlsm.", nameof(path)),
        };
        try
        {
            if (files.Stamp(full) is not null)
                throw WorkbookErrors.AlreadyThere(full);
            new WorkbookSaver(files, PatienceOf(options)).Create(full, NewWorkbookParts.Build(options, withMacros));
        }
        catch (Exception e) when (WorkbookErrors.IsTranslatable(e))
        {
            throw WorkbookErrors.From(full, e);
        }
    }

    internal static async Task<OpenXmlAdoption> AdoptAsync(
        string path, OpenXmlLedgerOptions? options, bool allColumns, IWorkbookFiles files, CancellationToken token)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        options = Checked(options);
        string full = files.Resolve(path);
        BusyPatience patience = PatienceOf(options);
        var limits = new PackageLimits(options.MaxParts, options.MaxPartBytes, options.MaxCompressionRatio);
        var place = new ReadingPlace();
        try
        {
            using WorkbookSession session = await WorkbookSession.OpenAsync(files, full, limits, patience, place, token).ConfigureAwait(false);
            var adoption = new Adoption(session.File, options, allColumns);
            PackageEdit edit = adoption.ToPackageEdit(token);
            if (!edit.IsEmpty)
                await session.SaveAsync(edit, token).ConfigureAwait(false);
            return adoption.Report;
        }
        catch (Exception e) when (WorkbookErrors.IsTranslatable(e))
        {
            throw WorkbookErrors.From(full, e, place);
        }
    }

    private static OpenXmlLedgerOptions Checked(OpenXmlLedgerOptions? options)
    {
        options ??= new OpenXmlLedgerOptions();
        string[] failures = [.. OpenXmlLedgerOptionsValidator.Failures(options)];
        return failures.Length == 0
            ? options
            : throw new OptionsValidationException(nameof(OpenXmlLedgerOptions), typeof(OpenXmlLedgerOptions), failures);
    }

    private static BusyPatience PatienceOf(OpenXmlLedgerOptions options) =>
        new(options.BusyTimeout, options.BusyRetryDelay, TimeProvider.System);
}
