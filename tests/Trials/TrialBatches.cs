using System.Globalization;
using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml;

namespace CellsContact.Trials;

/// <summary>A large office's ledger and batches of change sets for it, from a seed.</summary>
public static class TrialBatches
{
    /// <summary>The smallest staff that a batch can be about: as many as the largest batch has sets.</summary>
    public const int FewestPeople = 50;

    private const int FewestSets = 20;

    /// <summary>The ledger of a folder, on the office's clock: the same sets make the same workbook.</summary>
    public static OpenXmlLedger Ledger(OfficeFolder folder) => new(new() { WorkbookFor = _ => folder.Workbook }, TrialOffice.Hours);

    /// <summary>One set that hires everybody, numbers 00001 and on.</summary>
    public static LedgerChangeSet Staff(int people) => Set(
        "staff", ContactKind.Hire, [.. Enumerable.Range(1, people).SelectMany(person => Hire(LedgerPersonKey.Of(Number(person)), person, To(PersonFields.EmployeeNumber, LedgerValue.OfText(Number(person).Value))))]);

    /// <summary>20 to 50 sets: hires of new people, and new phone numbers and addresses of some of the staff, each once.</summary>
    public static IReadOnlyList<LedgerChangeSet> Of(int seed, int people)
    {
        Random random = new(seed);
        int[] changed = [.. Enumerable.Range(1, people)];
        random.Shuffle(changed);
        return
        [
            .. Enumerable.Range(0, random.Next(FewestSets, FewestPeople + 1)).Select(at => random.Next(2) == 0
                ? Set($"hire-{at}", ContactKind.Hire, [.. Hire(LedgerPersonKey.New("hire"), people + 1 + at)])
                : Set($"move-{at}", ContactKind.AddressNameChange, [Move(changed[at], random)])),
        ];
    }

    private static IEnumerable<LedgerChange> Hire(LedgerPersonKey key, int person, params FieldChange[] more)
    {
        LedgerValue name = LedgerValue.OfText($"社員　{Number(person)}");
        yield return new(LedgerTable.People, new(key), LedgerChangeAction.Add,
        [
            .. more,
            To(PersonFields.Name, name),
            To(PersonFields.NameKana, LedgerValue.OfText("シャイン　ジロウ")),
            To(PersonFields.BirthDate, LedgerValue.OfDate(new DateOnly(1960, 1, 1).AddDays(person))),
            To(PersonFields.PostalCode, LedgerValue.OfText("460-0008")),
            To(PersonFields.Address, Address(person)),
            To(PersonFields.Phone, Phone(person)),
            To(PersonFields.HiredOn, LedgerValue.OfDate(new DateOnly(2020, 4, 1).AddDays(person % 1000))),
        ]);
        yield return new(LedgerTable.Payroll, new(key), LedgerChangeAction.Add,
            [To(PayrollFields.Name, name), To(PayrollFields.WageInCash, LedgerValue.OfNumber(200_000 + person))]);
    }

    private static LedgerChange Move(int person, Random random) => new(
        LedgerTable.People,
        new(LedgerPersonKey.Of(Number(person))),
        LedgerChangeAction.Update,
        [
            new(PersonFields.Address, Address(person), LedgerValue.OfText($"大阪府大阪市北区梅田{random.Next(1, 10)}-{random.Next(1, 100)}")),
            new(PersonFields.Phone, Phone(person), LedgerValue.OfText(string.Create(CultureInfo.InvariantCulture, $"080-{random.Next(10000):0000}-{random.Next(10000):0000}"))),
        ]);

    private static LedgerChangeSet Set(string contact, ContactKind kind, IReadOnlyList<LedgerChange> changes) =>
        new(new(new(OfficeFolder.Establishment, ContactId.Parse(contact)), 1, ChangeSetPurpose.Apply), kind, TrialOffice.Clerk.Name!, changes);

    private static FieldChange To(LedgerField field, LedgerValue after) => new(field, LedgerValue.Empty, after);

    private static LedgerValue Address(int person) => LedgerValue.OfText(string.Create(CultureInfo.InvariantCulture, $"愛知県名古屋市中区栄{1 + (person % 9)}-{person}"));

    private static LedgerValue Phone(int person) => LedgerValue.OfText(string.Create(CultureInfo.InvariantCulture, $"090-0000-{person:0000}"));

    private static EmployeeNumber Number(int person) => EmployeeNumber.Parse(person.ToString("00000", CultureInfo.InvariantCulture));
}
