using CellsContact.Ledgers;
using CellsContact.OpenXml.Files;
using CellsContact.OpenXml.Layouts;
using CellsContact.OpenXml.Values;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Ledgers;

/// <summary>A table that a thread of the pool may load while another one is being loaded; each reads the workbook by itself.</summary>
internal sealed class TableLoading(
    LedgerTable table, WorkbookFile file, WorkbookLayout layout, CellCodec codec, StyleBook styles, NumberSet needed, NumberBook numbers) : SharedWork
{
    private readonly WorkbookFile _beside = file.Beside();
    private TableDraft? _draft;

    public LedgerTable Table => table;

    /// <summary>The numbers seen, once it is loaded.</summary>
    public NumberBook Numbers => numbers;

    /// <summary>The table, once it is loaded.</summary>
    public TableDraft Take()
    {
        try
        {
            Finish();
        }
        catch
        {
            // Damaged strings are told with their own place, whoever came upon them.
            file.Map.Strings.Complete();
            file.Package.Place.Current = _beside.Package.Place.Current;
            throw;
        }

        return _draft!;
    }

    protected override void Run() => _draft = TableDraft.Load(table, layout.Beside(_beside)[table], codec, styles, _beside, needed, numbers);
}
