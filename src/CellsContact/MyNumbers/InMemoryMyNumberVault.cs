using CellsContact.Contacts;

namespace CellsContact.MyNumbers;

/// <summary>A vault that keeps numbers for the life of the process only.</summary>
/// <remarks>Thread-safe. For tests and trials: a host that must keep numbers uses a durable vault.</remarks>
/// <param name="time">What time it is; the system's by default.</param>
public sealed class InMemoryMyNumberVault(TimeProvider? time = null) : IMyNumberVault
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Lock _lock = new();
    private readonly Dictionary<MyNumberSlot, Kept> _entries = [];

    /// <inheritdoc/>
    public ValueTask<bool> PutAsync(MyNumberSlot slot, MyNumber number, CancellationToken token) => Locked(() =>
    {
        ArgumentNullException.ThrowIfNull(number);
        if (!_entries.TryGetValue(slot, out Kept? kept))
            kept = new(new(slot, MyNumberState.Held, _time.GetUtcNow()), number);
        else if (!kept.Number.Equals(number))
            return false;
        else if (kept.Entry.State == MyNumberState.Held)
            kept = kept with { Entry = kept.Entry with { PutAt = _time.GetUtcNow() } };
        _entries[slot] = kept;
        return true;
    }, token);

    /// <inheritdoc/>
    public ValueTask<MyNumberMatch> MatchesAsync(MyNumberSlot slot, MyNumber number, CancellationToken token) => Locked(() =>
    {
        ArgumentNullException.ThrowIfNull(number);
        if (!_entries.TryGetValue(slot, out Kept? kept))
            return MyNumberMatch.None;
        return kept.Number.Equals(number) ? MyNumberMatch.Same : MyNumberMatch.Other;
    }, token);

    /// <inheritdoc/>
    public ValueTask<MyNumberEntry?> FindAsync(MyNumberSlot slot, CancellationToken token) =>
        Locked(() => _entries.GetValueOrDefault(slot)?.Entry, token);

    /// <inheritdoc/>
    public ValueTask<MyNumberEntry?> FindAsync(MyNumberOwner owner, CancellationToken token) => Locked(() => LinkedTo(owner)?.Entry, token);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<MyNumberEntry>> FindSameAsync(MyNumberSlot slot, CancellationToken token) => Locked<IReadOnlyList<MyNumberEntry>>(() =>
        _entries.TryGetValue(slot, out Kept? asked)
            ? [.. _entries.Values
                .Where(kept => kept.Entry.State == MyNumberState.Linked && kept.Entry.Slot != slot && kept.Entry.Slot.Contact.Establishment == slot.Contact.Establishment)
                .Where(kept => kept.Number.Equals(asked.Number))
                .Select(kept => kept.Entry)]
            : [], token);

    /// <inheritdoc/>
    public ValueTask<bool> LinkAsync(MyNumberSlot slot, MyNumberOwner owner, DateOnly? keepFormerUntil, CancellationToken token) => Locked(() =>
    {
        ArgumentNullException.ThrowIfNull(owner);
        if (owner.Establishment != slot.Contact.Establishment)
            throw new ArgumentException("The owner is of another establishment.", nameof(owner));
        if (!_entries.TryGetValue(slot, out Kept? kept))
            return false;
        if (kept.Entry.State != MyNumberState.Held)
            return true;
        if (LinkedTo(owner) is { } former && keepFormerUntil is { } until)
            _entries[former.Entry.Slot] = former with { Entry = former.Entry with { State = MyNumberState.Former, KeepUntil = until } };
        else if (LinkedTo(owner) is { } erased)
            _entries.Remove(erased.Entry.Slot);
        _entries[slot] = kept with { Entry = kept.Entry with { State = MyNumberState.Linked, Owner = owner } };
        return true;
    }, token);

    /// <inheritdoc/>
    public ValueTask UnlinkAsync(MyNumberSlot slot, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (_entries.TryGetValue(slot, out Kept? kept) && kept.Entry.State == MyNumberState.Linked)
                _entries[slot] = kept with { Entry = new(slot, MyNumberState.Held, _time.GetUtcNow()) };
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<bool> EraseAsync(MyNumberSlot slot, DateTimeOffset? onlyIfHeldSince, CancellationToken token) => Locked(() =>
        _entries.TryGetValue(slot, out Kept? kept)
        && (onlyIfHeldSince is not { } since || (kept.Entry.State == MyNumberState.Held && kept.Entry.PutAt <= since))
        && _entries.Remove(slot), token);

    /// <inheritdoc/>
    public ValueTask EraseHeldAsync(ContactKey contact, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            foreach (Kept kept in _entries.Values.Where(kept => kept.Entry.Slot.Contact == contact && kept.Entry.State == MyNumberState.Held).ToArray())
                _entries.Remove(kept.Entry.Slot);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<MyNumberEntry>> ListErasableAsync(DateTimeOffset heldSince, DateOnly today, MyNumberEntry? after, int limit, CancellationToken token)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        return Locked<IReadOnlyList<MyNumberEntry>>(() =>
            [.. _entries.Values.Select(kept => kept.Entry)
                .Where(entry => entry.State == MyNumberState.Held ? entry.PutAt <= heldSince : entry.State == MyNumberState.Former && entry.KeepUntil < today)
                .Where(entry => after is null || Order(entry).CompareTo(Order(after)) > 0)
                .OrderBy(Order)
                .Take(limit)], token);

        static (DateTimeOffset, string) Order(MyNumberEntry entry) => (entry.PutAt, entry.Slot.ToString());
    }

    /// <inheritdoc/>
    public ValueTask<MyNumber?> RevealAsync(MyNumberSlot slot, CancellationToken token) => Locked(() => _entries.GetValueOrDefault(slot)?.Number, token);

    private Kept? LinkedTo(MyNumberOwner owner) =>
        _entries.Values.FirstOrDefault(kept => kept.Entry.State == MyNumberState.Linked && kept.Entry.Owner == owner);

    private ValueTask<T> Locked<T>(Func<T> work, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        lock (_lock)
            return ValueTask.FromResult(work());
    }

    private sealed record Kept(MyNumberEntry Entry, MyNumber Number);
}
