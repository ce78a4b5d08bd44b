using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Ledgers;
using CellsContact.Trials;

namespace CellsContact.External;

/// <summary>A workbook into which the wire examples were reflected at the real desk, all but the last.</summary>
internal static class ReflectedOffice
{
    internal const string Last = "insurance-leave.json";

    private static readonly string[] s_numbers = ["0012", "0019", "0027", "0031", "0032"];

    internal static async Task<OfficeFolder> CreateAsync()
    {
        OfficeFolder folder = OfficeFolder.CreateTemporary();
        await using TrialOffice office = await TrialOffice.OpenAsync(folder);
        await ExampleOffice.HireCastAsync(office);
        foreach (string example in ExampleOffice.Reflectable.Where(example => example != Last))
            await ExampleOffice.ReflectAsync(office, (await ExampleOffice.ReceiveAsync(office, ExampleOffice.Message(example)))[0]);
        return folder;
    }

    /// <summary>The people as the ledger reads them, the one hired by the example among them.</summary>
    internal static async Task<IReadOnlyList<LedgerPerson>> PeopleAsync(TrialOffice office) => (await office.Ledger.ReadAsync(
        OfficeFolder.Establishment,
        [.. s_numbers.Select(number => PersonQuery.ByNumber(EmployeeNumber.Parse(number)))],
        CancellationToken.None)).People;

    /// <summary>Every change set that was ever applied.</summary>
    internal static async Task<IReadOnlyList<LedgerChangeSet>> AppliedAsync(TrialOffice office)
    {
        List<LedgerChangeSet> applied = [];
        ContactPage page = await office.Desk.ListAsync(new ContactQuery { Establishment = OfficeFolder.Establishment, AllDates = true }, TrialOffice.Clerk);
        foreach (ContactKey key in page.Items.Where(item => item.IsReflected).Select(item => item.Key))
            applied.AddRange((await office.Store.FindAsync(key, CancellationToken.None))!.Attempts.Select(attempt => attempt.ChangeSet));
        return applied;
    }

    /// <summary>All values of some people, as lines.</summary>
    internal static string Lines(IEnumerable<LedgerPerson> people) => string.Join('\n', people.SelectMany(person =>
        new[] { person.Row, person.Payroll }.Concat(person.Dependents).OfType<LedgerRow>().Select(row => string.Join(" | ", row.Values
            .Where(value => !value.Value.IsEmpty)
            .OrderBy(value => value.Key.Id, StringComparer.Ordinal)
            .Select(value => $"{value.Key.Id} {value.Value.Kind} {value.Value.Text}")))));
}
