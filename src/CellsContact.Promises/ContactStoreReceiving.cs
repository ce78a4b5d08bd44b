using CellsContact.Contacts;
using CellsContact.Statuses;
using CellsContact.Storage;
using static CellsContact.Promises.ContactStoreCast;
using static CellsContact.Promises.ContactStoreComparison;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Receiving: stored once, and found as it came.</summary>
internal static class ContactStoreReceiving
{
    internal static IReadOnlyList<Promise<IContactStoreHarness>> All { get; } =
    [
        new("A received notice is 未, of version 1, without draft, history and attempts.", Fresh),
        new("A notice comes back as it was received, with characters outside the basic plane and unknown properties.", AsReceived),
        new("Instants come back equal to the microsecond, whatever their offset.", Instants),
        new("The same notice again is a duplicate and changes nothing.", Duplicate),
        new("Another content under a known key is told and not stored.", DifferentContent),
        new("A notice nobody sent is not found.", NotFound),
        new("The same id at another establishment is another notice.", OtherEstablishment),
        new("Ids that differ by case only are two notices.", Ordinal),
        new("A notice without a key is refused.", Unset),
    ];

    private static async Task Fresh(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await ContactStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        Same("the status", ContactStatus.Unprocessed, entry.Status);
        Same("the version", 1, entry.Version);
        ThrowUnless(!entry.IsReflected, "it is reflected");
        ThrowUnless(entry.Draft.Count + entry.History.Count + entry.Attempts.Count == 0, "it has a draft, a history or an attempt");
    }

    private static async Task AsReceived(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await ContactStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        foreach (Contact contact in (Contact[])[Hire("c-1"), Separation("c-2", "００２７")])
        {
            ContactEntry entry = await scene.AddedAsync(Received(contact, hash: 'b')).ConfigureAwait(false);
            Same("the notice", ContactJson.Serialize(contact), ContactJson.Serialize(entry.Contact));
            Same("the kind", contact.Kind, entry.Contact.Kind);
            Same("the sender", "client-1", entry.Received.SenderId);
            Same("the content's hash", new string('b', 64), entry.Received.ContentHash);
        }
    }

    private static async Task Instants(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await ContactStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        foreach (DateTimeOffset at in (DateTimeOffset[])[Noon, Noon.ToOffset(TimeSpan.FromHours(-11)), Noon.AddMicroseconds(1), new(1969, 12, 31, 23, 59, 59, 999, 999, TimeSpan.Zero)])
        {
            ContactEntry entry = await scene.AddedAsync(Received(Hire($"c-{at.UtcTicks}-{at.Offset.Hours + 12}"), at)).ConfigureAwait(false);
            Same("the instant of receipt", at, entry.Received.ReceivedAt);
            entry = await scene.PreparedAsync(await scene.MovedAsync(entry, ContactAction.SaveDraft).ConfigureAwait(false)).ConfigureAwait(false);
            await scene.AbandonAsync(entry, at).ConfigureAwait(false);
            entry = await scene.FoundAsync(entry.Key).ConfigureAwait(false);
            Same("the instant of a move", Noon.AddHours(1), entry.History[0].At);
            Same("the end of an attempt", at, entry.Attempts[0].EndedAt);
        }
    }

    private static async Task Duplicate(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await ContactStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry first = await scene.AddedAsync().ConfigureAwait(false);
        ContactEntry moved = await scene.MovedAsync(first, ContactAction.SaveDraft, Edits).ConfigureAwait(false);
        AddOutcome again = await scene.Store.AddAsync(Received(Hire("c-1"), Noon.AddDays(1)), token).ConfigureAwait(false);
        Same("the outcome", AddOutcome.Duplicate, again);
        await scene.UnchangedAsync(moved).ConfigureAwait(false);
        await scene.ListsAsync(new(), "c-1").ConfigureAwait(false);
    }

    private static async Task DifferentContent(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await ContactStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry first = await scene.AddedAsync().ConfigureAwait(false);
        AddOutcome other = await scene.Store.AddAsync(Received(Hire("c-1") with { Remarks = "別" }, hash: 'b'), token).ConfigureAwait(false);
        Same("the outcome", AddOutcome.DifferentContent, other);
        await scene.UnchangedAsync(first).ConfigureAwait(false);
        await scene.ListsAsync(new(), "c-1").ConfigureAwait(false);
    }

    private static async Task NotFound(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await ContactStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        await scene.AddedAsync().ConfigureAwait(false);
        ThrowUnless(await scene.Store.FindAsync(Key("c-2"), token).ConfigureAwait(false) is null, "it is found");
    }

    private static async Task OtherEstablishment(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await ContactStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry first = await scene.AddedAsync().ConfigureAwait(false);
        ContactEntry second = await scene.AddedAsync(Received(Hire("c-1", E002), hash: 'b')).ConfigureAwait(false);
        await scene.MovedAsync(second, ContactAction.Decline).ConfigureAwait(false);
        await scene.UnchangedAsync(first).ConfigureAwait(false);
    }

    private static async Task Ordinal(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await ContactStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry lower = await scene.AddedAsync("c-1").ConfigureAwait(false);
        ContactEntry upper = await scene.AddedAsync(Received(Hire("C-1"), hash: 'b')).ConfigureAwait(false);
        await scene.MovedAsync(upper, ContactAction.Decline).ConfigureAwait(false);
        await scene.UnchangedAsync(lower).ConfigureAwait(false);
        await scene.ListsAsync(new() { Establishments = [EstablishmentId.Parse("e001")] }).ConfigureAwait(false);
    }

    private static async Task Unset(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await ContactStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        await ContactStoreScene.ThrowsAsync<ArgumentException>("adding a notice without a key",
            async () => await scene.Store.AddAsync(Received(Hire("c-1") with { Id = default }), token).ConfigureAwait(false)).ConfigureAwait(false);
        await scene.ListsAsync(new()).ConfigureAwait(false);
    }
}
