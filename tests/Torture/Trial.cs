using System.Globalization;
using System.Text;

namespace CellsContact.Torture;

/// <summary>
/// A randomised test's seed, number of rounds and share of the time. <c>TORTURE_SEED</c> repeats a run,
/// <c>TORTURE_ROUND</c> one round of it, <c>TORTURE_SECONDS</c> bounds all trials together; without it each runs in full.
/// </summary>
internal sealed class Trial
{
    private const int MostFailures = 20;
    private static readonly int s_master = Number("TORTURE_SEED") ?? Random.Shared.Next();
    private readonly ITestOutputHelper _output;
    private readonly string _name;
    private readonly long _started = TimeProvider.System.GetTimestamp();
    private readonly TimeSpan? _share;
    private readonly Dictionary<string, string> _failures = new(StringComparer.Ordinal);

    /// <param name="output">Takes the report.</param>
    /// <param name="name">The test's name.</param>
    /// <param name="share">Its share of <c>TORTURE_SECONDS</c>, from 0 to 1.</param>
    internal Trial(ITestOutputHelper output, string name, double share)
    {
        (_output, _name) = (output, name);
        _share = Number("TORTURE_SECONDS") is { } seconds ? TimeSpan.FromSeconds(seconds * share) : null;
    }

    /// <summary>Whether there is a bound of time.</summary>
    internal static bool IsShort => Number("TORTURE_SECONDS") is not null;

    private TimeSpan Elapsed => TimeProvider.System.GetElapsedTime(_started);

    /// <summary>Whether there is time for more.</summary>
    internal bool HasTime => _share is null || Elapsed < _share;

    /// <summary>The rounds' numbers, as many as there is time for.</summary>
    /// <param name="full">How many a full run has.</param>
    /// <param name="moreWithTime">Whether a bound of time may also mean more than that.</param>
    internal IEnumerable<int> Rounds(int full, bool moreWithTime = false)
    {
        if (Number("TORTURE_ROUND") is { } only)
        {
            yield return only;
            yield break;
        }

        bool bounded = _share is null || !moreWithTime;
        for (int round = 1; (round <= full || !bounded) && (round == 1 || HasTime); round++)
            yield return round;
    }

    /// <summary>The seed of a round: the same in every run with the same <c>TORTURE_SEED</c>.</summary>
    internal int SeedOf(int round)
    {
        uint hash = 2166136261;
        foreach (byte part in Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{s_master}/{_name}/{round}")))
            hash = (hash ^ part) * 16777619;
        return (int)(hash & int.MaxValue);
    }

    /// <summary>Fails with how to repeat it.</summary>
    internal Exception Failed(int round, string what) => new Xunit.Sdk.XunitException(
        $"{what}\nTo repeat: TORTURE_SEED={s_master} TORTURE_ROUND={round} dotnet test tests/Torture --filter {_name}");

    /// <summary>Takes note of a failure and goes on, until there are too many kinds of them.</summary>
    internal void Note(int round, Exception exception, string what)
    {
        string kind = string.Join('\n', exception.ToString().Split('\n').Where(line => !line.Contains("Message", StringComparison.Ordinal)).Take(3));
        _failures.TryAdd(kind, $"Round {round}: {what}\n{exception}");
        if (_failures.Count == MostFailures)
            Report($"stopped in round {round}");
    }

    /// <summary>Reports what was done, and fails with what was noted.</summary>
    internal void Report(string done)
    {
        _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"torture: {_name}: {done} in {Elapsed.TotalSeconds:0} s, TORTURE_SEED={s_master}"));
        if (_failures.Count > 0)
            throw Failed(0, $"{_failures.Count} kinds of failure (repeat with the round of each):\n{string.Join("\n\n", _failures.Values)}");
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
