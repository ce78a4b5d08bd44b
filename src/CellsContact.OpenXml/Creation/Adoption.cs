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
        foreach (LedgerTable table in Enum.GetValues<LedgerTable>())
        {
            Compare(
                options.SheetOf(table), LedgerFields.Of(table), options.HeadersOf, f => f.IsKey,
                styles => styles.Of(table, options));
        }

        Compare(
            options.LogSheet, LogColumns.All, c => [LogColumns.HeaderOf(c)], LogColumns.IsKey, styles => styles.OfLog());
    }

    public OpenXmlAdoption Report => new(_found, _added, _missing, _unresolved);

    public PackageEdit ToPackageEdit(CancellationToken token)
    {
        var edit = new PackageEdit();
        foreach ((SheetInfo sheet, SheetEdit rows) in _edits)
            edit.Replace(sheet.Part, target => SheetRewriter.Rewrite(_file.Package, sheet, rows, target, token));
        _sheets.Complete(edit);
        if (_styles.HasChanges)
            edit.Replace(_styles.Part, _styles.WriteTo);
        return edit;
    }

    private void Compare<TColumn>(
        string sheetName,
        IReadOnlyList<TColumn> columns,
        Func<TColumn, IReadOnlyList<string>> headersOf,
        Func<TColumn, bool> isKey,
        Func<DefaultColumns, IReadOnlyList<NewColumn>> newColumns)
    {
        if (_file.Map.Find(sheetName) is not { } sheet)
        {
            var formats = new DefaultColumns(_styles.DateStyleLike(0), _styles.TextStyle(), null);
            IReadOnlyList<NewColumn> added = newColumns(formats);
            _sheets.Add(sheetName, NewSheetXml.Build(added, _options.HeaderRow, headerStyle: null, _file.Map.IsStrict));
            _added.Add(sheetName);
            _added.AddRange(added.Select(c => $"{sheetName}!{c.Header}"));
            return;
        }

        _found.Add(sheetName);
        HeaderCells headers = HeaderCells.Read(_file, sheet, _options.HeaderRow);
        int next = headers.LastColumn + 1;
        foreach (TColumn column in columns)
        {
            string name = $"{sheetName}!{headersOf(column)[0]}";
            int count = headers.Find(headersOf(column)).Count;
            if (count > 1 && isKey(column))
                _unresolved.Add(name);
            else if (count > 0)
                _found.Add(name);
            else if (_allColumns || isKey(column))
                AddHeader(sheet, next++, headersOf(column)[0], headers.LastStyle, name);
            else
                _missing.Add(name);
        }
    }

    private void AddHeader(SheetInfo sheet, int column, string header, int style, string name)
    {
        if (!_edits.TryGetValue(sheet, out SheetEdit? edit))
            _edits[sheet] = edit = new SheetEdit { LastDataRow = _options.HeaderRow, HeaderRow = _options.HeaderRow };
        edit.Write(_options.HeaderRow, column, new CellWrite(CellContent.OfText(header), style >= 0 ? style : null));
        _added.Add(name);
    }
}
