using CellsContact.Ledgers;
using CellsContact.OpenXml.Layouts;

namespace CellsContact.OpenXml.Creation;

/// <summary>The columns of the default layout, with the formats a sheet gives its kinds of values.</summary>
internal sealed record DefaultColumns(int? DateStyle, int? TextStyle, int? NumberStyle)
{
    /// <summary>Ids whose leading zeros a number format would eat, and 40:00, which Excel would take for a time of day.</summary>
    private static readonly HashSet<LedgerField> Ids =
    [
        PersonFields.EmployeeNumber, PersonFields.PostalCode, PersonFields.Phone, PersonFields.PostalCodeAfter,
        PersonFields.PhoneAfter, PersonFields.WeeklyHours, PersonFields.HealthInsuranceNumber, PersonFields.PensionNumber,
        PersonFields.BasicPensionNumber, PersonFields.InsuredNumber,
        PayrollFields.EmployeeNumber, DependentFields.EmployeeNumber, DependentFields.PostalCode,
        HandlingBookFields.RecordedAt, HandlingBookFields.EmployeeNumber, HandlingBookFields.NoticeSentAt, HandlingBookFields.ContactId,
    ];

    public IReadOnlyList<NewColumn> Of(LedgerTable table, OpenXmlLedgerOptions options) =>
        [.. LedgerFields.Of(table).Select(f => Of(f, options))];

    public IReadOnlyList<NewColumn> OfLog() =>
    [
        .. LogColumn.All.Select(c => new NewColumn(c.Header, c == LogColumn.Hash ? 40 : 24, TextStyle)),
    ];

    private NewColumn Of(LedgerField field, OpenXmlLedgerOptions options)
    {
        string header = options.HeadersOf(field)[0];
        double width = field.Type switch
        {
            LedgerFieldType.Date => 13,
            LedgerFieldType.Number or LedgerFieldType.Choice => 11,
            LedgerFieldType.Kana => 22,
            _ when field.Label.Contains("住所", StringComparison.Ordinal) => 42,
            _ => 16,
        };
        int? style = field.Type switch
        {
            LedgerFieldType.Date => DateStyle,
            LedgerFieldType.Number => NumberStyle,
            _ => Ids.Contains(field) ? TextStyle : null,
        };
        return new NewColumn(header, Math.Max(width, (header.Length * 2) + 2), style);
    }
}
