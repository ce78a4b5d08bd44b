using System.Runtime.CompilerServices;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Layouts;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Values;

namespace CellsContact.OpenXml.Ledgers;

/// <summary>Reads the mapped cells of a table's rows.</summary>
internal sealed class LedgerRowReader
{
    private readonly SheetLayout<LedgerField> _layout;
    private readonly CellCodec _codec;
    private readonly LedgerTable _table;
    private readonly List<LedgerField> _dates = [];
    private readonly int _numberColumn;
    private int _paddedStyle = -1;
    private int _padded;

    public LedgerRowReader(LedgerTable table, SheetLayout<LedgerField> layout, CellCodec codec)
    {
        (_layout, _codec, _table) = (layout, codec, table);
        _numberColumn = layout.ColumnOf(NumberFieldOf(table)) ?? 0;
        Roles = new ColumnRole[layout.LastColumn + 1];
        foreach ((LedgerField field, int column) in layout.Columns)
        {
            if (field.Type == LedgerFieldType.Date)
                _dates.Add(field);
            Roles[column] = ColumnRole.Mapped
                | (field.IsKey ? ColumnRole.Key : 0)
                | (field.Type == LedgerFieldType.Date ? ColumnRole.Date : 0);
        }
    }

    /// <summary>What each column is.</summary>
    public ColumnRole[] Roles { get; }

    /// <summary>The fields that have a column.</summary>
    public IEnumerable<LedgerField> Fields => _layout.Columns.Keys;

    /// <summary>The field that holds the employee number.</summary>
    public static LedgerField NumberFieldOf(LedgerTable table) => table switch
    {
        LedgerTable.People => PersonFields.EmployeeNumber,
        LedgerTable.Payroll => PayrollFields.EmployeeNumber,
        LedgerTable.Dependents => DependentFields.EmployeeNumber,
        _ => HandlingBookFields.EmployeeNumber,
    };

    /// <summary>The employee number as shown in the row being visited.</summary>
    [MethodImpl(HotCode.Optimized)]
    public ShownNumber Number(RowCells cells, RowView row)
    {
        ShownNumber digits = ShownNumber.Read(cells, row, _numberColumn);
        if (digits.IsEmpty)
            return ShownNumber.Of(Shown(cells, row, _numberColumn));
        if (cells.Cells[_numberColumn] is not { Type: 0, Style: var style })
            return digits;
        if (style != _paddedStyle)
            (_paddedStyle, _padded) = (style, _codec.PaddedDigits(style));
        return digits with { Digits = Math.Max(digits.Digits, _padded) };
    }

    /// <summary>A key column's value in the row being visited.</summary>
    public LedgerValue KeyValue(RowCells cells, RowView row, LedgerField field)
    {
        int column = _layout.Columns[field];
        return _codec.Read(field, cells.Content(row, column), cells.Style(column));
    }

    /// <summary>A key column's number in the row being visited; zero if it holds none.</summary>
    public decimal KeyNumber(RowCells cells, RowView row, LedgerField field) => decimal.TryParse(
        Shown(cells, row, _layout.Columns[field]), System.Globalization.CultureInfo.InvariantCulture, out decimal number) ? number : 0;

    /// <summary>Takes a row over from a survey, with the form of the text dates above it.</summary>
    public DraftRow Take(SheetSurvey survey, int number, string shown, RowView row) => new(
        _table, number, shown, new StoredRow(row.Record.ToArray(), this, survey.Cells, FormsAbove(survey), FilledByArrays(survey, number)) { Offset = survey.RowOffset });

    /// <summary>Takes a row over that is only read.</summary>
    public DraftRow Take(RowCells cells, int number, string shown, RowView row) =>
        new(_table, number, shown, new StoredRow(row.Record.ToArray(), this, cells, null));

    /// <summary>One mapped cell of a row.</summary>
    public DraftCell ReadCell(ReadOnlySpan<byte> record, CellSpan[] cells, RowCells sheet, LedgerField field)
    {
        CellSpan cell = cells[ColumnOf(field)];
        if (cell.Length == 0)
            return DraftCell.Missing;
        CellContent content = CellScanner.Parse(record.Slice(cell.Start, cell.Length), sheet.PrefixLength).ReadContent(sheet.Strings);
        return new DraftCell(content, cell.Style, _codec.Read(field, content, cell.Style));
    }

    public int ColumnOf(LedgerField field) => _layout.Columns[field];

    /// <summary>A cell that an array formula fills is not to be written, whatever it looks like.</summary>
    public DraftCell AsFormula(LedgerField field, DraftCell cell)
    {
        CellContent filled = cell.Content with { Kind = CellKind.Formula };
        return new DraftCell(filled, cell.Style, _codec.Read(field, filled, cell.Style));
    }

    private HashSet<LedgerField>? FilledByArrays(SheetSurvey survey, int row) => survey.Arrays.HasAny
        ? [.. _layout.Columns.Where(c => survey.Arrays.Contains(c.Value, row)).Select(c => c.Key)]
        : null;

    /// <summary>The form of the text dates that stand nearest above, by date field; <c>null</c> if there are none, as mostly.</summary>
    public IReadOnlyDictionary<LedgerField, TextDateForm>? FormsAbove(SheetSurvey survey)
    {
        Dictionary<LedgerField, TextDateForm>? forms = null;
        foreach (LedgerField field in _dates)
        {
            if (survey.TextsAbove[_layout.Columns[field]].Read(survey.Cells.Strings, survey.Cells.PrefixLength) is { } text && TextDateForm.Of(text) is { } form)
                (forms ??= [])[field] = form;
        }

        return forms;
    }

    /// <summary>A key column's text as shown.</summary>
    private string Shown(RowCells cells, RowView row, int column) =>
        _codec.Shown(cells.Content(row, column), cells.Style(column)).Trim();
}
