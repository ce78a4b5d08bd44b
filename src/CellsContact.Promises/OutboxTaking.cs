using CellsContact.Statuses;
using CellsContact.Storage;
using static CellsContact.Promises.ContactStoreComparison;
using static CellsContact.Promises.ContactStoreScene;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Taking messages to deliver them: which, for how long, and by whom.</summary>
internal static class OutboxTaking
{
    internal static IReadOnlyList<Promise<IContactStoreHarness>> All { get; } =
    [
        new("Messages that are due are taken oldest first, as many as asked for, each with one more attempt.", Taken),
        new("A message that is taken is nobody else's until its time is up, and then anybody's.", Leased),
        new("Of each order only the oldest message that is waiting is taken, the next one when it is gone.", InOrder),
        new("Of twenty who take at once each message is one's alone.", AtOnce),
        new("A list is oldest first, ends at its limit and can be of one state.", Listed),
        new("A limit that is none is refused.", Limits),
        new("Taking that is cancelled before it begins takes nothing.", Cancelled),
    ];

    /// <summary>Notices that were declined: a message of each. Returns when the last one is due.</summary>
    internal static async Task<DateTimeOffset> DeclinedAsync(ContactStoreScene scene, params string[] ids)
    {
        foreach (string id in ids)
            await scene.MovedAsync(await scene.AddedAsync(id).ConfigureAwait(false), ContactAction.Decline).ConfigureAwait(false);
        return (await scene.Outbox.ListAsync(null, 1000, scene.Token).ConfigureAwait(false)).Max(entry => entry.NextAttemptAt);
    }

    private static async Task Taken(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        DateTimeOffset now = await DeclinedAsync(scene, "c-1", "c-2", "c-3").ConfigureAwait(false);
        Tells(await scene.TakeAsync(now.AddDays(-1)).ConfigureAwait(false));
        IReadOnlyList<OutboxEntry> first = await scene.TakeAsync(now, limit: 2).ConfigureAwait(false);
        Tells(first, "c-1", "c-2");
        ThrowUnless(first.All(entry => entry.Attempts == 1 && entry.NextAttemptAt == now.AddHours(1)), "what is taken does not tell its attempt, or until when");
        Tells(await scene.TakeAsync(now).ConfigureAwait(false), "c-3");
    }

    private static async Task Leased(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        DateTimeOffset now = await DeclinedAsync(scene, "c-1").ConfigureAwait(false);
        await scene.TakeAsync(now).ConfigureAwait(false);
        Tells(await scene.TakeAsync(now.AddHours(1).AddMicroseconds(-1)).ConfigureAwait(false));
        IReadOnlyList<OutboxEntry> again = await scene.TakeAsync(now.AddHours(1)).ConfigureAwait(false);
        Tells(again, "c-1");
        Same("the attempts", 2, again[0].Attempts);
    }

    private static async Task InOrder(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry saved = await scene.SavedAsync(await scene.AddedAsync("c-1").ConfigureAwait(false)).ConfigureAwait(false);
        await scene.SavedAsync(await scene.AddedAsync("c-2").ConfigureAwait(false)).ConfigureAwait(false);
        await scene.MovedAsync(saved, ContactAction.Complete).ConfigureAwait(false);
        IReadOnlyList<OutboxEntry> all = await scene.TellsAsync("c-1", "0028", "c-2", "0028", "c-1").ConfigureAwait(false);
        DateTimeOffset now = all.Max(entry => entry.NextAttemptAt);
        Tells(await scene.TakeAsync(now).ConfigureAwait(false), "c-1", "0028", "c-2");
        await scene.Outbox.DeliveredAsync(all[1].Sequence, token).ConfigureAwait(false);
        Tells(await scene.TakeAsync(now).ConfigureAwait(false), "0028");
        Tells(await scene.TakeAsync(now).ConfigureAwait(false));
        await scene.Outbox.DeliveredAsync(all[0].Sequence, token).ConfigureAwait(false);
        Tells(await scene.TakeAsync(now).ConfigureAwait(false), "c-1");
    }

    private static async Task AtOnce(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        DateTimeOffset now = await DeclinedAsync(scene, [.. Enumerable.Range(1, 10).Select(i => $"c-{i}")]).ConfigureAwait(false);
        IReadOnlyList<OutboxEntry>[] taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => scene.TakeAsync(now, limit: 3), token))).ConfigureAwait(false);
        Same("how many were taken", 10, taken.Sum(one => one.Count));
        Same("how many different ones", 10, taken.SelectMany(one => one).Select(entry => entry.Sequence).Distinct().Count());
    }

    private static async Task Listed(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await DeclinedAsync(scene, "c-1", "c-2", "c-3").ConfigureAwait(false);
        IReadOnlyList<OutboxEntry> all = await scene.TellsAsync("c-1", "c-2", "c-3").ConfigureAwait(false);
        await scene.Outbox.FailedAsync(all[1].Sequence, null, "TimeoutException", token).ConfigureAwait(false);
        Tells(await scene.Outbox.ListAsync(null, 2, token).ConfigureAwait(false), "c-1", "c-2");
        Tells(await scene.Outbox.ListAsync(OutboxState.Waiting, 10, token).ConfigureAwait(false), "c-1", "c-3");
        Tells(await scene.Outbox.ListAsync(OutboxState.Parked, 10, token).ConfigureAwait(false), "c-2");
    }

    private static async Task Limits(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        DateTimeOffset now = await DeclinedAsync(scene, "c-1").ConfigureAwait(false);
        foreach (int limit in (int[])[0, -1, 1001])
        {
            await ThrowsAsync<ArgumentOutOfRangeException>($"taking {limit}", () => scene.TakeAsync(now, limit)).ConfigureAwait(false);
            await ThrowsAsync<ArgumentOutOfRangeException>($"listing {limit}", async () => await scene.Outbox.ListAsync(null, limit, token).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    private static async Task Cancelled(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        DateTimeOffset now = await DeclinedAsync(scene, "c-1").ConfigureAwait(false);
        await ThrowsAsync<OperationCanceledException>("taking", async () => await scene.Outbox.TakeAsync(now, now.AddHours(1), 1, new(true)).ConfigureAwait(false)).ConfigureAwait(false);
        Tells(await scene.TakeAsync(now).ConfigureAwait(false), "c-1");
    }
}
