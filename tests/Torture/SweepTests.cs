using System.Diagnostics;
using System.Globalization;
using CellsContact.Trials;

namespace CellsContact.Torture;

/// <summary>保管期間 at the size of many offices: 100,000 notices that are due at once.</summary>
public sealed class SweepTests(ITestOutputHelper output)
{
    private const int Notices = 100_000;
    private const int Kept = 2_000;
    private const int Few = 2_000;
    private readonly long _started = Stopwatch.GetTimestamp();

    [Fact]
    public async Task Sweep_Of100000Notices_CancelledHalfWayAndResumed_LeavesNoByteAndStaysSmall()
    {
        await using ManyNotices notices = await ManyNotices.CreateAsync(Notices, Kept);
        Tell($"{notices.Sizes.Database >> 20} MiB of notices");
        Assert.True(notices.IsInTheFiles(ManyNotices.DueName));

        SweepTrial trial = await SweepTrial.RunAsync(notices, Notices);

        Tell($"erased in {trial.Erasing.TotalSeconds:0.0} s, bytes freed in {trial.Releasing.TotalSeconds:0.0} s, {trial.Processor.TotalSeconds:0.0} s of the processor, {trial.LiveBytes >> 10} KiB alive, peak of the process {Environment.WorkingSet >> 20} MiB");
        Assert.InRange(trial.ErasedBefore, (Notices / 2) - 200, (Notices / 2) + 200);
        Assert.Equal(Notices - trial.ErasedBefore, trial.Report.Contacts);
        Assert.InRange(trial.LiveBytes, 0, 16 << 20);
        Assert.Equal("ok", notices.Integrity());
        Assert.Equal(Kept, notices.Count("Contacts"));
        Assert.False(notices.IsInTheFiles(ManyNotices.DueName));
        Assert.False(notices.IsInTheFiles(ManyNotices.DueContent));
        Assert.True(notices.IsInTheFiles(ManyNotices.KeptName));
        Tell($"{notices.Sizes.Database >> 20} MiB are left");
    }

    /// <summary>The other end: nearly everything is kept, and written anew for the few that go.</summary>
    [Fact]
    public async Task Sweep_OfAFewAmong100000Notices_LeavesNoByteOfThem()
    {
        await using ManyNotices notices = await ManyNotices.CreateAsync(Few, Notices);
        Tell($"{notices.Sizes.Database >> 20} MiB of notices");

        SweepTrial trial = await SweepTrial.RunAsync(notices, Few);

        Tell($"erased in {trial.Erasing.TotalSeconds:0.0} s, bytes freed in {trial.Releasing.TotalSeconds:0.0} s, {trial.Processor.TotalSeconds:0.0} s of the processor, {trial.LiveBytes >> 10} KiB alive, peak of the process {Environment.WorkingSet >> 20} MiB");
        Assert.InRange(trial.LiveBytes, 0, 16 << 20);
        Assert.Equal("ok", notices.Integrity());
        Assert.Equal(Notices, notices.Count("Contacts"));
        Assert.False(notices.IsInTheFiles(ManyNotices.DueName));
        Assert.True(notices.IsInTheFiles(ManyNotices.KeptName));
        Tell($"{notices.Sizes.Database >> 20} MiB are left");
    }

    private void Tell(FormattableString text) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(_started).TotalSeconds,6:0.0} s  {text.ToString(CultureInfo.InvariantCulture)}"));
}
