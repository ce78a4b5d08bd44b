using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;
using static CellsContact.Promises.ContactStoreCast;
using static CellsContact.Promises.ContactStoreComparison;

namespace CellsContact.Promises;

/// <summary>Listing: which notices, in which order, how many.</summary>
internal static class ContactStoreListing
{
    internal static IReadOnlyList<Promise<IContactStoreHarness>> All { get; } =
    [
        new("A list is newest receipt first, by the order of receiving.", NewestFirst),
        new("A page ends at its limit, and the next begins where its last sequence says.", Pages),
        new("A list can be oldest receipt first, and its next page begins where its last sequence says.", OldestFirst),
        new("A list can be of some establishments; of none it is empty.", ByEstablishment),
        new("A list can be of a time: from its first instant, before its last.", ByInstant),
        new("A list can be of one kind.", ByKind),
        new("A list can be of one status.", ByStatus),
        new("A list can be of notices with any of some search keys; of none it is empty.", ByKey),
        new("A list can be of the notices with an open attempt.", ByOpenAttempt),
        new("Every condition of a list has to be met.", ByEverything),
        new("A list tells of a notice what finding it tells.", Items),
    ];

    private static async Task NewestFirst(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await ContactStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        await scene.AddedAsync(Received(Hire("c-2"), Noon)).ConfigureAwait(false);
        await scene.AddedAsync(Received(Hire("c-1"), Noon.AddHours(-1))).ConfigureAwait(false);
        await scene.AddedAsync(Received(Hire("c-3", E002), Noon.AddHours(-2))).ConfigureAwait(false);
        await scene.ListsAsync(new(), "c-3", "c-1", "c-2").ConfigureAwait(false);
    }

    private static async Task Pages(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await ContactStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        for (int i = 1; i <= 5; i++)
            await scene.AddedAsync($"c-{i}").ConfigureAwait(false);
        await scene.ListsAsync(new() { Limit = 2 }, "c-5", "c-4").ConfigureAwait(false);
        IReadOnlyList<ContactListItem> first = await scene.ListAsync(new() { Limit = 2 }).ConfigureAwait(false);
        await scene.AddedAsync("c-6").ConfigureAwait(false);
        await scene.ListsAsync(new() { Limit = 2, BeforeSequence = first[1].Sequence }, "c-3", "c-2").ConfigureAwait(false);
        IReadOnlyList<ContactListItem> second = await scene.ListAsync(new() { Limit = 2, BeforeSequence = first[1].Sequence }).ConfigureAwait(false);
        await scene.ListsAsync(new() { Limit = 2, BeforeSequence = second[1].Sequence }, "c-1").ConfigureAwait(false);
    }

    private static async Task OldestFirst(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await ContactStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        for (int i = 1; i <= 5; i++)
            await scene.AddedAsync(Received(Hire($"c-{i}"), Noon.AddHours(-i))).ConfigureAwait(false);
        ContactStoreQuery query = new() { OldestFirst = true, Limit = 2 };
        await scene.ListsAsync(query, "c-1", "c-2").ConfigureAwait(false);
        IReadOnlyList<ContactListItem> first = await scene.ListAsync(query).ConfigureAwait(false);
        await scene.Store.EraseAsync([Key("c-1"), Key("c-3")], token).ConfigureAwait(false);
        await scene.ListsAsync(query with { AfterSequence = first[1].Sequence }, "c-4", "c-5").ConfigureAwait(false);
        await scene.ListsAsync(query with { AfterSequence = first[1].Sequence, ReceivedBefore = Noon.AddHours(-4) }, "c-5").ConfigureAwait(false);
    }

