namespace CellsContact.Storage;

/// <summary>The outbox of the store in memory; written under the store's lock.</summary>
internal sealed class InMemoryOutbox : IOutbox
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, OutboxEntry> _entries = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    internal void Add(IEnumerable<OutgoingMessage> messages, DateTimeOffset at)
    {
        lock (_lock)
        {
            foreach (OutgoingMessage message in messages)
            {
                if (_ids.Add(message.Id))
                    _entries.Add(_ids.Count, new(_ids.Count, message, OutboxState.Waiting, at, 0, at, null));
            }
        }
    }

    public ValueTask<IReadOnlyList<OutboxEntry>> TakeAsync(DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken token)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            OutboxEntry[] taken = [.. _entries.Values
                .Where(entry => entry.State == OutboxState.Waiting)
                .GroupBy(entry => entry.Message.Order, StringComparer.Ordinal)
                .Select(order => order.First())
                .Where(entry => entry.NextAttemptAt <= now)
                .OrderBy(entry => entry.Sequence)
                .Take(limit)
                .Select(entry => entry with { Attempts = entry.Attempts + 1, NextAttemptAt = until })];
            foreach (OutboxEntry entry in taken)
                _entries[entry.Sequence] = entry;
            return ValueTask.FromResult<IReadOnlyList<OutboxEntry>>(taken);
        }
    }

    public ValueTask DeliveredAsync(long sequence, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        lock (_lock)
            _entries.Remove(sequence);
        return ValueTask.CompletedTask;
    }

    public ValueTask FailedAsync(long sequence, DateTimeOffset? nextAttemptAt, string reason, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (_entries.TryGetValue(sequence, out OutboxEntry? entry))
            {
                _entries[sequence] = nextAttemptAt is { } next
                    ? entry with { NextAttemptAt = next, LastError = reason }
                    : entry with { State = OutboxState.Parked, LastError = reason };
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<OutboxEntry>> ListAsync(OutboxState? state, int limit, CancellationToken token)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        token.ThrowIfCancellationRequested();
        lock (_lock)
            return ValueTask.FromResult<IReadOnlyList<OutboxEntry>>([.. _entries.Values.Where(entry => state is null || entry.State == state).Take(limit)]);
    }

    public ValueTask<bool> ReleaseAsync(long sequence, DateTimeOffset at, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (!_entries.TryGetValue(sequence, out OutboxEntry? entry) || entry.State != OutboxState.Parked)
                return ValueTask.FromResult(false);
            _entries[sequence] = entry with { State = OutboxState.Waiting, Attempts = 0, NextAttemptAt = at };
            return ValueTask.FromResult(true);
        }
    }
}
