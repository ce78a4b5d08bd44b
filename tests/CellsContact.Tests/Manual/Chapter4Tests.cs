using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Ledgers;
using CellsContact.Reflectors;
using CellsContact.Statuses;
using CellsContact.Tests.Scenes;

namespace CellsContact.Tests.Manual;

/// <summary>４．退社連絡を確認し個人情報へ反映する。</summary>
public sealed class Chapter4Tests : IDisposable
{
    private readonly OfficeScene _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task Step1_OpenSeparation_ShowsTheLastDay()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        Assert.Equal(new DateOnly(2026, 3, 31), (await _office.Desk.OpenAsync(key, OfficeScene.Clerk))!.Effective.EffectiveOn);
    }

    [Fact]
    public async Task Step2_LossDatesChecked_AreTheDayAfter()
    {
        await _office.ReflectAsync(await _office.ReceiveExampleAsync("separation"), ContactDecision.Reflect with { ReflectLossDates = true });
        LedgerRow row = _office.Person("0012").Row;
        Assert.Equal(Cast.Date(2026, 4, 1), row[PersonFields.SocialInsuranceLostOn]);
        Assert.Equal(Cast.Date(2026, 4, 1), row[PersonFields.PensionLostOn]);
        Assert.Equal(Cast.Date(2026, 4, 1), row[PersonFields.EmploymentInsuranceLostOn]);
        Assert.Equal(Cast.Date(2026, 3, 31), row[PersonFields.EmploymentInsuranceSeparatedOn]);
    }

    [Fact]
    public async Task Step2_LossDatesUnchecked_AreNotWritten()
    {
        await _office.ReflectAsync(await _office.ReceiveExampleAsync("separation"));
        LedgerRow row = _office.Person("0012").Row;
        Assert.True(row[PersonFields.SocialInsuranceLostOn].IsEmpty);
        Assert.True(row[PersonFields.EmploymentInsuranceLostOn].IsEmpty);
    }

    [Fact]
    public async Task Step2_NeverEnrolledInSocialInsurance_GetsNoLossDateAndIsTold()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation", json => json["person"]!["employeeNumber"] = "0031");
        SaveResult.Saved saved = await _office.ReflectAsync(key, ContactDecision.Reflect with { ReflectLossDates = true });
        LedgerRow row = _office.Person("0031").Row;
        Assert.True(row[PersonFields.SocialInsuranceLostOn].IsEmpty);
        Assert.True(row[PersonFields.PensionLostOn].IsEmpty);
        Assert.Equal(Cast.Date(2026, 4, 1), row[PersonFields.EmploymentInsuranceLostOn]);
        Assert.Contains(saved.Notes, note => note.Message.Japanese.Contains("未加入／喪失済のため設定しない", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Step3_PublishUnchecked_NeverWithdraws()
    {
        ContactKey hire = await _office.ReceiveExampleAsync("hire");
        SaveResult.Saved hired = await _office.ReflectAsync(hire, ContactDecision.Reflect with { Publish = true });
        string number = Assert.Single(hired.Receipt!.AssignedNumbers).Value.Value;
        await _office.ReflectAsync(await _office.ReceiveExampleAsync("separation", json =>
        {
            json["person"]!["employeeNumber"] = number;
            json["separationDate"] = "2026-06-30";
        }));
        Assert.Equal(LedgerValue.OfYesNo(true), _office.Person(number).Row[PersonFields.Published]);
    }

    [Fact]
    public async Task Step4_EditedLastDay_IsInTheLedgerAndNotInTheNotice()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        await _office.ReflectAsync(key, ContactDecision.Reflect with { Edits = [Edit.Set("separationDate", "2026-04-30")] });
        Assert.Equal(Cast.Date(2026, 4, 30), _office.Person("0012").Row[PersonFields.LeftOn]);
        Assert.Equal(new DateOnly(2026, 3, 31), (await _office.EntryAsync(key)).Contact.EffectiveOn);
    }

    [Fact]
    public async Task Step5_AfterSaving_PersonAndPayrollHaveTheDateAndTheStatusIsRegistered()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        await _office.ReflectAsync(key);
        LedgerPerson person = _office.Person("0012");
        Assert.Equal(Cast.Date(2026, 3, 31), person.Row[PersonFields.LeftOn]);
        Assert.Equal(LedgerValue.OfChoice("voluntary"), person.Row[PersonFields.SeparationReason]);
        Assert.Equal("東京都千代田区千代田1-1", person.Row[PersonFields.AddressAfter].Text);
        Assert.Equal(Cast.Date(2026, 3, 31), person.Payroll![PayrollFields.LeftOn]);
        Assert.Equal(ContactStatus.Registered, (await _office.EntryAsync(key)).Status);
    }

    [Fact]
    public async Task WholeChapter_CorrectedLastDay_DoesNotSilentlyReplaceTheFirst()
    {
        await _office.ReflectAsync(await _office.ReceiveExampleAsync("separation"));
        ContactKey corrected = await _office.ReceiveExampleAsync("separation", json =>
        {
            json["id"] = "c-corrected";
            json["separationDate"] = "2026-04-15";
        });
        SaveResult.NeedsConfirmation asked = Assert.IsType<SaveResult.NeedsConfirmation>(await _office.Desk.SaveAsync(corrected, OfficeScene.Clerk, ContactDecision.Reflect));
        ReflectionNote overwrite = asked.Notes.First(note => note.Field == PersonFields.LeftOn);
        Assert.Equal((Cast.Date(2026, 3, 31), Cast.Date(2026, 4, 15)), (overwrite.Before, overwrite.After));
        Assert.Equal(Cast.Date(2026, 3, 31), _office.Person("0012").Row[PersonFields.LeftOn]);

        SavePreview preview = await _office.Desk.PreviewAsync(corrected, OfficeScene.Clerk, ContactDecision.Reflect);
        Assert.IsType<SaveResult.Saved>(await _office.Desk.SaveAsync(preview.Token, OfficeScene.Clerk));
        Assert.Equal(Cast.Date(2026, 4, 15), _office.Person("0012").Row[PersonFields.LeftOn]);
    }
}
