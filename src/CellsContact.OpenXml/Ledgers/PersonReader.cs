using System.Runtime.CompilerServices;
using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Files;
using CellsContact.OpenXml.Layouts;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Values;

namespace CellsContact.OpenXml.Ledgers;

/// <summary>
/// Answers queries in one pass over each table: 個人情報 first, then the rows that belong to those found. Of a row no
/// more than the key columns is looked at unless they say that it may be asked for.
/// </summary>
internal sealed class PersonReader(WorkbookFile file, WorkbookLayout layout, OpenXmlLedgerOptions options)
{
    private readonly CellCodec _codec = new(options, file.Map.Styles, file.Map.Is1904);

    private delegate DraftRow? RowPicker(LedgerRowReader reader, RowCells cells, int number, ShownNumber shown, RowView row);

    public IReadOnlyList<LedgerPerson> Read(IReadOnlyList<PersonQuery> queries, CancellationToken token)
    {
        List<DraftRow> found = ReadPeople(queries, token);
        if (found.Count == 0)
            return [];
        ILookup<string, DraftRow> people = ByNumber(found);
        var numbers = new NumberSet();
        foreach (DraftRow person in found)
            numbers.Add(ShownNumber.Of(person.EmployeeNumber));
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
        var numbers = new NumberSet();
        var births = new Dictionary<DateOnly, List<PersonQuery>>();
        foreach (PersonQuery query in queries)
        {
            if (query.Number is { } number)
                numbers.Add(ShownNumber.Of(number.Value));
            else if (query.BirthDate is { } day && !births.TryAdd(day, [query]))
                births[day].Add(query);
        }

        return Visit(LedgerTable.People, (reader, cells, number, shown, row) =>
        {
            bool isNumber = numbers.Contains(shown);
            List<PersonQuery>? named = births.Count > 0 && reader.KeyValue(cells, row, PersonFields.BirthDate).AsDate() is { } birth
                ? births.GetValueOrDefault(birth) : null;
            if ((!isNumber && named is null) || !EmployeeNumber.TryParse(shown.ToString(), out EmployeeNumber parsed))
                return null;
            DraftRow read = reader.Take(cells, number, parsed.Value, row);
            return isNumber || named!.Exists(q => q.Matches(parsed, read.AsLedgerRow())) ? read : null;
        }, token);
    }

    private List<DraftRow> ReadRows(LedgerTable table, NumberSet numbers, CancellationToken token) => Visit(
        table, (reader, cells, number, shown, row) => numbers.Contains(shown) ? reader.Take(cells, number, shown.ToString(), row) : null, token);

    [MethodImpl(HotCode.Optimized)]
    private List<DraftRow> Visit(LedgerTable table, RowPicker pick, CancellationToken token)
    {
        SheetLayout<LedgerField> sheet = layout[table];
        var reader = new LedgerRowReader(table, sheet, _codec);
        var found = new List<DraftRow>();
        using var rows = new SheetRows(file.Package, sheet.Sheet);
        var cells = new RowCells(file.Map.Strings, reader.Roles, rows.PrefixLength, RowCells.KeyWidth(reader.Roles));
        while (rows.TryRead())
        {
            token.ThrowIfCancellationRequested();
            if (rows.Number <= sheet.HeaderRow)
                continue;
            RowView row = rows.Row;
            cells.Find(row);
            ShownNumber shown = reader.Number(cells, row);
            if (!shown.IsEmpty && pick(reader, cells, rows.Number, shown, row) is { } read)
                found.Add(read);
        }

        return found;
    }

    private static ILookup<string, DraftRow> ByNumber(IEnumerable<DraftRow> rows) =>
        rows.ToLookup(row => NumberSet.Fold(row.EmployeeNumber), StringComparer.Ordinal);

    /// <summary>The rows with the person's very number, and those in another writing unless somebody else has that number too.</summary>
    private static IEnumerable<DraftRow> Of(DraftRow person, bool isAlone, ILookup<string, DraftRow> rows) =>
        rows[NumberSet.Fold(person.EmployeeNumber)].Where(row => isAlone || row.EmployeeNumber == person.EmployeeNumber);
}
