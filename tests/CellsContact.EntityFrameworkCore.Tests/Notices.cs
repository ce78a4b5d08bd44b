using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace CellsContact.EntityFrameworkCore.Tests;

/// <summary>Notices and attempts with texts that a test can look for.</summary>
internal static class Notices
{
    public const string Name = "御手洗";
    public const string Phone = "090-9876-5432";

    public static DateTimeOffset Noon { get; } = new(2026, 4, 1, 12, 0, 0, TimeSpan.FromHours(9));

    public static EstablishmentId Establishment { get; } = EstablishmentId.Parse("E001");

    public static ContactKey Key(string id) => new(Establishment, ContactId.Parse(id));

    public static ReceivedContact Received(string id) => new(
        new HireContact
        {
            Id = ContactId.Parse(id),
            EstablishmentId = Establishment,
            SentAt = Noon,
            HireDate = new(2026, 4, 1),
            Person = new() { Name = new() { Family = Name, Given = "花子" }, BirthDate = new(1990, 5, 3), Phone = Phone },
        },
        Noon,
        "client-1",
        new string('a', 64));

    public static SaveAttempt Attempt(ContactEntry entry, string by = "clerk-1") => new()
    {
        Contact = entry.Key,
        Number = entry.Attempts.Count + 1,
        ChangeSet = new(new(entry.Key, entry.Attempts.Count + 1, ChangeSetPurpose.Apply), ContactKind.Hire, by,
        [
            new(LedgerTable.People, new(LedgerPersonKey.New("new")), LedgerChangeAction.Add,
            [
                new(PersonFields.Name, LedgerValue.Empty, LedgerValue.OfText($"{Name}　花子")),
                new(PersonFields.Phone, LedgerValue.Empty, LedgerValue.OfText(Phone)),
            ]),
        ]),
        Move = Move(entry, ContactAction.Reflect) with { OperatorId = by },
        Edits = [Edit.Set("person.phone", Phone)],
        DecisionHash = by,
    };

    public static ContactMove Move(ContactEntry entry, ContactAction action) => new()
    {
        Action = action,
        From = entry.Status,
        To = StatusTable.Next(entry.Status, entry.IsReflected, action)!.Value,
        OperatorId = "clerk-1",
        At = Noon,
        Memo = $"{Name}さんに電話 {Phone}",
    };

    public static LedgerReceipt Receipt(SaveAttempt attempt) =>
        new(attempt.ChangeSet.Id, attempt.ChangeSet.Hash, Noon, new Dictionary<string, EmployeeNumber> { ["new"] = EmployeeNumber.Parse("0001") });

    public static async Task<ContactEntry> AddedAsync(this IContactStore store, string id)
    {
        Assert.Equal(AddOutcome.Added, await store.AddAsync(Received(id), CancellationToken.None));
        return (await store.FindAsync(Key(id), CancellationToken.None))!;
    }
}
