using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Files;
using CellsContact.OpenXml.Layouts;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Values;

namespace CellsContact.OpenXml.Ledgers;

/// <summary>Answers queries in one pass over each table: 個人情報 first, then the rows that belong to those found.</summary>
internal sealed class PersonReader(WorkbookFile file, WorkbookLayout layout, OpenXmlLedgerOptions options)
{
    private readonly CellCodec _codec = new(options, file.Map.Styles, file.Map.Is1904);

    public IReadOnlyList<LedgerPerson> Read(IReadOnlyList<PersonQuery> queries, CancellationToken token)
    {
        ILookup<string, DraftRow> people = ByNumber(ReadPeople(queries, token));
        if (people.Count == 0)
            return [];
        var numbers = people.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        ILookup<string, DraftRow> payroll = ByNumber(ReadRows(LedgerTable.Payroll, numbers, token));
        ILookup<string, DraftRow> dependents = ByNumber(ReadRows(LedgerTable.Dependents, numbers, token));
        return
        [
            .. people.SelectMany(same => same.Select(person => (Person: person, IsAlone: same.Count() == 1)))
                .OrderBy(p => p.Person.Number)
                .Select(p => new LedgerPerson(
                    EmployeeNumber.Parse(p.Person.EmployeeNumber),
                    p.Person.AsLedgerRow(),
                    Of(p.Person, p.IsAlone, payroll).FirstOrDefault()?.AsLedgerRow(),
                    [.. Of(p.Person, p.IsAlone, dependents).Select(row => row.AsLedgerRow())])),
        ];
    }

    private List<DraftRow> ReadPeople(IReadOnlyList<PersonQuery> queries, CancellationToken token)
    {
        // Asking every query about every row would be slow for a batch: numbers and birth dates say which can match at all.
        ILookup<string, PersonQuery> byNumber = queries.Where(q => q.Number is not null)
            .ToLookup(q => LedgerMatching.FoldNumber(q.Number!.Value.Value), StringComparer.Ordinal);
        ILookup<DateOnly, PersonQuery> byBirth = queries.Where(q => q.BirthDate is not null).ToLookup(q => q.BirthDate!.Value);
        return Visit(LedgerTable.People, (reader, survey, number, shown, row) =>
        {
            if (!EmployeeNumber.TryParse(shown, out EmployeeNumber parsed))
                return null;
            DateOnly? birth = byBirth.Count == 0 ? null : reader.KeyValue(survey, PersonFields.BirthDate).AsDate();
            PersonQuery[] candidates =
                [.. byNumber[LedgerMatching.FoldNumber(shown)], .. birth is { } day ? byBirth[day] : []];
            if (candidates.Length == 0)
                return null;
            DraftRow read = reader.Read(LedgerTable.People, survey, number, shown, row);
            return candidates.Any(q => q.Matches(parsed, read.AsLedgerRow())) ? read : null;
        }, token);
    }

    private List<DraftRow> ReadRows(LedgerTable table, HashSet<string> numbers, CancellationToken token) =>
        Visit(
            table,
            (reader, survey, number, shown, row) => shown.Length > 0 && numbers.Contains(LedgerMatching.FoldNumber(shown))
                ? reader.Read(table, survey, number, shown, row)
                : null,
            token);

    private delegate DraftRow? RowPicker(LedgerRowReader reader, SheetSurvey survey, int number, string shown, RowView row);

    private List<DraftRow> Visit(LedgerTable table, RowPicker pick, CancellationToken token)
    {
        SheetLayout<LedgerField> sheet = layout.Tables[table];
        var reader = new LedgerRowReader(sheet, _codec, file.Map.Strings);
        LedgerField numberField = LedgerRowReader.NumberFieldOf(table);
        var found = new List<DraftRow>();
        using var rows = new SheetRows(file.Package, sheet.Sheet);
        SheetSurvey.Run(file.Map.Strings, rows, sheet.HeaderRow, reader.Roles, (survey, number, row) =>
        {
            token.ThrowIfCancellationRequested();
            if (pick(reader, survey, number, reader.KeyText(survey, numberField), row) is { } read)
                found.Add(read);
        });
        return found;
    }

    private static ILookup<string, DraftRow> ByNumber(IEnumerable<DraftRow> rows) =>
        rows.ToLookup(row => LedgerMatching.FoldNumber(row.EmployeeNumber), StringComparer.Ordinal);

    /// <summary>The rows with the person's very number, and those in another writing unless somebody else has that number too.</summary>
    private static IEnumerable<DraftRow> Of(DraftRow person, bool isAlone, ILookup<string, DraftRow> rows) =>
        rows[LedgerMatching.FoldNumber(person.EmployeeNumber)].Where(row => isAlone || row.EmployeeNumber == person.EmployeeNumber);
}
