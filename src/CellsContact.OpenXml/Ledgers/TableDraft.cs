using System.Runtime.CompilerServices;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Files;
using CellsContact.OpenXml.Layouts;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Values;
using CellsContact.OpenXml.Workbooks;

namespace CellsContact.OpenXml.Ledgers;

/// <summary>One table while change sets are tried on it: the rows they are about, and the rows they add.</summary>
internal sealed class TableDraft
{
    private readonly SheetLayout<LedgerField> _layout;
    private readonly CellCodec _codec;
    private readonly StyleBook _styles;
    private readonly SheetSurvey _survey;
    private readonly NewRowPlace _place;
    private readonly IReadOnlyDictionary<LedgerField, TextDateForm>? _formsAbove;
    private readonly List<DraftRow> _rows = [];
    private readonly Dictionary<string, List<DraftRow>> _byNumber = [];

    private TableDraft(
        LedgerTable table, SheetLayout<LedgerField> layout, CellCodec codec, StyleBook styles, WorkbookFile file,
        NumberSet needed, NumberBook numbers)
    {
        Table = table;
        (_layout, _codec, _styles) = (layout, codec, styles);
        var reader = new LedgerRowReader(table, layout, codec);
        using var rows = new SheetRows(file.Package, layout.Sheet);
        _survey = SheetSurvey.Run(file.Map.Strings, rows, layout.HeaderRow, reader.Roles, [MethodImpl(HotCode.Optimized)] (survey, number, row) =>
        {
            if (table == LedgerTable.HandlingBook)
            {
                LastSequence = Math.Max(LastSequence, reader.KeyNumber(survey.Cells, row, HandlingBookFields.Sequence));
                return;
            }

            ShownNumber shown = reader.Number(survey.Cells, row);
            if (shown.IsEmpty)
                return;
            if (table == LedgerTable.People)
                numbers.Note(shown);
            else
                numbers.NoteFormer(shown);
            if (needed.Contains(shown))
                Add(reader.Take(survey, number, shown.ToString(), row));
        });
        Tail = new SheetTail(rows.ReadEpilogue());
        _formsAbove = reader.FormsAbove(_survey);
        _place = new NewRowPlace(
            layout.Sheet, layout.HeaderRow, layout.Columns.Values, _survey, Tail, TableInfo.Of(file.Package, layout.Sheet));
    }

    public LedgerTable Table { get; }

    public SheetInfo Sheet => _layout.Sheet;

    public SheetTail Tail { get; }

    /// <summary>The highest 連番 of the handling book.</summary>
    public decimal LastSequence { get; private set; }

    public IReadOnlyList<TableInfo> GrowingTables => _place.GrowingTables;

    /// <param name="table">The table.</param>
    /// <param name="layout">Where its columns are.</param>
    /// <param name="codec">Reads and writes the cells.</param>
    /// <param name="styles">Gives date styles.</param>
    /// <param name="file">The workbook.</param>
    /// <param name="needed">The numbers whose rows are asked for.</param>
    /// <param name="numbers">Takes note of every number seen.</param>
    public static TableDraft Load(
        LedgerTable table, SheetLayout<LedgerField> layout, CellCodec codec, StyleBook styles, WorkbookFile file,
        NumberSet needed, NumberBook numbers) => new(table, layout, codec, styles, file, needed, numbers);

    public bool Has(LedgerField field) => _layout.Columns.ContainsKey(field);

    public IEnumerable<LedgerField> Fields => _layout.Columns.Keys;

    /// <summary>The rows whose number is the same without width and leading zeros.</summary>
    public IReadOnlyList<DraftRow> RowsOf(string number) =>
        _byNumber.TryGetValue(NumberSet.Fold(number), out List<DraftRow>? rows) ? [.. rows.Where(r => !r.IsRemoved)] : [];

    /// <summary>Whether a cell still has the value a change was computed from.</summary>
    public bool IsSame(DraftRow row, LedgerField field, LedgerValue expected) =>
        _codec.IsSame(field, expected, row[field].Content, row[field].Value);

    public DraftRow AddRow(string employeeNumber, DraftJournal journal)
    {
        var row = new DraftRow(Table, _place.Take(journal), employeeNumber) { FormsAbove = _formsAbove };
        Add(row);
        journal.Record(() =>
        {
            _rows.Remove(row);
            if (employeeNumber.Length > 0)
                _byNumber[NumberSet.Fold(employeeNumber)].Remove(row);
        });
        return row;
    }

    public decimal NextSequence(DraftJournal journal)
    {
        LastSequence++;
        journal.Record(() => LastSequence--);
        return LastSequence;
    }

    public void Set(DraftRow row, LedgerField field, LedgerValue value, DraftJournal journal)
    {
        DraftCell present = row[field];
        int style = present.Style >= 0 || row.HasCell(field) ? present.Style : _survey.StyleFor(_layout.Columns[field]);
        TextDateForm? form = value.Kind == LedgerValueKind.Date ? row.TextDateFormOf(field) : null;
        if (value.Kind == LedgerValueKind.Date && form is null)
            style = DateStyle(field, style, out form);
        CellContent content = _codec.Write(field, value, form);
        row.Set(field, new DraftCell(content, style, _codec.Read(field, content, style)), journal);
    }

    /// <summary>What is to be written on the sheet.</summary>
    public SheetEdit ToEdit()
    {
        var edit = new SheetEdit
        {
            LastDataRow = _survey.LastDataRow,
            DataEnd = _survey.DataEnd,
            HeaderRow = _layout.HeaderRow,
            Template = RowTemplate.From(_survey),
        };
        foreach (DraftRow row in _rows)
        {
            if (row.Changed.Count == 0)
                continue;
            RowEdit written = edit.Row(row.Number);
            written.Offset = row.Offset;
            foreach (LedgerField field in row.Changed)
            {
                DraftCell cell = row[field];
                written.Write(_layout.Columns[field], new CellWrite(cell.Content, cell.Style >= 0 ? cell.Style : null));
            }
        }

        _place.Complete(edit);
        return edit;
    }

    private void Add(DraftRow row)
    {
        _rows.Add(row);
        if (row.EmployeeNumber.Length == 0)
            return;
        string key = NumberSet.Fold(row.EmployeeNumber);
        if (!_byNumber.TryGetValue(key, out List<DraftRow>? rows))
            _byNumber[key] = rows = [];
        rows.Add(row);
    }

    /// <summary>The cell's style if it shows days, else the column's, else a new one; without styles the date becomes text.</summary>
    private int DateStyle(LedgerField field, int style, out TextDateForm? form)
    {
        form = null;
        int column = _survey.StyleFor(_layout.Columns[field]);
        if (_styles.DateStyleLike(_styles.IsDate(style) || !_styles.IsDate(column) ? style : column) is { } found)
            return found;
        form = TextDateForm.Plain;
        return style;
    }
}
