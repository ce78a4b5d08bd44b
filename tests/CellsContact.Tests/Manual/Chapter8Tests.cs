using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;
using CellsContact.Tests.Scenes;

namespace CellsContact.Tests.Manual;

/// <summary>８．連絡データの処理状況を管理する。</summary>
public sealed class Chapter8Tests : IDisposable
{
    private readonly OfficeScene _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task Unprocessed_SavedWithEdits_KeepsThemAsADraft()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        Assert.IsType<SaveResult.Saved>(await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Draft with { Edits = [Edit.Set("phoneAfter", "080-9999-8888")], Memo = "確認中" }));

        ContactDetail detail = (await _office.Desk.OpenAsync(key, OfficeScene.Colleague))!;
        Assert.Equal(ContactStatus.Unprocessed, detail.Entry.Status);
        Assert.Equal("080-9999-8888", Assert.IsType<SeparationContact>(detail.Effective).PhoneAfter);
        Assert.Equal("080-1111-2222", Assert.IsType<SeparationContact>(detail.Entry.Contact).PhoneAfter);
        Assert.Equal((ContactAction.SaveDraft, "sato", "確認中"), (detail.Entry.History[0].Action, detail.Entry.History[0].OperatorId, detail.Entry.History[0].Memo));

        await _office.ReflectAsync(key);
        Assert.Equal("080-9999-8888", _office.Person("0012").Row[PersonFields.PhoneAfter].Text);
        Assert.Empty((await _office.EntryAsync(key)).Draft);
    }

    [Fact]
    public async Task Registered_ByReflecting_IsKeptWithOperatorAndInstant()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        await _office.ReflectAsync(key);
        ContactMove move = Assert.Single((await _office.EntryAsync(key)).History);
        Assert.Equal((ContactAction.Reflect, ContactStatus.Registered, "sato"), (move.Action, move.To, move.OperatorId));
        Assert.Equal(_office.Time.GetUtcNow(), move.At);
    }

    [Fact]
    public async Task Declined_NeedsAMessageAndWritesNothingToTheLedger()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        Assert.IsType<SaveResult.NotAllowed>(await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Decline));
        Assert.IsType<SaveResult.Saved>(await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Decline with { MessageToClient = "退職日をご確認ください", Memo = "電話済み" }));

        ContactEntry entry = await _office.EntryAsync(key);
        Assert.Equal(ContactStatus.Declined, entry.Status);
        Assert.Equal(("退職日をご確認ください", "電話済み"), (entry.History[^1].MessageToClient, entry.History[^1].Memo));
        Assert.True(_office.Person("0012").Row[PersonFields.LeftOn].IsEmpty);
    }

    [Fact]
    public async Task Declined_CanStillBeReflectedOrReopened()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Decline with { MessageToClient = "保留します" });
        await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reopen);
        Assert.Equal(ContactStatus.Unprocessed, (await _office.EntryAsync(key)).Status);
        await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Decline with { MessageToClient = "保留します" });
        await _office.ReflectAsync(key);
        Assert.Equal(ContactStatus.Registered, (await _office.EntryAsync(key)).Status);
    }

    [Theory]
    [InlineData(true, ContactStatus.Registered)]
    [InlineData(false, ContactStatus.Unprocessed)]
    public async Task Completed_KeepsDateAndNumberAndReopensToWhereItWas(bool reflected, ContactStatus reopened)
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        if (reflected)
            await _office.ReflectAsync(key);
        Assert.IsType<SaveResult.Saved>(await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Complete with { ProcedureDate = new(2026, 4, 6), ProcedureNumber = "受-12" }));
        ContactEntry entry = await _office.EntryAsync(key);
        Assert.Equal(ContactStatus.Completed, entry.Status);
        Assert.Equal((new DateOnly(2026, 4, 6), "受-12"), (entry.History[^1].ProcedureDate!.Value, entry.History[^1].ProcedureNumber));

        await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reopen);
        Assert.Equal(reopened, (await _office.EntryAsync(key)).Status);
    }
}
