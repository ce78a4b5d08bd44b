using System.Collections.Concurrent;
using CellsContact.Contacts;

namespace CellsContact.MyNumbers;

/// <summary>A vault that keeps numbers for the life of the process only.</summary>
/// <remarks>Thread-safe. For tests and trials: a host that must keep numbers registers a durable vault.</remarks>
public sealed class InMemoryMyNumberVault : IMyNumberVault
{
    private readonly ConcurrentDictionary<MyNumberSlot, MyNumber> _numbers = new();

    /// <inheritdoc/>
    public ValueTask<bool> PutAsync(MyNumberSlot slot, MyNumber number, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(number);
        token.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_numbers.GetOrAdd(slot, number).Equals(number));
    }

    /// <inheritdoc/>
    public ValueTask<bool> MatchesAsync(MyNumberSlot slot, MyNumber number, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(number);
        token.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_numbers.TryGetValue(slot, out MyNumber? kept) && kept.Equals(number));
    }

    /// <inheritdoc/>
    public ValueTask EraseAsync(ContactKey contact, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        foreach (MyNumberSlot slot in _numbers.Keys.Where(slot => slot.Contact == contact))
            _numbers.TryRemove(slot, out _);
        return ValueTask.CompletedTask;
    }
}
