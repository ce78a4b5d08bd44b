using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Statuses;

namespace CellsContact.Storage;

/// <summary>A store that keeps notices for the life of the process only.</summary>
/// <remarks>
/// Thread-safe, and exact: it keeps every promise of <see cref="IContactStore"/> that does not outlive the process.
/// For tests and trials: a host that must keep notices uses a durable store.
/// </remarks>
public sealed class InMemoryContactStore : IContactStore, IIntakeLog
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ContactKey, Slot> _byKey = [];
    private readonly List<Slot> _bySequence = [];
    private readonly List<IntakeRefusal> _refusals = [];
    private readonly HashSet<ContactKey> _tombstones = [];
    private readonly InMemoryOutbox _outbox = new();
    private readonly TimeProvider _time;
    private long _sequence;

    /// <summary>Makes an empty store.</summary>
    /// <param name="time">What time it is, for outgoing messages; the system's by default.</param>
    public InMemoryContactStore(TimeProvider? time = null) => _time = time ?? TimeProvider.System;

    /// <summary>The messages to the client's page that its writes make.</summary>
    public IOutbox Outbox => _outbox;

    /// <inheritdoc/>
    public ValueTask<AddOutcome> AddAsync(ReceivedContact received, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        ContactEntry entry = ContactTransitions.Receive(received);

        // Through its stored form, so that the notice is a copy and comes back as from any other store.
        Contact stored = ContactJson.Deserialize(ContactJson.Serialize(received.Contact));
        entry = entry with { Received = received with { Contact = stored } };
        lock (_lock)
        {
            if (_tombstones.Contains(entry.Key))
                return ValueTask.FromResult(AddOutcome.Expired);
            if (_byKey.TryGetValue(entry.Key, out Slot? known))
                return ValueTask.FromResult(known.Entry.Received.ContentHash == received.ContentHash ? AddOutcome.Duplicate : AddOutcome.DifferentContent);
            Slot slot = new(++_sequence, ContactSearchKeys.Of(stored), entry);
            _byKey.Add(entry.Key, slot);
            _bySequence.Add(slot);
            return ValueTask.FromResult(AddOutcome.Added);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ContactEntry?> FindAsync(ContactKey key, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        lock (_lock)
            return ValueTask.FromResult(_byKey.GetValueOrDefault(key)?.Entry);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ContactListItem>> ListAsync(ContactStoreQuery query, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(query);
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<ContactListItem>>(
                [.. (query.OldestFirst ? _bySequence : _bySequence.AsEnumerable().Reverse()).Where(slot => slot.Meets(query)).Take(query.Limit).Select(slot => slot.ToListItem())]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoreOutcome> PrepareAsync(SaveAttempt attempt, long expectedVersion, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return ChangeAsync(attempt.Contact, entry => ContactTransitions.Prepare(entry, attempt, expectedVersion), token);
    }

    /// <inheritdoc/>
    public ValueTask<StoreOutcome> TakeUpAsync(ContactKey key, int attempt, CancellationToken token) =>
        ChangeAsync(key, entry => ContactTransitions.TakeUp(entry, attempt), token);

    /// <inheritdoc/>
    public ValueTask<ContactEntry> CompleteAsync(ContactKey key, int attempt, LedgerReceipt receipt, DateTimeOffset at, CancellationToken token) =>
        ChangeAsync(key, entry => ContactTransitions.Complete(entry, attempt, receipt, at), token);

    /// <inheritdoc/>
    public ValueTask<ContactEntry> AbandonAsync(ContactKey key, int attempt, long expectedVersion, DateTimeOffset at, CancellationToken token) =>
        ChangeAsync(key, entry => ContactTransitions.Abandon(entry, attempt, expectedVersion, at), token);

    /// <inheritdoc/>
    public ValueTask<StoreOutcome> MoveAsync(ContactKey key, long expectedVersion, ContactMove move, IReadOnlyList<Edit>? draft, CancellationToken token) =>
        ChangeAsync(key, entry => ContactTransitions.Move(entry, expectedVersion, move, draft), token);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ContactKey>> EraseAsync(IReadOnlyList<ContactKey> keys, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keys.Count, 1000, nameof(keys));
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            HashSet<ContactKey> erased = [.. keys.Where(key => _byKey.TryGetValue(key, out Slot? slot) && slot.Entry.OpenAttempt is null)];
            foreach (ContactKey key in erased)
                _byKey.Remove(key);
            _bySequence.RemoveAll(slot => erased.Contains(slot.Entry.Key));
            _tombstones.UnionWith(erased);
            return ValueTask.FromResult<IReadOnlyList<ContactKey>>([.. erased]);
        }
    }

    /// <inheritdoc/>
    public ValueTask ReleaseErasedAsync(CancellationToken token) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask RecordAsync(IntakeRefusal refusal, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        token.ThrowIfCancellationRequested();
        lock (_lock)
            _refusals.Add(refusal);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IntakeRefusal>> ListAsync(int limit, CancellationToken token)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        token.ThrowIfCancellationRequested();
        lock (_lock)
            return ValueTask.FromResult<IReadOnlyList<IntakeRefusal>>([.. _refusals.AsEnumerable().Reverse().Take(limit)]);
    }

    private ValueTask<StoreOutcome> ChangeAsync(ContactKey key, Func<ContactEntry?, StoreOutcome> change, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            StoreOutcome outcome = change(_byKey.GetValueOrDefault(key)?.Entry);
            if (outcome is StoreOutcome.Done done)
                Write(done.Entry);
            return ValueTask.FromResult(outcome);
        }
    }

    private ValueTask<ContactEntry> ChangeAsync(ContactKey key, Func<ContactEntry?, ContactEntry> change, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            ContactEntry entry = change(_byKey.GetValueOrDefault(key)?.Entry);
            Write(entry);
            return ValueTask.FromResult(entry);
        }
    }

    private void Write(ContactEntry entry)
    {
        Slot slot = _byKey[entry.Key];
        _outbox.Add(ContactTransitions.MessagesOf(slot.Entry, entry), _time.GetUtcNow());
        slot.Entry = entry;
    }

    private sealed class Slot(long sequence, IReadOnlyList<string> keys, ContactEntry entry)
    {
        public ContactEntry Entry { get; set; } = entry;

        public ContactListItem ToListItem() => new(sequence, Entry.Received, Entry.Status, Entry.IsReflected, Entry.OpenAttempt is not null);

        public bool Meets(ContactStoreQuery query) =>
            (query.BeforeSequence is not { } before || sequence < before)
            && (query.AfterSequence is not { } after || sequence > after)
            && (query.Establishments is not { } establishments || establishments.Contains(Entry.Key.Establishment))
            && (query.ReceivedFrom is not { } from || Entry.Received.ReceivedAt >= from)
            && (query.ReceivedBefore is not { } until || Entry.Received.ReceivedAt < until)
            && (query.Kind is not { } kind || Entry.Contact.Kind == kind)
            && (query.Status is not { } status || Entry.Status == status)
            && (query.AnyKey is not { } any || keys.Any(key => any.Contains(key, StringComparer.Ordinal)))
            && (!query.OnlyOpenAttempts || Entry.OpenAttempt is not null);
    }
}