    private static async Task ByEstablishment(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await ContactStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        await scene.AddedAsync("c-1").ConfigureAwait(false);
        await scene.AddedAsync(Received(Hire("c-2", E002))).ConfigureAwait(false);
        await scene.AddedAsync(Received(Hire("c-3", EstablishmentId.Parse("E003")))).ConfigureAwait(false);
        await scene.ListsAsync(new() { Establishments = [E001] }, "c-1").ConfigureAwait(false);
        await scene.ListsAsync(new() { Establishments = [E002, E001] }, "c-2", "c-1").ConfigureAwait(false);
        await scene.ListsAsync(new() { Establishments = [] }).ConfigureAwait(false);
    }

    private static async Task ByInstant(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await ContactStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        DateTimeOffset until = Noon.AddHours(1);
        await scene.AddedAsync(Received(Hire("before"), Noon.AddMicroseconds(-1))).ConfigureAwait(false);
        await scene.AddedAsync(Received(Hire("first"), Noon)).ConfigureAwait(false);
        await scene.AddedAsync(Received(Hire("last"), until.AddMicroseconds(-1))).ConfigureAwait(false);
        await scene.AddedAsync(Received(Hire("after"), until)).ConfigureAwait(false);
        await scene.ListsAsync(new() { ReceivedFrom = Noon.ToUniversalTime(), ReceivedBefore = until }, "last", "first").ConfigureAwait(false);
        await scene.ListsAsync(new() { ReceivedFrom = until }, "after").ConfigureAwait(false);
        await scene.ListsAsync(new() { ReceivedBefore = Noon }, "before").ConfigureAwait(false);
        await scene.ListsAsync(new() { ReceivedFrom = Noon.AddTicks(1), ReceivedBefore = until.AddTicks(1) }, "after", "last").ConfigureAwait(false);
    }

    private static async Task ByKind(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await ContactStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        await scene.AddedAsync("c-1").ConfigureAwait(false);
        await scene.AddedAsync(Received(Separation("c-2", "0027"))).ConfigureAwait(false);
        await scene.ListsAsync(new() { Kind = ContactKind.Separation }, "c-2").ConfigureAwait(false);
        await scene.ListsAsync(new() { Kind = ContactKind.MyNumberUpdate }).ConfigureAwait(false);
    }

    private static async Task ByStatus(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await ContactStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry declined = await scene.AddedAsync("c-1").ConfigureAwait(false);
        await scene.AddedAsync("c-2").ConfigureAwait(false);
        ContactEntry reflected = await scene.AddedAsync("c-3").ConfigureAwait(false);
        await scene.MovedAsync(declined, ContactAction.Decline).ConfigureAwait(false);
        await scene.SavedAsync(reflected).ConfigureAwait(false);
        await scene.ListsAsync(new() { Status = ContactStatus.Declined }, "c-1").ConfigureAwait(false);
        await scene.ListsAsync(new() { Status = ContactStatus.Unprocessed }, "c-2").ConfigureAwait(false);
        await scene.ListsAsync(new() { Status = ContactStatus.Registered }, "c-3").ConfigureAwait(false);
    }

    private static async Task ByKey(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await ContactStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        await scene.AddedAsync(Received(Separation("c-1", "００２７"))).ConfigureAwait(false);
        await scene.AddedAsync(Received(Separation("c-2", "0028"))).ConfigureAwait(false);
        await scene.AddedAsync(Received(Separation("c-3", "0029") with { Corrects = ContactId.Parse("c-1") })).ConfigureAwait(false);
        await scene.AddedAsync(Received(Hire("c-4"))).ConfigureAwait(false);
        string number = ContactSearchKeys.Number(EmployeeNumber.Parse("27"));
        await scene.ListsAsync(new() { AnyKey = [number] }, "c-1").ConfigureAwait(false);
        await scene.ListsAsync(new() { AnyKey = [number, ContactSearchKeys.Replacing(ContactId.Parse("c-1"))] }, "c-3", "c-1").ConfigureAwait(false);
        await scene.ListsAsync(new() { AnyKey = [.. ContactSearchKeys.Person("𠮷田 葛太郎", "ﾖｼﾀﾞﾀﾛｳ", new(1990, 5, 3))] }, "c-4").ConfigureAwait(false);
        await scene.ListsAsync(new() { AnyKey = [number], Establishments = [E002] }).ConfigureAwait(false);
        await scene.ListsAsync(new() { AnyKey = [] }).ConfigureAwait(false);
    }

