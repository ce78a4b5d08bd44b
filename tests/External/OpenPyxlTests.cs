using CellsContact.Ledgers;
using CellsContact.Trials;

namespace CellsContact.External;

/// <summary>A touched workbook in openpyxl: it loads, dates are dates, ids are text, and every value is the one the ledger reads.</summary>
public sealed class OpenPyxlTests
{
    private static readonly LedgerTable[] s_tables = [LedgerTable.People, LedgerTable.Payroll, LedgerTable.Dependents];

    [Fact]
    public async Task ReflectedWorkbook_Read_HasTheValuesTheLedgerReads()
    {
        OfficeFolder folder = await ReflectedOffice.CreateAsync();
        await using TrialOffice office = await TrialOffice.OpenAsync(folder);

        await AssertSameAsync(folder, await ReflectedOffice.PeopleAsync(office));
        folder.Delete();
    }

    [Fact]
    public async Task WorkbookSavedByLibreOfficeAndReflectedInto_Read_HasTheValuesTheLedgerReads()
    {
        OfficeFolder folder = await ReflectedOffice.CreateAsync();
        using (LibreOffice libreOffice = new())
            File.Copy(await libreOffice.SaveAsync(folder.Workbook), folder.Workbook, overwrite: true);
        await using TrialOffice office = await TrialOffice.OpenAsync(folder);
        await ExampleOffice.ReflectAsync(office, (await ExampleOffice.ReceiveAsync(office, ExampleOffice.Message(ReflectedOffice.Last)))[0]);

        await AssertSameAsync(folder, await ReflectedOffice.PeopleAsync(office));
        folder.Delete();
    }

    [Fact]
    public async Task RichWorkbook_Read_HasTheNewRowAndTheOldOnes()
    {
        OfficeFolder folder = await RichOffice.CreateAsync();

        List<Dictionary<string, PyCell>> people = (await OpenPyxl.ReadAsync(folder.Workbook))["個人情報"];

        Dictionary<string, PyCell> hired = people.Single(row => row.GetValueOrDefault("氏　名")?.Text == RichOffice.HiredName);
        Assert.Equal(new PyCell("date", "2000-02-29"), hired["生年月日"]);
        Assert.Equal(new PyCell("text", "001-0010"), hired["郵便番号"]);
        Assert.Equal("text", hired["社員番号"].Kind);
        Assert.Equal(new PyCell("number", "27"), people[1]["社員番号"]);
        Assert.Equal(new PyCell("date", "1980-01-01"), people[0]["生年月日"]);
        folder.Delete();
    }

    private static async Task AssertSameAsync(OfficeFolder folder, IReadOnlyList<LedgerPerson> people)
    {
        Dictionary<string, List<Dictionary<string, PyCell>>> sheets = await OpenPyxl.ReadAsync(folder.Workbook);
        Assert.Equal(5, people.Count);
        foreach (LedgerTable table in s_tables)
        {
            LedgerRow[] expected = [.. people.SelectMany(person => Rows(person, table))];
            List<Dictionary<string, PyCell>> actual = sheets[LedgerFields.LabelOf(table)];
            Assert.Equal(
                expected.Select(row => Line(row, table)).Order(StringComparer.Ordinal),
                actual.Select(row => Line(row, table)).Order(StringComparer.Ordinal));
        }
    }

    private static IEnumerable<LedgerRow> Rows(LedgerPerson person, LedgerTable table) => table switch
    {
        LedgerTable.People => [person.Row],
        LedgerTable.Payroll => person.Payroll is { } payroll ? [payroll] : [],
        _ => person.Dependents,
    };

    private static string Line(LedgerRow row, LedgerTable table) => string.Join(" | ", LedgerFields.Of(table)
        .Where(field => !row[field].IsEmpty)
        .Select(field => row[field] switch
        {
            { Kind: LedgerValueKind.Choice } value => $"{field.Label} text {field.Choices.Single(choice => choice.Code == value.Text).Label}",
            { Kind: LedgerValueKind.Date } value => $"{field.Label} date {value.Text}",
            { Kind: LedgerValueKind.Number } value => $"{field.Label} number {value.Text}",
            var value => $"{field.Label} text {value.Text}",
        }));

    private static string Line(Dictionary<string, PyCell> row, LedgerTable table) => string.Join(" | ", LedgerFields.Of(table)
        .Where(field => row.ContainsKey(field.Label))
        .Select(field => $"{field.Label} {row[field.Label].Kind} {row[field.Label].Text}"));
}
