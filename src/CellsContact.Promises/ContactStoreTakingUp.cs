using CellsContact.Statuses;
using CellsContact.Storage;
using static CellsContact.Promises.ContactStoreCast;
using static CellsContact.Promises.ContactStoreComparison;
using static CellsContact.Promises.ContactStoreScene;

namespace CellsContact.Promises;

/// <summary>Taking an open attempt up: from then on nobody who had it before can abandon it.</summary>
internal static class ContactStoreTakingUp
{
    internal static IReadOnlyList<Promise<IContactStoreHarness>> All { get; } =
    [
        new("Taking an open attempt up changes nothing of the notice but its version.", OnlyTheVersion),
        new("Taking up an attempt that is not open answers with the notice and changes nothing.", NotOpen),
        new("Taking up for a notice nobody sent answers that there is none.", NotFound),
        new("An attempt is abandoned only by the version it was prepared or last taken up with; by another nothing changes.", Held),
        new("Of ten who take an attempt up at once each is answered with a version of its own, and only the last one's abandons it.", AtOnce),
    ];

    private static async Task OnlyTheVersion(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.MovedAsync(await scene.AddedAsync().ConfigureAwait(false), ContactAction.SaveDraft, Edits).ConfigureAwait(false);
        ContactEntry prepared = await scene.PreparedAsync(entry).ConfigureAwait(false);
        ContactEntry expected = prepared with { Version = prepared.Version + 1 };
        ContactStoreComparison.Same(expected, Done(await scene.TakeUpAsync(entry.Key, 1).ConfigureAwait(false)));
        await scene.UnchangedAsync(expected).ConfigureAwait(false);
    }

    private static async Task NotOpen(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        await RefusedAsync(entry, 1).ConfigureAwait(false);
        ContactEntry prepared = await scene.PreparedAsync(entry).ConfigureAwait(false);
        await RefusedAsync(prepared, 2).ConfigureAwait(false);
        ContactEntry abandoned = await scene.AbandonAsync(prepared).ConfigureAwait(false);
        await RefusedAsync(abandoned, 1).ConfigureAwait(false);
        ContactEntry second = await scene.PreparedAsync(abandoned).ConfigureAwait(false);
        await RefusedAsync(second, 1).ConfigureAwait(false);
        ContactEntry completed = await scene.CompleteAsync(entry.Key, 2, Receipt(second.Attempts[1])).ConfigureAwait(false);
        await RefusedAsync(completed, 2).ConfigureAwait(false);

        async Task RefusedAsync(ContactEntry before, int attempt)
        {
            ContactStoreComparison.Same(before, As<StoreOutcome.Stale>(await scene.TakeUpAsync(before.Key, attempt).ConfigureAwait(false)).Entry);
            await scene.UnchangedAsync(before).ConfigureAwait(false);
        }
    }

    private static async Task NotFound(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry prepared = await scene.PreparedAsync(await scene.AddedAsync().ConfigureAwait(false)).ConfigureAwait(false);
        As<StoreOutcome.NotFound>(await scene.TakeUpAsync(Key("c-2"), 1).ConfigureAwait(false));
        await scene.UnchangedAsync(prepared).ConfigureAwait(false);
    }

    private static async Task Held(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry prepared = await scene.PreparedAsync(await scene.AddedAsync().ConfigureAwait(false)).ConfigureAwait(false);
        ContactEntry second = Done(await scene.TakeUpAsync(prepared.Key, 1).ConfigureAwait(false));
        ContactEntry third = Done(await scene.TakeUpAsync(prepared.Key, 1).ConfigureAwait(false));
        foreach (long version in (long[])[prepared.Version, second.Version, third.Version + 1])
        {
            ContactStoreComparison.Same(third, await scene.AbandonAsync(prepared.Key, 1, version).ConfigureAwait(false));
            await scene.UnchangedAsync(third).ConfigureAwait(false);
        }

        ContactEntry abandoned = await scene.AbandonAsync(third).ConfigureAwait(false);
        Same("the attempt's state", AttemptState.Abandoned, abandoned.Attempts[0].State);
        await scene.UnchangedAsync(abandoned).ConfigureAwait(false);
    }

    private static async Task AtOnce(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry prepared = await scene.PreparedAsync(await scene.AddedAsync().ConfigureAwait(false)).ConfigureAwait(false);
        StoreOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(1, 10).Select(_ => Task.Run(() => scene.TakeUpAsync(prepared.Key, 1), token))).ConfigureAwait(false);
        long[] versions = [.. outcomes.Select(outcome => Done(outcome).Version).Order()];
        Same("how many versions there are", 10, versions.Distinct().Count());
        foreach (long version in versions)
        {
            ContactEntry entry = await scene.AbandonAsync(prepared.Key, 1, version).ConfigureAwait(false);
            Same("whether it is abandoned", version == versions[^1], entry.OpenAttempt is null);
        }
    }
}
