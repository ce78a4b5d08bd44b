using CellsContact.Statuses;
using CellsContact.Storage;
using static CellsContact.Promises.ContactStoreComparison;
using static CellsContact.Promises.ContactStoreScene;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>What becomes of a message: delivered, tried again, parked, released.</summary>
internal static class OutboxEnding
{
    internal static IReadOnlyList<Promise<IContactStoreHarness>> All { get; } =
    [
        new("A delivered message is gone, once and for all, and no other.", Delivered),
        new("A message that failed waits for its next attempt, with the reason, and holds up its own order only.", Failed),
        new("A parked message is visible, is not taken, and is in nobody's way.", Parked),
        new("A released message is taken again with its attempts counted anew; only a parked one is released.", Released),
        new("What becomes of a message that is not there changes nothing.", NotThere),
        new("Everything is still there after reopening, and a new message's place is larger than that of any delivered one.", Reopened),
    ];

    private static async Task Delivered(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        DateTimeOffset now = await OutboxTaking.DeclinedAsync(scene, "c-1", "c-2").ConfigureAwait(false);
        IReadOnlyList<OutboxEntry> taken = await scene.TakeAsync(now).ConfigureAwait(false);
        await scene.Outbox.DeliveredAsync(taken[0].Sequence, token).ConfigureAwait(false);
        await scene.Outbox.DeliveredAsync(taken[0].Sequence, token).ConfigureAwait(false);
        await scene.TellsAsync("c-2").ConfigureAwait(false);
        Tells(await scene.TakeAsync(now.AddDays(1)).ConfigureAwait(false), "c-2");
    }

    private static async Task Failed(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry declined = await scene.MovedAsync(await scene.AddedAsync("c-1").ConfigureAwait(false), ContactAction.Decline).ConfigureAwait(false);
        await scene.MovedAsync(declined, ContactAction.Reopen).ConfigureAwait(false);
        DateTimeOffset now = await OutboxTaking.DeclinedAsync(scene, "c-2").ConfigureAwait(false);
        IReadOnlyList<OutboxEntry> taken = await scene.TakeAsync(now).ConfigureAwait(false);
        Tells(taken, "c-1", "c-2");
        await scene.Outbox.FailedAsync(taken[0].Sequence, now.AddMinutes(5), "TimeoutException", token).ConfigureAwait(false);
        await scene.Outbox.DeliveredAsync(taken[1].Sequence, token).ConfigureAwait(false);
        Tells(await scene.TakeAsync(now.AddMinutes(5).AddMicroseconds(-1)).ConfigureAwait(false));
        IReadOnlyList<OutboxEntry> again = await scene.TakeAsync(now.AddMinutes(5)).ConfigureAwait(false);
        Tells(again, "c-1");
        ThrowUnless(again[0] with { NextAttemptAt = default } == taken[0] with { NextAttemptAt = default, Attempts = 2, LastError = "TimeoutException" }, "it does not tell its attempts and the reason");
    }

    private static async Task Parked(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry declined = await scene.MovedAsync(await scene.AddedAsync("c-1").ConfigureAwait(false), ContactAction.Decline).ConfigureAwait(false);
        await scene.MovedAsync(declined, ContactAction.Reopen).ConfigureAwait(false);
        IReadOnlyList<OutboxEntry> all = await scene.TellsAsync("c-1", "c-1").ConfigureAwait(false);
        DateTimeOffset now = all[1].NextAttemptAt;
        await scene.TakeAsync(now).ConfigureAwait(false);
        await scene.Outbox.FailedAsync(all[0].Sequence, null, "TimeoutException", token).ConfigureAwait(false);
        IReadOnlyList<OutboxEntry> taken = await scene.TakeAsync(now.AddYears(1)).ConfigureAwait(false);
        Same("what is taken", all[1].Sequence, taken.Single().Sequence);
        OutboxEntry parked = (await scene.TellsAsync("c-1", "c-1").ConfigureAwait(false))[0];
        ThrowUnless(parked is { State: OutboxState.Parked, LastError: "TimeoutException", Attempts: 1 }, "it is not parked, or does not tell why");
    }

    private static async Task Released(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        DateTimeOffset now = await OutboxTaking.DeclinedAsync(scene, "c-1").ConfigureAwait(false);
        long sequence = (await scene.TakeAsync(now).ConfigureAwait(false))[0].Sequence;
        ThrowUnless(!await scene.Outbox.ReleaseAsync(sequence, now, token).ConfigureAwait(false), "one that waits is released");
        await scene.Outbox.FailedAsync(sequence, null, "TimeoutException", token).ConfigureAwait(false);
        ThrowUnless(await scene.Outbox.ReleaseAsync(sequence, now.AddMinutes(5), token).ConfigureAwait(false), "a parked one is not released");
        ThrowUnless(!await scene.Outbox.ReleaseAsync(sequence, now, token).ConfigureAwait(false), "it is released twice");
        Tells(await scene.TakeAsync(now.AddMinutes(5).AddMicroseconds(-1)).ConfigureAwait(false));
        OutboxEntry again = (await scene.TakeAsync(now.AddMinutes(5)).ConfigureAwait(false)).Single();
        Same("the attempts", 1, again.Attempts);
    }

    private static async Task NotThere(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        DateTimeOffset now = await OutboxTaking.DeclinedAsync(scene, "c-1").ConfigureAwait(false);
        IReadOnlyList<OutboxEntry> before = await scene.TellsAsync("c-1").ConfigureAwait(false);
        long none = before[0].Sequence + 1;
        await scene.Outbox.DeliveredAsync(none, token).ConfigureAwait(false);
        await scene.Outbox.FailedAsync(none, now, "TimeoutException", token).ConfigureAwait(false);
        await scene.Outbox.FailedAsync(none, null, "TimeoutException", token).ConfigureAwait(false);
        ThrowUnless(!await scene.Outbox.ReleaseAsync(none, now, token).ConfigureAwait(false), "what is not there is released");
        ThrowUnless(before.SequenceEqual(await scene.TellsAsync("c-1").ConfigureAwait(false)), "another message has changed");
    }

    private static async Task Reopened(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        DateTimeOffset now = await OutboxTaking.DeclinedAsync(scene, "c-1", "c-2", "c-3").ConfigureAwait(false);
        IReadOnlyList<OutboxEntry> taken = await scene.TakeAsync(now).ConfigureAwait(false);
        await scene.Outbox.FailedAsync(taken[0].Sequence, now.AddMinutes(5), "TimeoutException", token).ConfigureAwait(false);
        await scene.Outbox.FailedAsync(taken[1].Sequence, null, "TimeoutException", token).ConfigureAwait(false);
        await scene.Outbox.DeliveredAsync(taken[2].Sequence, token).ConfigureAwait(false);
        IReadOnlyList<OutboxEntry> before = await scene.TellsAsync("c-1", "c-2").ConfigureAwait(false);
        ContactStoreScene reopened = await scene.ReopenedAsync().ConfigureAwait(false);
        ThrowUnless(before.SequenceEqual(await reopened.TellsAsync("c-1", "c-2").ConfigureAwait(false)), "a message has changed");
        await OutboxTaking.DeclinedAsync(reopened, "c-4").ConfigureAwait(false);
        ThrowUnless((await reopened.TellsAsync("c-1", "c-2", "c-4").ConfigureAwait(false))[2].Sequence > taken[2].Sequence, "the place of a delivered message is used again");
    }
}
