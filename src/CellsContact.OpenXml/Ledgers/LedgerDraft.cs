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
    private readonly TableDraft?[] _tables = new TableDraft?[1 + (int)SheetNames.Tables[^1]];

    public LedgerDraft(WorkbookFile file, WorkbookLayout layout, OpenXmlLedgerOptions options, IReadOnlyList<LedgerChangeSet> sets,
        IReadOnlySet<string> ids)
    {
        (_file, _refusesProtected) = (file, options.RefuseProtectedSheets);
        _styles = new StyleBook(file.Package, file.Map.StylesPart, file.Map.Styles);
        var codec = new CellCodec(options, file.Map.Styles, file.Map.Is1904);
        // 個人情報 is always looked at: it says who exists, and which numbers are taken.
        var needed = new NumberSet();
        var isTouched = new bool[_tables.Length];
        isTouched[(int)LedgerTable.People] = true;
        foreach (LedgerChangeSet set in sets)
        {
            foreach (LedgerChange change in set.Changes)
            {
                isTouched[(int)change.Table] = true;
                if (change.Row.Person.Number is { } number)
                    needed.Add(ShownNumber.Of(number.Value));
            }
        }

        LoadTables([.. SheetNames.Tables.Where(t => isTouched[(int)t]).Select(t =>
            new TableLoading(t, file, layout, codec, _styles, needed, t == LedgerTable.People ? Numbers : new NumberBook()))]);
        layout.Complete();
        Log = new AppliedLog(file, layout.Log, ids, Numbers);
    }

    public NumberBook Numbers { get; } = new();

    public AppliedLog Log { get; }

    public TableDraft this[LedgerTable table] => _tables[(int)table]!;

    public PackageEdit ToPackageEdit(CancellationToken token)
    {
        var edit = new PackageEdit();
        foreach (TableDraft? table in _tables)
        {
            if (table is not null)
                AddSheet(edit, table.Sheet, table.Tail, table.ToEdit(), table.GrowingTables, token);
        }

        AddSheet(edit, Log.Sheet, Log.Tail, Log.ToEdit(), Log.GrowingTables, token);
        if (_styles.HasChanges)
            edit.Replace(_styles.Part, _styles.WriteTo);
        return edit;
    }

    /// <summary>The first on this thread, 個人情報, which is the largest; the others meanwhile on threads that are spare.</summary>
    private void LoadTables(TableLoading[] loadings)
    {
        foreach (TableLoading other in loadings.Skip(1))
            other.Offer();
        try
        {
            foreach (TableLoading loading in loadings)
            {
                _tables[(int)loading.Table] = loading.Take();
                if (loading.Numbers != Numbers)
                    Numbers.NoteFormer(loading.Numbers);
            }
        }
        finally
        {
            foreach (TableLoading loading in loadings)
                loading.Abandon();
        }
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
            edit.Replace(table.Part, target => TableGrowth.Rewrite(_file.Package.ReadAll(entry), rows.LastNewRow, target));
        }
    }
}
