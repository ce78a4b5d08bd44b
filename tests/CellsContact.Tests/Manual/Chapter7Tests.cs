using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Tests.Scenes;

namespace CellsContact.Tests.Manual;

/// <summary>７．保険変更連絡を確認し個人情報へ反映する。</summary>
public sealed class Chapter7Tests : IDisposable
{
    private readonly OfficeScene _office = new();

    public void Dispose() => _office.Dispose();

    [Theory]
    [InlineData("insurance-change", InsuranceChange.JoinSocialInsurance)]
    [InlineData("insurance-leave", InsuranceChange.LeaveSocialInsurance)]
    public async Task Step1And2_Open_ShowsWhatChanges(string example, InsuranceChange change)
    {
        ContactKey key = await _office.ReceiveExampleAsync(example);
        Assert.Equal(change, Assert.IsType<InsuranceChangeContact>((await _office.Desk.OpenAsync(key, OfficeScene.Clerk))!.Effective).Change);
    }

    [Fact]
    public async Task Step3_PublishWithoutTheClientPageSetUp_IsRefused()
    {
        using OfficeScene office = new(publication: false);
        ContactKey key = await office.ReceiveExampleAsync("insurance-change");
        Assert.IsType<SaveResult.Refused>(await office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect with { Publish = true }));
        Assert.True(office.Person("0031").Row[PersonFields.SocialInsuranceAcquiredOn].IsEmpty);
    }

    [Fact]
    public async Task Step4_EditedDay_IsInTheLedgerAndNotInTheNotice()
    {
        ContactKey key = await _office.ReceiveExampleAsync("insurance-change");
        await _office.ReflectAsync(key, ContactDecision.Reflect with { Edits = [Edit.Set("effectiveDate", "2026-05-02"), Edit.Set("weeklyHours", "20:00")] });
        Assert.Equal(Cast.Date(2026, 5, 2), _office.Person("0031").Row[PersonFields.SocialInsuranceAcquiredOn]);
        Assert.Equal(new DateOnly(2026, 5, 1), (await _office.EntryAsync(key)).Contact.EffectiveOn);
    }

    [Fact]
    public async Task Step5_JoinedAndLeft_WriteTheDaysThemselvesAndTheStatusIsRegistered()
    {
        ContactKey join = await _office.ReceiveExampleAsync("insurance-change");
        await SaveSeenAsync(join);
        LedgerRow row = _office.Person("0031").Row;
        Assert.Equal(Cast.Date(2026, 5, 1), row[PersonFields.SocialInsuranceAcquiredOn]);
        Assert.Equal(LedgerValue.OfChoice("shortTime"), row[PersonFields.SocialInsuranceClass]);
        Assert.Equal("30:00", row[PersonFields.WeeklyHours].Text);
        Assert.Equal(ContactStatus.Registered, (await _office.EntryAsync(join)).Status);

        await SaveSeenAsync(await _office.ReceiveExampleAsync("insurance-leave"));
        Assert.Equal(Cast.Date(2026, 7, 1), _office.Person("0031").Row[PersonFields.SocialInsuranceLostOn]);
    }

    [Fact]
    public async Task WholeChapter_LeavingWhatWasNotJoined_IsRefused()
    {
        ContactKey leave = await _office.ReceiveExampleAsync("insurance-leave");
        Assert.IsType<SaveResult.Refused>(await _office.Desk.SaveAsync(leave, OfficeScene.Clerk, ContactDecision.Reflect));
        Assert.True(_office.Person("0031").Row[PersonFields.SocialInsuranceLostOn].IsEmpty);
    }

    private async Task SaveSeenAsync(ContactKey key)
    {
        SavePreview preview = await _office.Desk.PreviewAsync(key, OfficeScene.Clerk, ContactDecision.Reflect);
        Assert.IsType<SaveResult.Saved>(await _office.Desk.SaveAsync(preview.Token, OfficeScene.Clerk));
    }
}
