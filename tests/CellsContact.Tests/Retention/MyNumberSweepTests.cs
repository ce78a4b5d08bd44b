using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.MyNumbers;
using CellsContact.Tests.Scenes;

namespace CellsContact.Tests.Retention;

/// <summary>Numbers that nobody may keep any longer are erased, on record, and no others.</summary>
public sealed class MyNumberSweepTests : IDisposable
{
    private static readonly MyNumber s_number = Read(NumberScene.Number(1));
    private readonly NumberScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Sweep_ANumberWhoseNoticeNeverCameToBe_ErasesItAfterADayAndNotBefore()
    {
        MyNumberSlot orphan = await OrphanAsync("never-1");
        _scene.Office.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        Assert.Equal(0, await _scene.Office.Sweep.SweepAsync());
        Assert.NotNull(await _scene.Vault.FindAsync(orphan, default));

        _scene.Office.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, await _scene.Office.Sweep.SweepAsync());
        Assert.Null(await _scene.Vault.FindAsync(orphan, default));
        MyNumberAccess recorded = Assert.Single(await _scene.RecordedAsync(MyNumberAccessKind.Erasure));
        Assert.Equal(("retention", "never-1", "myNumber", MyNumberAccessResult.Done), (recorded.ActorId, recorded.ContactId, recorded.Path, recorded.Result));
    }

    [Fact]
    public async Task Sweep_ANumberWhoseNoticeWaits_KeepsItHoweverLong()
    {
        ContactKey waiting = await _scene.ReceiveUpdateAsync("u-1", "register", NumberScene.Number(1));
        _scene.Office.Time.Advance(TimeSpan.FromDays(100));
        Assert.Equal(0, await _scene.Office.Sweep.SweepAsync());
        Assert.NotNull(await _scene.Vault.FindAsync(NumberScene.Own(waiting), default));
    }

    [Fact]
    public async Task Sweep_ALinkedNumber_KeepsIt()
    {
        MyNumberSlot linked = await _scene.GiveNumberAsync("u-1", NumberScene.Number(1));
        _scene.Office.Time.Advance(TimeSpan.FromDays(5000));
        Assert.Equal(0, await _scene.Office.Sweep.SweepAsync());
        Assert.Equal(MyNumberState.Linked, (await _scene.Vault.FindAsync(linked, default))!.State);
    }

    [Fact]
    public async Task Sweep_AFormerNumber_IsKeptThroughItsLastDayInTokyo()
    {
        MyNumberSlot former = await _scene.GiveNumberAsync("u-1", NumberScene.Number(1));
        _scene.Retention.Hold = new(new(2026, 7, 10), new("所得税の書類", "tax papers"));
        Assert.IsType<SaveResult.Saved>(await _scene.ConfirmAsync(await _scene.ReceiveUpdateAsync("u-2", "change", NumberScene.Number(2))));

        _scene.Office.Time.SetUtcNow(new(2026, 7, 10, 14, 59, 59, TimeSpan.Zero));
        Assert.Equal(0, await _scene.Office.Sweep.SweepAsync());
        _scene.Office.Time.SetUtcNow(new(2026, 7, 10, 15, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await _scene.Office.Sweep.SweepAsync());
        Assert.Null(await _scene.Vault.FindAsync(former, default));
        Assert.Equal(("0019", "u-1"), (await _scene.RecordedAsync(MyNumberAccessKind.Erasure)).Select(access => (access.EmployeeNumber, access.ContactId)).Single());
        Assert.NotNull(await _scene.Vault.FindAsync(NumberScene.Owner("0019"), default));
    }

    [Fact]
    public async Task Sweep_ManyPagesOfMixedEntries_ErasesEveryOrphanOnce()
    {
        ContactKey waiting = await _scene.ReceiveUpdateAsync("u-1", "register", NumberScene.Number(1));
        for (int i = 0; i < 250; i++)
            await OrphanAsync($"never-{i}");
        _scene.Office.Time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(250, await _scene.Office.Sweep.SweepAsync());
        Assert.Equal(0, await _scene.Office.Sweep.SweepAsync());
        Assert.Equal(250, (await _scene.RecordedAsync(MyNumberAccessKind.Erasure)).Select(access => access.ContactId).Distinct().Count());
        Assert.NotNull(await _scene.Vault.FindAsync(NumberScene.Own(waiting), default));
        Assert.True((await _scene.Office.Book.VerifyAsync(OfficeScene.E001)).Holds);
    }

    [Fact]
    public async Task Sweep_WhenTheLogFails_ErasesNothing()
    {
        MyNumberSlot orphan = await OrphanAsync("never-1");
        _scene.Office.Time.Advance(TimeSpan.FromDays(2));
        _scene.Interruption.Before = "IMyNumberAccessLog.AppendAsync";
        await Assert.ThrowsAsync<IOException>(() => _scene.Office.Sweep.SweepAsync());
        Assert.NotNull(await _scene.Vault.FindAsync(orphan, default));
        Assert.Equal(1, await _scene.Office.Sweep.SweepAsync());
    }

    [Fact]
    public async Task Sweep_WhileTheNoticeArrivesAgain_LeavesTheRenewedNumber()
    {
        MyNumberSlot orphan = await OrphanAsync("never-1");
        _scene.Office.Time.Advance(TimeSpan.FromDays(2));
        IReadOnlyList<MyNumberEntry> due = await _scene.Vault.ListErasableAsync(_scene.Office.Time.GetUtcNow().AddDays(-1), new(2026, 7, 5), null, 10, default);
        Assert.Equal(orphan, Assert.Single(due).Slot);
        await _scene.Vault.PutAsync(orphan, s_number, default);
        Assert.Equal(0, await _scene.Office.Sweep.SweepAsync());
        Assert.False(await _scene.Vault.EraseAsync(orphan, due[0].PutAt, default));
        Assert.NotNull(await _scene.Vault.FindAsync(orphan, default));
    }

    [Fact]
    public async Task Sweep_Cancelled_StopsBetweenTwoNumbers()
    {
        await OrphanAsync("never-1");
        _scene.Office.Time.Advance(TimeSpan.FromDays(2));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _scene.Office.Sweep.SweepAsync(new CancellationToken(canceled: true)));
        Assert.Empty(await _scene.RecordedAsync());
    }

    private async Task<MyNumberSlot> OrphanAsync(string id)
    {
        MyNumberSlot slot = NumberScene.Own(ContactKey.Parse($"E001/{id}"));
        Assert.True(await _scene.Vault.PutAsync(slot, s_number, default));
        return slot;
    }

    private static MyNumber Read(string text) => MyNumber.TryParse(text, out MyNumber? number) ? number : throw new ArgumentException("No number.", nameof(text));
}
