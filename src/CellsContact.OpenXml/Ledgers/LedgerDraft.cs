using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Files;
using CellsContact.OpenXml.Layouts;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Values;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Ledgers;

/// <summary>The tables that change sets are about, with the log, and in the end the edit of the workbook's parts.</summary>
internal sealed class LedgerDraft
{
    private readonly WorkbookFile _file;
    private readonly StyleBook _styles;
    private readonly bool _refusesProtected;
    private readonly Dictionary<LedgerTable, TableDraft> _tables = [];

    public LedgerDraft(WorkbookFile file, WorkbookLayout layout, OpenXmlLedgerOptions options, IReadOnlyList<LedgerChangeSet> sets)
    {
        (_file, _refusesProtected) = (file, options.RefuseProtectedSheets);
        _styles = new StyleBook(file.Package, file.Map.StylesPart, file.Map.Styles);
        Log = new AppliedLog(file, layout.Log!, sets.Select(s => s.Id.ToString()).ToHashSet(StringComparer.Ordinal), Numbers);

        var codec = new CellCodec(options, file.Map.Styles, file.Map.Is1904);
        LedgerChange[] changes = [.. sets.SelectMany(s => s.Changes)];
        var needed = new NumberSet();
        foreach (LedgerChange change in changes)
        {
            if (change.Row.Person.Number is { } number)
                needed.Add(ShownNumber.Of(number.Value));
        }

        // 個人情報 is always looked at: it says who exists, and which numbers are taken.
        foreach (LedgerTable table in changes.Select(c => c.Table).Append(LedgerTable.People).Distinct().Order())
            _tables[table] = TableDraft.Load(table, layout.Tables[table], codec, _styles, file, needed, Numbers);
    }

    public NumberBook Numbers { get; } = new();

    public AppliedLog Log { get; }

    public TableDraft this[LedgerTable table] => _tables[table];

    public PackageEdit ToPackageEdit(CancellationToken token)
    {
        var edit = new PackageEdit();
        foreach (TableDraft table in _tables.Values)
            AddSheet(edit, table.Sheet, table.Tail, table.ToEdit(), table.GrowingTables, token);
        AddSheet(edit, Log.Sheet, Log.Tail, Log.ToEdit(), Log.GrowingTables, token);
        if (_styles.HasChanges)
            edit.Replace(_styles.Part, _styles.WriteTo);
        return edit;
    }

    private void AddSheet(
        PackageEdit edit, SheetInfo sheet, SheetTail tail, SheetEdit rows, IReadOnlyList<TableInfo> growing, CancellationToken token)
    {
        if (rows.IsEmpty)
            return;
        if (_refusesProtected && tail.IsProtected)
            throw WorkbookErrors.SheetIsProtected(sheet.Name);
        edit.Replace(sheet.Part, target => SheetRewriter.Rewrite(_file.Package, sheet, rows, target, token));
        foreach (TableInfo table in growing)
        {
            ZipEntry entry = _file.Package.Find(table.Part)!;
            edit.Replace(table.Part, target => TableGrowth.Rewrite(_file.Package.ReadAll(entry), rows.NewRows.Max, target));
        }
    }
}
