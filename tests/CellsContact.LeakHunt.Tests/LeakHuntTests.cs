using CellsContact.LeakHunt.Tests.Office;
using Xunit.Abstractions;

namespace CellsContact.LeakHunt.Tests;

/// <summary>No number gets out: not in a log, an exception, a result, a file, the telemetry or on the console.</summary>
public sealed class LeakHuntTests(ITestOutputHelper output)
{
    private const int Period = 15;
    private static readonly string[] s_places = ["anchor", "exception", "file", "log", "logged", "metric", "notice", "part", "result", "span", "temporary", "token"];

    /// <summary>What the flows must have come to, so that a hunt over nothing but refusals does not count.</summary>
    private static readonly string[] s_outcomes =
    [
        "receive: Accepted", "receive: Duplicate", "receive: Rejected", "receive misplaced: Rejected", "receive another's: Rejected",
        "save: Saved", "save: Refused", "undo confirm: NotAllowed", "save edit: Invalid", "reflect edit: Invalid", "say: Invalid", "decline: Saved",
        "authenticate: Granted", "authenticate: Denied", "authenticate: NotProven", "authenticate: LockedOut",
        "reveal: Shown", "reveal: Denied", "reveal: NoNumber", "reveal owner: Shown", "sent again after all: Duplicate", "verify: MyNumberLogVerification",
    ];

    [Fact]
    public async Task EveryFlow_OverTheRealParts_GivesNoNumberAway()
    {
        Faults none = Faults.None();
        HuntRun run = await HuntRun.OverFilesAsync(_ => none);

        Report(run, none);
        Assert.Empty(run.Haul.Finds);
        Assert.Equal(2, run.Flows.Shown);
        Assert.All(s_places, place => Assert.True(run.Haul.Amounts.GetValueOrDefault(place) > 0, $"Nothing was caught in {place}."));
        Assert.All(s_outcomes, outcome => Assert.True(run.Flows.Outcomes.ContainsKey(outcome), $"No flow came to {outcome}."));
    }

    [Fact]
    public async Task EveryFlow_OverTheRealPartsWithEveryMemberOfEveryPortFailing_GivesNoNumberAway()
    {
        Faults faults = Faults.OfEachMember();
        HuntRun run = await HuntRun.OverFilesAsync(_ => faults);

        Report(run, faults);
        Assert.Empty(run.Haul.Finds);
        Assert.True(faults.Members.Count >= 23, $"Only {faults.Members.Count} members were called.");
        Assert.True(faults.Thrown >= 1.5 * faults.Members.Count, $"Only {faults.Thrown} failures.");
        Assert.Contains("save: Saved", run.Flows.Outcomes.Keys);
    }

    /// <summary>Each call of each port fails in one of the runs, before the deed or after it.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EveryFlow_WithEveryCallFailingInTurn_GivesNoNumberAway(bool before)
    {
        HashSet<string> outcomes = [];
        for (int phase = 0; phase < Period; phase++)
        {
            Faults faults = Faults.Every(Period, phase, before);
            HuntRun run = await HuntRun.InMemoryAsync(_ => faults);
            Assert.True(run.Haul.Finds.Count == 0, $"Phase {phase}: {string.Join(", ", run.Haul.Finds)}");
            Assert.True(faults.Thrown > 25, $"Phase {phase}: {faults.Thrown} failures in {faults.Calls} calls.");
            outcomes.UnionWith(run.Flows.Outcomes.Keys);
        }

        Assert.All(["save: Saved", "authenticate: Granted", "reveal: Shown", "verify: MyNumberLogVerification"], outcome => Assert.Contains(outcome, outcomes));
    }

    private void Report(HuntRun run, Faults faults)
    {
        output.WriteLine($"{faults.Calls} calls of {faults.Members.Count} members, {faults.Thrown} failures");
        foreach ((string place, long amount) in run.Haul.Amounts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            output.WriteLine($"{place}: {amount} bytes");
        foreach ((string outcome, int count) in run.Flows.Outcomes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            output.WriteLine($"{outcome}: {count}");
        foreach (Hunting.Find find in run.Haul.Finds)
            output.WriteLine($"FOUND {find}");
    }
}
