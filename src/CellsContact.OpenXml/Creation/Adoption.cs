using CellsContact.Ledgers;
using CellsContact.OpenXml.Files;
using CellsContact.OpenXml.Layouts;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Workbooks;

namespace CellsContact.OpenXml.Creation;

/// <summary>Compares an office's workbook with the layout and adds what is asked for.</summary>
internal sealed class Adoption
{
    private readonly WorkbookFile _file;
    private readonly OpenXmlLedgerOptions _options;
    private readonly bool _allColumns;
    private readonly StyleBook _styles;
    private readonly SheetAdder _sheets;
    private readonly Dictionary<SheetInfo, SheetEdit> _edits = [];
    private readonly List<string> _found = [];
    private readonly List<string> _added = [];
    private readonly List<string> _missing = [];
    private readonly List<string> _unresolved = [];

    public Adoption(WorkbookFile file, OpenXmlLedgerOptions options, bool allColumns)
    {
        (_file, _options, _allColumns) = (file, options, allColumns);
        _styles = new StyleBook(file.Package, file.Map.StylesPart, file.Map.Styles);
        _sheets = new SheetAdder(file);
        foreach (LedgerTable table in SheetNames.Tables)
            Compare(SheetNames.Of(table, options), formats => formats.Of(table, options));
        Compare(SheetNames.OfLog(options), formats => formats.OfLog());
        file.Map.Strings.Complete();
    }

    public OpenXmlAdoption Report => new(_found, _added, _missing, _unresolved);

    public PackageEdit ToPackageEdit(CancellationToken token)
    {
        var edit = new PackageEdit();
        foreach ((SheetInfo sheet, SheetEdit rows) in _edits)
        {
            if (_options.RefuseProtectedSheets && SheetTail.Read(_file, sheet).IsProtected)
                throw WorkbookErrors.SheetIsProtected(sheet.Name);
            edit.Replace(sheet.Part, target => SheetRewriter.Rewrite(_file.Package, sheet, rows, target, token));
        }

        _sheets.Complete(edit);
        if (_styles.HasChanges)
            edit.Replace(_styles.Part, _styles.WriteTo);
        return edit;
    }

    private void Compare<TColumn>(SheetNames<TColumn> names, Func<DefaultColumns, IReadOnlyList<NewColumn>> newColumns)
        where TColumn : notnull
    {
        if (_file.Map.Find(names.Sheet) is not { } sheet)
        {
            var formats = new DefaultColumns(_styles.DateStyleLike(0), _styles.TextStyle(), null);
            IReadOnlyList<NewColumn> added = newColumns(formats);
            _sheets.Add(names.Sheet, NewSheetXml.Build(added, names.NewHeaderRow, headerStyle: null, _file.Map.IsStrict));
            _added.Add(names.Sheet);
            _added.AddRange(added.Select(c => $"{names.Sheet}!{c.Header}"));
            return;
        }

        _found.Add(names.Sheet);
        HeaderCells headers = names.ReadHeaders(_file, sheet);
        var free = new FreeColumns(_file, sheet, headers);
        foreach (TColumn column in names.Columns)
        {
            int count = names.Find(column, headers).Count;
            if (count > 1 && names.IsKey(column))
                _unresolved.Add(names.NameOf(column));
            else if (count > 0)
                _found.Add(names.NameOf(column));
            else if (_allColumns || names.IsKey(column))
                AddHeader(sheet, headers, free.Take(), names.HeadersOf(column)[0], names.NameOf(column));
            else
                _missing.Add(names.NameOf(column));
        }
    }

    private void AddHeader(SheetInfo sheet, HeaderCells headers, int column, string header, string name)
    {
        if (!_edits.TryGetValue(sheet, out SheetEdit? edit))
            _edits[sheet] = edit = new SheetEdit { LastDataRow = headers.Row, HeaderRow = headers.Row };
        edit.Write(headers.Row, column, new CellWrite(CellContent.OfText(header), headers.LastStyle >= 0 ? headers.LastStyle : null));
        _added.Add(name);
    }
}
