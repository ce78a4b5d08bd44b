using CellsContact.Contacts;
using CellsContact.Statuses;
using CellsContact.Storage;
using static CellsContact.Promises.ContactStoreCast;
using static CellsContact.Promises.ContactStoreComparison;
using static CellsContact.Promises.ContactStoreScene;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Erasing (保管期間): all of a notice goes, and only that it was there stays.</summary>
internal static class ContactStoreErasing
{
    internal static IReadOnlyList<Promise<IContactStoreHarness>> All { get; } =
    [
        new("An erased notice is neither found nor listed, by none of its keys either.", Gone),
        new("An erased notice that is sent again is expired, whatever its content, and not stored.", Expired),
        new("Erasing leaves every other notice as it was, one with the same id elsewhere too.", OthersStay),
        new("A notice with an open attempt is not erased, and answered as left.", OpenStays),
        new("Erasing again, or what is not there, erases nothing and leaves no trace.", Nothing),
        new("Writing to an erased notice answers that there is none.", NotWritable),
        new("Of ten who erase the same notices at once each notice is one's alone.", AtOnce),
        new("No sequence is used again after an erasure.", Sequence),
        new("More than a thousand notices at once are refused, and none is erased.", TooMany),
        new("Releasing what was erased, once or twice, changes nothing of what is kept.", Released),
        new("What was erased is expired after reopening too.", Reopened),
    ];

    private static async Task Gone(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry saved = await scene.SavedAsync(await scene.MovedAsync(await scene.AddedAsync().ConfigureAwait(false), ContactAction.SaveDraft, Edits).ConfigureAwait(false)).ConfigureAwait(false);
        await scene.ErasesAsync([saved.Key], saved.Key).ConfigureAwait(false);
        ThrowUnless(await scene.Store.FindAsync(saved.Key, token).ConfigureAwait(false) is null, "it is found");
        await scene.ListsAsync(new()).ConfigureAwait(false);
        await scene.ListsAsync(new() { AnyKey = [.. ContactSearchKeys.Of(saved.Contact)] }).ConfigureAwait(false);
    }

    private static async Task Expired(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.AddedAsync().ConfigureAwait(false);
        await scene.ErasesAsync([Key("c-1")], Key("c-1")).ConfigureAwait(false);
        Same("sending it again", AddOutcome.Expired, await scene.Store.AddAsync(Received(Hire("c-1")), token).ConfigureAwait(false));
        Same("sending it with another content", AddOutcome.Expired, await scene.Store.AddAsync(Received(Hire("c-1"), hash: 'b'), token).ConfigureAwait(false));
        await scene.ListsAsync(new()).ConfigureAwait(false);
    }

    private static async Task OthersStay(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.AddedAsync("c-1").ConfigureAwait(false);
        ContactEntry elsewhere = await scene.AddedAsync(Received(Hire("c-1", E002))).ConfigureAwait(false);
        ContactEntry upper = await scene.AddedAsync("C-1").ConfigureAwait(false);
        ContactEntry saved = await scene.SavedAsync(await scene.MovedAsync(await scene.AddedAsync("c-2").ConfigureAwait(false), ContactAction.SaveDraft, Edits).ConfigureAwait(false)).ConfigureAwait(false);
        await scene.ErasesAsync([Key("c-1")], Key("c-1")).ConfigureAwait(false);
        foreach (ContactEntry other in (ContactEntry[])[elsewhere, upper, saved])
            await scene.UnchangedAsync(other).ConfigureAwait(false);
        await scene.ListsAsync(new() { AnyKey = [.. ContactSearchKeys.Of(saved.Contact)] }, "c-2", "C-1", "c-1").ConfigureAwait(false);
    }

    private static async Task OpenStays(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry open = await scene.PreparedAsync(await scene.AddedAsync("c-1").ConfigureAwait(false)).ConfigureAwait(false);
        await scene.AbandonAsync(await scene.PreparedAsync(await scene.AddedAsync("c-2").ConfigureAwait(false)).ConfigureAwait(false)).ConfigureAwait(false);
        await scene.ErasesAsync([open.Key, Key("c-2")], Key("c-2")).ConfigureAwait(false);
        await scene.UnchangedAsync(open).ConfigureAwait(false);
        await scene.CompleteAsync(open.Key, 1, Receipt(open.Attempts[0])).ConfigureAwait(false);
        await scene.ErasesAsync([open.Key], open.Key).ConfigureAwait(false);
    }

