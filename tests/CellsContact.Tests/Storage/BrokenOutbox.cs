using CellsContact.Storage;

namespace CellsContact.Tests.Storage;

/// <summary>An outbox with one defect.</summary>
internal class BrokenOutbox(IOutbox inner) : IOutbox
{
    public Func<IReadOnlyList<OutboxEntry>, IEnumerable<OutboxEntry>> Entries { get; init; } = entries => entries;

    public Func<int, int> Limit { get; init; } = limit => limit;

    public Func<DateTimeOffset, DateTimeOffset, DateTimeOffset> Until { get; init; } = (_, until) => until;

    public Func<OutboxState?, OutboxState?> State { get; init; } = state => state;

    public Func<DateTimeOffset?, DateTimeOffset?> Next { get; init; } = next => next;

    public Func<long, long> Sequence { get; init; } = sequence => sequence;

    public Func<bool, bool> Released { get; init; } = released => released;

    public Func<CancellationToken, CancellationToken> Token { get; init; } = token => token;

    public virtual ValueTask<IReadOnlyList<OutboxEntry>> TakeAsync(DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken token) =>
        inner.TakeAsync(now, Until(now, until), Limit(limit), Token(token));

    public virtual ValueTask DeliveredAsync(long sequence, CancellationToken token) => inner.DeliveredAsync(Sequence(sequence), token);

    public virtual ValueTask FailedAsync(long sequence, DateTimeOffset? nextAttemptAt, string reason, CancellationToken token) =>
        inner.FailedAsync(Sequence(sequence), Next(nextAttemptAt), reason, token);

    public async ValueTask<IReadOnlyList<OutboxEntry>> ListAsync(OutboxState? state, int limit, CancellationToken token) =>
        [.. Entries(await inner.ListAsync(State(state), Limit(limit), token))];

    public async ValueTask<bool> ReleaseAsync(long sequence, DateTimeOffset at, CancellationToken token) => Released(await inner.ReleaseAsync(sequence, at, token));
}

/// <summary>Keeps what was delivered.</summary>
internal sealed class NeverDone(IOutbox inner) : BrokenOutbox(inner)
{
    public override ValueTask DeliveredAsync(long sequence, CancellationToken token) => ValueTask.CompletedTask;
}

/// <summary>Looks first and takes later, whatever the order: whoever looked in between takes the same.</summary>
internal sealed class LooksThenTakes(IOutbox inner) : BrokenOutbox(inner)
{
    public override async ValueTask<IReadOnlyList<OutboxEntry>> TakeAsync(DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken token)
    {
        IReadOnlyList<OutboxEntry> waiting = await ListAsync(OutboxState.Waiting, limit, token);
        await Task.Delay(TimeSpan.FromMilliseconds(100), token);
        await base.TakeAsync(now, until, limit, token);
        return [.. waiting.Where(entry => entry.NextAttemptAt <= now)];
    }
}

/// <summary>Drops what should be set aside.</summary>
internal sealed class DropsInsteadOfParking(IOutbox inner) : BrokenOutbox(inner)
{
    public override ValueTask FailedAsync(long sequence, DateTimeOffset? nextAttemptAt, string reason, CancellationToken token) =>
        nextAttemptAt is null ? DeliveredAsync(sequence, token) : base.FailedAsync(sequence, nextAttemptAt, reason, token);
}
