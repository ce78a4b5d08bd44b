using CellsContact.Storage;

namespace CellsContact.Torture.Victims;

/// <summary>The application's outbox, with a step before and after each write.</summary>
internal sealed class WatchedOutbox(IOutbox outbox, KillSwitch kill) : IOutbox
{
    public ValueTask<IReadOnlyList<OutboxEntry>> TakeAsync(DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken token) =>
        kill.WatchAsync("outbox.take", () => outbox.TakeAsync(now, until, limit, token));

    public async ValueTask DeliveredAsync(long sequence, CancellationToken token) =>
        await kill.WatchAsync("outbox.delivered", () => outbox.DeliveredAsync(sequence, token));

    public async ValueTask FailedAsync(long sequence, DateTimeOffset? nextAttemptAt, string reason, CancellationToken token) =>
        await kill.WatchAsync("outbox.failed", () => outbox.FailedAsync(sequence, nextAttemptAt, reason, token));

    public ValueTask<IReadOnlyList<OutboxEntry>> ListAsync(OutboxState? state, int limit, CancellationToken token) => outbox.ListAsync(state, limit, token);

    public ValueTask<bool> ReleaseAsync(long sequence, DateTimeOffset at, CancellationToken token) => outbox.ReleaseAsync(sequence, at, token);
}
