using CellsContact.Trials;

namespace CellsContact.LeakHunt.Tests.Office;

/// <summary>Makes ports fail: every so many of all their calls, or two calls of each of their members.</summary>
internal sealed class Faults : IPortWatch
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _begun = [];
    private readonly Dictionary<string, int> _ended = [];
    private readonly int _period;
    private readonly int _phase;
    private readonly bool _before;
    private readonly bool _each;

    private Faults(int period, int phase, bool before, bool each) => (_period, _phase, _before, _each) = (period, phase, before, each);

    /// <summary>No failure: counts.</summary>
    internal static Faults None() => new(0, 0, true, false);

    /// <summary>Every so many calls one fails, counted over all ports: with every phase, each call fails in some run.</summary>
    internal static Faults Every(int period, int phase, bool before) => new(period, phase, before, false);

    /// <summary>The second call of each member fails before it, the next but one after it.</summary>
    internal static Faults OfEachMember() => new(0, 0, true, true);

    internal int Calls { get; private set; }

    internal int Thrown { get; private set; }

    internal IReadOnlyCollection<string> Members => _begun.Keys;

    public void Before(string call, object?[] arguments)
    {
        lock (_lock)
        {
            Calls++;
            int count = _begun[call] = _begun.GetValueOrDefault(call) + 1;
            if ((_before && IsDue) || (_each && count == 2))
                Throw(call);
        }
    }

    public void After(string call)
    {
        lock (_lock)
        {
            int count = _ended[call] = _ended.GetValueOrDefault(call) + 1;
            if ((!_before && IsDue) || (_each && count == 2))
                Throw(call);
        }
    }

    private bool IsDue => _period > 0 && Calls % _period == _phase;

    private void Throw(string call)
    {
        Thrown++;
        throw new IOException($"{call} failed on purpose.");
    }
}
