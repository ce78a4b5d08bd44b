using CellsContact.Trials;

namespace CellsContact.EntityFrameworkCore.Tests;

/// <summary>Runs when no other test does: it looks at the process's memory.</summary>
[CollectionDefinition(nameof(SqliteSweepTests), DisableParallelization = true)]
public sealed class Alone;

/// <summary>保管期間 over a database of many notices; 100,000 of them in <c>tests/Torture</c>.</summary>
[Collection(nameof(SqliteSweepTests))]
public sealed class SqliteSweepTests
{
    private const int Due = 5_000;
    private const int Kept = 500;

    [Fact]
    public async Task Sweep_CancelledHalfWayAndResumed_ErasesWhatIsDueToItsLastByteInBoundedMemory()
    {
        await using ManyNotices notices = await ManyNotices.CreateAsync(Due, Kept);
        Assert.Equal(Due + Kept, notices.Count("Contacts"));
        Assert.True(notices.IsInTheFiles(ManyNotices.DueName));
        Assert.True(notices.IsInTheFiles(ManyNotices.DueContent));
        long size = notices.Sizes.Database;

        SweepTrial trial = await SweepTrial.RunAsync(notices, Due);

        Assert.InRange(trial.ErasedBefore, (Due / 2) - 200, (Due / 2) + 200);
        Assert.Equal(Due - trial.ErasedBefore, trial.Report.Contacts);
        Assert.InRange(trial.LiveBytes, 0, size / 3);
        Assert.Equal("ok", notices.Integrity());
        Assert.Equal((Kept, Due), (notices.Count("Contacts"), notices.Count("Tombstones")));
        Assert.Equal((0, 0), (notices.Count("Attachments"), notices.Count("AttachmentContents")));
        Assert.Equal(0, notices.Sizes.Log);
        Assert.False(notices.IsInTheFiles(ManyNotices.DueName));
        Assert.False(notices.IsInTheFiles(ManyNotices.DueContent));
        Assert.True(notices.IsInTheFiles(ManyNotices.KeptName));
    }
}
