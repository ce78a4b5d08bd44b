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
    private readonly LedgerField?[] _fields;
    private readonly int _numberColumn;
    private int _paddedStyle = -1;
    private int _padded;

    public LedgerRowReader(LedgerTable table, SheetLayout<LedgerField> layout, CellCodec codec)
    {
        (_layout, _codec, _table) = (layout, codec, table);
        _numberColumn = layout.ColumnOf(NumberFieldOf(table)) ?? 0;
        int width = layout.Columns.Values.DefaultIfEmpty(0).Max() + 1;
        _fields = new LedgerField?[width];
        Roles = new ColumnRole[width];
        foreach ((LedgerField field, int column) in layout.Columns)
        {
            _fields[column] = field;
            Roles[column] = ColumnRole.Mapped
                | (field.IsKey ? ColumnRole.Key : 0)
                | (field.Type == LedgerFieldType.Date ? ColumnRole.Date : 0);
        }
    }

    /// <summary>What each column is.</summary>
    public ColumnRole[] Roles { get; }

    /// <summary>The field that holds the employee number.</summary>
    public static LedgerField NumberFieldOf(LedgerTable table) => table switch
    {
        LedgerTable.People => PersonFields.EmployeeNumber,
        LedgerTable.Payroll => PayrollFields.EmployeeNumber,
        LedgerTable.Dependents => DependentFields.EmployeeNumber,
        _ => HandlingBookFields.EmployeeNumber,
    };

    /// <summary>The employee number as shown in the row being visited.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    /// <summary>All mapped cells of a row, and the form of the text dates in and above it.</summary>
    public DraftRow Read(SheetSurvey survey, int number, string shown, RowView row)
    {
        DraftRow result = Read(survey.Cells, number, shown, row);
        foreach ((LedgerField field, int column) in _layout.Columns)
        {
            // A cell that an array formula fills is not to be written, whatever it looks like.
            if (survey.Arrays.Contains(column, number) && result[field].Content with { Kind = CellKind.Formula } is var filled)
                result.Load(field, new DraftCell(filled, result[field].Style, _codec.Read(field, filled, result[field].Style)));
            if (field.Type != LedgerFieldType.Date)
                continue;
            CellContent own = result[field].Content;
            TextDateForm? form = own.Kind == CellKind.Text ? TextDateForm.Of(own.Text)
                : own.IsBlank ? FormAbove(survey, column) : null;
            if (form is not null)
                result.TextDates[field] = form;
        }

        return result;
    }

    /// <summary>All mapped cells of a row.</summary>
    public DraftRow Read(RowCells found, int number, string shown, RowView row)
    {
        var result = new DraftRow(_table, number, shown);
        CellScanner cells = row.Cells(found.PrefixLength);
        while (cells.Read())
        {
            if (cells.Column >= _fields.Length || _fields[cells.Column] is not { } field)
                continue;
            CellContent content = cells.ReadContent(found.Strings);
            result.Load(field, new DraftCell(content, cells.Style, _codec.Read(field, content, cells.Style)));
        }

        return result;
    }

    /// <summary>The form of the nearest filled cell above, if that is a text date.</summary>
    public static TextDateForm? FormAbove(SheetSurvey survey, int column) =>
        survey.TextsAbove[column].Read(survey.Cells.Strings, survey.Cells.PrefixLength) is { } text ? TextDateForm.Of(text) : null;

    /// <summary>A key column's text as shown.</summary>
    private string Shown(RowCells cells, RowView row, int column) =>
        _codec.Shown(cells.Content(row, column), cells.Style(column)).Trim();
}