    private static async Task Nothing(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.AddedAsync("c-1").ConfigureAwait(false);
        await scene.ErasesAsync([Key("c-1"), Key("c-1"), Key("c-2")], Key("c-1")).ConfigureAwait(false);
        await scene.ErasesAsync([Key("c-1")]).ConfigureAwait(false);
        await scene.ErasesAsync([]).ConfigureAwait(false);
        await scene.AddedAsync("c-2").ConfigureAwait(false);
    }

    private static async Task NotWritable(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        await scene.ErasesAsync([entry.Key], entry.Key).ConfigureAwait(false);
        As<StoreOutcome.NotFound>(await scene.PrepareAsync(Attempt(entry), entry.Version).ConfigureAwait(false));
        As<StoreOutcome.NotFound>(await scene.TakeUpAsync(entry.Key, 1).ConfigureAwait(false));
        As<StoreOutcome.NotFound>(await scene.MoveAsync(entry, Move(entry, ContactAction.Decline)).ConfigureAwait(false));
        await ThrowsAsync<InvalidOperationException>("completing", () => scene.CompleteAsync(entry.Key, 1, Receipt(Attempt(entry)))).ConfigureAwait(false);
        await scene.ListsAsync(new()).ConfigureAwait(false);
    }

    private static async Task AtOnce(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactKey[] keys = [.. Enumerable.Range(1, 5).Select(i => Key($"c-{i}"))];
        foreach (ContactKey key in keys)
            await scene.AddedAsync(key.Id.Value).ConfigureAwait(false);
        IReadOnlyList<ContactKey>[] erased = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(
            async () => await scene.Store.EraseAsync(keys, token).ConfigureAwait(false), token))).ConfigureAwait(false);
        ThrowUnless(erased.SelectMany(one => one).Order(Comparer<ContactKey>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()))).SequenceEqual(keys), "some notice is answered as erased more than once, or never");
        await scene.ListsAsync(new()).ConfigureAwait(false);
    }

    private static async Task Sequence(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.AddedAsync("c-1").ConfigureAwait(false);
        long last = (await scene.ListAsync(new()).ConfigureAwait(false))[0].Sequence;
        await scene.ErasesAsync([Key("c-1")], Key("c-1")).ConfigureAwait(false);
        await scene.Store.ReleaseErasedAsync(token).ConfigureAwait(false);
        await scene.AddedAsync("c-2").ConfigureAwait(false);
        ThrowUnless((await scene.ListAsync(new()).ConfigureAwait(false))[0].Sequence > last, "the next notice's sequence is not larger than the erased one's");
    }

    private static async Task TooMany(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync("c-0").ConfigureAwait(false);
        await ThrowsAsync<ArgumentOutOfRangeException>("erasing 1001 notices", async () =>
            await scene.Store.EraseAsync([.. Enumerable.Range(0, 1001).Select(i => Key($"c-{i}"))], token).ConfigureAwait(false)).ConfigureAwait(false);
        await scene.UnchangedAsync(entry).ConfigureAwait(false);
        await scene.ErasesAsync([.. Enumerable.Range(0, 1000).Select(i => Key($"c-{i}"))], Key("c-0")).ConfigureAwait(false);
    }

    private static async Task Released(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.AddedAsync("c-1").ConfigureAwait(false);
        ContactEntry kept = await scene.SavedAsync(await scene.AddedAsync("c-2").ConfigureAwait(false)).ConfigureAwait(false);
        await scene.ErasesAsync([Key("c-1")], Key("c-1")).ConfigureAwait(false);
        await scene.Store.ReleaseErasedAsync(token).ConfigureAwait(false);
        await scene.Store.ReleaseErasedAsync(token).ConfigureAwait(false);
        await scene.UnchangedAsync(kept).ConfigureAwait(false);
        Same("sending it again", AddOutcome.Expired, await scene.Store.AddAsync(Received(Hire("c-1")), token).ConfigureAwait(false));
        await scene.TellsAsync("c-2", "0028").ConfigureAwait(false);
    }

    private static async Task Reopened(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.AddedAsync().ConfigureAwait(false);
        await scene.ErasesAsync([Key("c-1")], Key("c-1")).ConfigureAwait(false);
        ContactStoreScene reopened = await scene.ReopenedAsync().ConfigureAwait(false);
        Same("sending it again", AddOutcome.Expired, await reopened.Store.AddAsync(Received(Hire("c-1")), token).ConfigureAwait(false));
        await reopened.ListsAsync(new()).ConfigureAwait(false);
    }
}
