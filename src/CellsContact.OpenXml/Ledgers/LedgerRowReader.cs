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
    private readonly SharedStrings _strings;
    private readonly LedgerField?[] _fields;

    public LedgerRowReader(SheetLayout<LedgerField> layout, CellCodec codec, SharedStrings strings)
    {
        (_layout, _codec, _strings) = (layout, codec, strings);
        int width = layout.Columns.Values.DefaultIfEmpty(0).Max() + 1;
        _fields = new LedgerField?[width];
        Roles = new ColumnRole[width];
        foreach ((LedgerField field, int column) in layout.Columns)
        {
            _fields[column] = field;
            Roles[column] = field.IsKey ? ColumnRole.Key : field.Type == LedgerFieldType.Date ? ColumnRole.Date : ColumnRole.Mapped;
        }
    }

    /// <summary>What each column is, for <see cref="SheetSurvey"/>.</summary>
    public ColumnRole[] Roles { get; }

    /// <summary>The field that holds the employee number.</summary>
    public static LedgerField NumberFieldOf(LedgerTable table) => table switch
    {
        LedgerTable.People => PersonFields.EmployeeNumber,
        LedgerTable.Payroll => PayrollFields.EmployeeNumber,
        LedgerTable.Dependents => DependentFields.EmployeeNumber,
        _ => HandlingBookFields.EmployeeNumber,
    };

    /// <summary>A key column's text as shown in the row being visited.</summary>
    public string KeyText(SheetSurvey survey, RowView row, LedgerField field)
    {
        int column = _layout.Columns[field];
        return _codec.Shown(survey.Content(row, column), survey.Style(column)).Trim();
    }

    /// <summary>A key column's value in the row being visited.</summary>
    public LedgerValue KeyValue(SheetSurvey survey, RowView row, LedgerField field)
    {
        int column = _layout.Columns[field];
        return _codec.Read(field, survey.Content(row, column), survey.Style(column));
    }

    /// <summary>A key column's number in the row being visited; zero if it holds none.</summary>
    public decimal KeyNumber(SheetSurvey survey, RowView row, LedgerField field) =>
        decimal.TryParse(KeyText(survey, row, field), System.Globalization.CultureInfo.InvariantCulture, out decimal number) ? number : 0;

    public DraftRow Read(LedgerTable table, SheetSurvey survey, int number, string shown, RowView row)
    {
        var result = new DraftRow(table, number, shown);
        CellScanner cells = row.Cells(survey.PrefixLength);
        while (cells.Read())
        {
            if (cells.Column >= _fields.Length || _fields[cells.Column] is not { } field)
                continue;
            CellContent content = cells.ReadContent(_strings);
            result.Load(field, new DraftCell(content, cells.Style, _codec.Read(field, content, cells.Style)));
        }

        foreach ((LedgerField field, int column) in _layout.Columns)
        {
            // A cell that an array formula fills is not to be written, whatever it looks like.
            if (survey.Arrays.Contains(column, number) && result[field].Content with { Kind = CellKind.Formula } is var filled)
                result.Load(field, new DraftCell(filled, result[field].Style, _codec.Read(field, filled, result[field].Style)));
            if (field.Type != LedgerFieldType.Date)
                continue;
            CellContent own = result[field].Content;
            TextDateForm? form = own.Kind == CellKind.Text ? TextDateForm.Of(own.Text)
                : own.IsBlank ? FormAbove(survey, column, _strings) : null;
            if (form is not null)
                result.TextDates[field] = form;
        }

        return result;
    }

    /// <summary>The form of the nearest filled cell above, if that is a text date.</summary>
    public static TextDateForm? FormAbove(SheetSurvey survey, int column, SharedStrings strings) =>
        survey.TextsAbove[column].Read(strings, survey.PrefixLength) is { } text ? TextDateForm.Of(text) : null;
}
