using CellsContact.LeakHunt.Tests.Office;
using Xunit.Abstractions;

namespace CellsContact.LeakHunt.Tests;

/// <summary>No number gets out, and no name, file or memo from where it belongs: not in a log, an exception, a result, a file, the telemetry, the outbox or on the console.</summary>
public sealed class LeakHuntTests(ITestOutputHelper output)
{
    private const int Period = 15;
    private static readonly string[] s_places = ["anchor", "exception", "file", "kept", "log", "logged", "metric", "notice", "open", "outbox", "page", "part", "result", "span", "token"];

    /// <summary>What the flows must have come to, so that a hunt over nothing but refusals does not count.</summary>
    private static readonly string[] s_outcomes =
    [
        "receive: Accepted", "receive: Duplicate", "receive: Rejected", "receive misplaced: Rejected", "receive another's: Rejected",
        "save: Saved", "save: Refused", "undo confirm: NotAllowed", "save edit: Invalid", "reflect edit: Invalid", "say: Invalid", "decline: Saved",
        "authenticate: Granted", "authenticate: Denied", "authenticate: NotProven", "authenticate: LockedOut",
        "reveal: Shown", "reveal: Denied", "reveal: NoNumber", "reveal owner: Shown", "sent again after all: Duplicate", "verify: MyNumberLogVerification",
        "receive wrong file: Accepted", "receive wrong file: Rejected", "file open: Intact", "file open expired: Expired", "file open erased: NotFound", "file store: Stored", "file store again: AlreadyStored",
        "file store expired: Expired", "box open: Intact", "release: Parked", "sweep notices: RetentionReport", "sent again when erased: Expired",
    ];

    /// <summary>Where a secret must have been seen: one that never got to its home was not hunted.</summary>
    private static readonly (string Place, string Secret)[] s_homes =
    [
        ("notice", "employee"), ("page", "employee"), ("kept table BoxFiles", "employee"), ("part xl/", "employee"), ("open table BoxFiles", "employee"),
        ("kept table ContactMoves", "memo"), ("token", "memo"), ("page", "message"),
        ("kept table BoxFiles", "boxed file's name"), ("result of file list", "boxed file's name"), ("result of file open", "boxed file"), ("kept table BoxContents", "boxed file"),
        ("result of box open", "boxed file"), ("file table BoxContents", "boxed file"), ("notice", "loose file's name"), ("result of file open", "loose file"),
    ];

    [Theory]
    [InlineData(false, "kept table AttachmentContents")]
    [InlineData(true, "kept files")]
    public async Task EveryFlow_OverTheRealParts_GivesNoNumberAway(bool filesApart, string filesAt)
    {
        Faults none = Faults.None();
        HuntRun run = await HuntRun.OverFilesAsync(_ => none, filesApart);

        Report(run, none);
        Assert.Empty(run.Haul.Finds);
        Assert.Equal(2, run.Shown);
        Assert.All(s_places, place => Assert.True(run.Haul.Amounts.GetValueOrDefault(place) > 0, $"Nothing was caught in {place}."));
        Assert.All(s_outcomes, outcome => Assert.True(run.Outcomes.ContainsKey(outcome), $"No flow came to {outcome}."));
        Assert.All([.. s_homes, (filesAt, "loose file"), (filesAt, "boxed file")], home => Assert.Contains(run.Haul.AtHome, seen => seen.Secret == home.Item2 && seen.Place.StartsWith(home.Item1, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task EveryFlow_OverTheRealPartsWithEveryMemberOfEveryPortFailing_GivesNoNumberAway()
    {
        Faults faults = Faults.OfEachMember();
        HuntRun run = await HuntRun.OverFilesAsync(_ => faults);

        Report(run, faults);
        Assert.Empty(run.Haul.Finds);
        Assert.True(faults.Members.Count >= 49, $"Only {faults.Members.Count} members were called.");
        Assert.True(faults.Thrown >= 1.5 * faults.Members.Count, $"Only {faults.Thrown} failures.");
        Assert.Contains("save: Saved", run.Outcomes.Keys);
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
            outcomes.UnionWith(run.Outcomes.Keys);
        }

        Assert.All(["save: Saved", "authenticate: Granted", "reveal: Shown", "verify: MyNumberLogVerification"], outcome => Assert.Contains(outcome, outcomes));
    }

    private void Report(HuntRun run, Faults faults)
    {
        output.WriteLine($"{faults.Calls} calls of {faults.Members.Count} members, {faults.Thrown} failures");
        foreach ((string place, long amount) in run.Haul.Amounts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            output.WriteLine($"{place}: {amount} bytes");
        foreach ((string outcome, int count) in run.Outcomes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            output.WriteLine($"{outcome}: {count}");
        foreach (Hunting.Find find in run.Haul.Finds)
            output.WriteLine($"FOUND {find}");
    }
}