    private static async Task ByOpenAttempt(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await ContactStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry open = await scene.AddedAsync("c-1").ConfigureAwait(false);
        ContactEntry saved = await scene.AddedAsync("c-2").ConfigureAwait(false);
        ContactEntry abandoned = await scene.AddedAsync("c-3").ConfigureAwait(false);
        await scene.AddedAsync("c-4").ConfigureAwait(false);
        await scene.PreparedAsync(open).ConfigureAwait(false);
        await scene.SavedAsync(saved).ConfigureAwait(false);
        await scene.AbandonAsync(await scene.PreparedAsync(abandoned).ConfigureAwait(false)).ConfigureAwait(false);
        await scene.ListsAsync(new() { OnlyOpenAttempts = true }, "c-1").ConfigureAwait(false);
    }

    private static async Task ByEverything(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await ContactStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        await scene.AddedAsync(Received(Separation("right", "0027"))).ConfigureAwait(false);
        await scene.AddedAsync(Received(Separation("number", "0028"))).ConfigureAwait(false);
        await scene.AddedAsync(Received(Separation("place", "0027") with { EstablishmentId = E002 })).ConfigureAwait(false);
        await scene.AddedAsync(Received(Separation("late", "0027"), Noon.AddDays(1))).ConfigureAwait(false);
        await scene.AddedAsync(Received(Separation("early", "0027"), Noon.AddDays(-1))).ConfigureAwait(false);
        ContactEntry declined = await scene.AddedAsync(Received(Separation("status", "0027"))).ConfigureAwait(false);
        await scene.MovedAsync(declined, ContactAction.Decline).ConfigureAwait(false);
        await scene.AddedAsync(Received(Hire("kind"))).ConfigureAwait(false);
        ContactStoreQuery query = new()
        {
            Establishments = [E001],
            ReceivedFrom = Noon,
            ReceivedBefore = Noon.AddHours(1),
            Kind = ContactKind.Separation,
            Status = ContactStatus.Unprocessed,
            AnyKey = [ContactSearchKeys.Number(EmployeeNumber.Parse("0027"))],
        };
        await scene.ListsAsync(query, "right").ConfigureAwait(false);
        await scene.ListsAsync(query with { OnlyOpenAttempts = true }).ConfigureAwait(false);
    }

    private static async Task Items(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await ContactStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        await scene.PreparedAsync(await scene.AddedAsync("c-1").ConfigureAwait(false)).ConfigureAwait(false);
        await scene.SavedAsync(await scene.AddedAsync("c-2").ConfigureAwait(false)).ConfigureAwait(false);
        await scene.MovedAsync(await scene.AddedAsync("c-3").ConfigureAwait(false), ContactAction.Decline).ConfigureAwait(false);
        foreach (ContactListItem item in await scene.ListAsync(new()).ConfigureAwait(false))
        {
            ContactEntry entry = await scene.FoundAsync(item.Key).ConfigureAwait(false);
            Same("the notice", ContactJson.Serialize(entry.Contact), ContactJson.Serialize(item.Contact));
            Same("the instant of receipt", entry.Received.ReceivedAt, item.Received.ReceivedAt);
            Same("the sender", entry.Received.SenderId, item.Received.SenderId);
            Same("the content's hash", entry.Received.ContentHash, item.Received.ContentHash);
            Same("the status", entry.Status, item.Status);
            Same("whether it is reflected", entry.IsReflected, item.IsReflected);
            Same("whether an attempt is open", entry.OpenAttempt is not null, item.HasOpenAttempt);
        }
    }
}
