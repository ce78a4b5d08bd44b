using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using CellsContact.Reflectors;
using CellsContact.Statuses;
using CellsContact.Storage;
using CellsContact.Tests.Scenes;

namespace CellsContact.Tests.Manual;

/// <summary>３．入社連絡を確認し個人情報へ反映する。</summary>
public sealed class Chapter3Tests : IDisposable
{
    private readonly OfficeScene _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task Step1_OpenHire_ShowsThePerson()
    {
        ContactKey key = await _office.ReceiveExampleAsync("hire");
        HireContact hire = Assert.IsType<HireContact>((await _office.Desk.OpenAsync(key, OfficeScene.Clerk))!.Effective);
        Assert.Equal("髙橋", hire.Person.Name.Family);
        Assert.Equal("花子", Assert.Single(hire.Dependents).Name.Given);
    }

    [Fact]
    public async Task Step2_HireWithANumber_ShowsAsterisksUntilAuthenticated()
    {
        using NumberScene scene = new();
        ContactKey key = await scene.Office.ReceiveExampleAsync("hire");
        ContactDetail detail = (await scene.Office.Desk.OpenAsync(key, OfficeScene.Clerk))!;
        Assert.True(Assert.IsType<HireContact>(detail.Effective).HasMyNumber);
        Assert.DoesNotContain("123456789018", ContactJson.Serialize(detail.Effective), StringComparison.Ordinal);
        Assert.Equal("************", MyNumber.Mask);

        MyNumberGrant grant = await scene.GrantAsync(MyNumberScope.Of(key));
        MyNumberReveal.Shown shown = Assert.IsType<MyNumberReveal.Shown>(await scene.Desk.RevealAsync(grant, Assert.Single(detail.MyNumbers), NumberScene.Purpose));
        Assert.Equal("123456789018", NumberScene.Digits(shown.Number));
    }

    [Fact]
    public async Task Step2_HireWithoutANumber_HasNothingToReveal()
    {
        using NumberScene scene = new();
        ContactKey key = await scene.Office.ReceiveExampleAsync("hire", hire => hire.Remove("myNumber"));
        Assert.Empty((await scene.Office.Desk.OpenAsync(key, OfficeScene.Clerk))!.MyNumbers);
    }

    [Fact]
    public async Task Step3_PublishChecked_WritesPublishedAndUncheckedDoesNot()
    {
        ContactKey published = await _office.ReceiveExampleAsync("hire");
        LedgerPerson person = await ReflectHireAsync(published, ContactDecision.Reflect with { Publish = true });
        Assert.Equal(LedgerValue.OfYesNo(true), person.Row[PersonFields.Published]);

        using OfficeScene other = new();
        ContactKey quiet = await other.ReceiveExampleAsync("hire");
        SaveResult.Saved saved = await other.ReflectAsync(quiet);
        Assert.True(other.Person(Assert.Single(saved.Receipt!.AssignedNumbers).Value.Value).Row[PersonFields.Published].IsEmpty);
    }

    [Fact]
    public async Task Step3_PublishWithoutTheClientPageSetUp_IsRefusedByNameAndNothingIsReflected()
    {
        using OfficeScene office = new(publication: false);
        ContactKey key = await office.ReceiveExampleAsync("hire");
        SaveResult.Refused refused = Assert.IsType<SaveResult.Refused>(await office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect with { Publish = true }));
        Assert.Contains(refused.Notes, note => note.Code == "publication.disabled" && note.Message.Japanese.Contains("E001", StringComparison.Ordinal));
        Assert.Equal(4, office.Ledger.People(OfficeScene.E001).Count);
        Assert.Equal(ContactStatus.Unprocessed, (await office.EntryAsync(key)).Status);
    }

    [Fact]
    public async Task Step4_EditsOnSaving_AreInTheLedgerAndNotInTheNotice()
    {
        ContactKey key = await _office.ReceiveExampleAsync("hire");
        string before = ContactJson.Serialize((await _office.EntryAsync(key)).Contact);
        LedgerPerson person = await ReflectHireAsync(key, ContactDecision.Reflect with { Edits = [Edit.Set("person.phone", "090-0000-0000")] });

        ContactEntry entry = await _office.EntryAsync(key);
        Assert.Equal("090-0000-0000", person.Row[PersonFields.Phone].Text);
        Assert.Equal(before, ContactJson.Serialize(entry.Contact));
        Assert.Equal("person.phone", Assert.Single(Assert.Single(entry.Attempts).Edits).Path);
    }

    [Fact]
    public async Task Step5_AfterSaving_PersonAndPayrollAreThereAndTheStatusIsRegistered()
    {
        ContactKey key = await _office.ReceiveExampleAsync("hire");
        LedgerPerson person = await ReflectHireAsync(key, ContactDecision.Reflect);

        Assert.Equal("0032", person.Number.Value);
        Assert.Equal("髙橋　太郎", person.Row[PersonFields.Name].Text);
        Assert.Equal(Cast.Date(2026, 4, 1), person.Row[PersonFields.HiredOn]);
        Assert.Equal("愛知県名古屋市中区栄1-2-3 𠮷田ビル201", person.Row[PersonFields.Address].Text);
        Assert.Equal(LedgerValue.OfNumber(280000), person.Payroll![PayrollFields.WageInCash]);
        Assert.Equal("髙橋　花子", Assert.Single(person.Dependents)[DependentFields.Name].Text);

        ContactEntry entry = await _office.EntryAsync(key);
        Assert.Equal((ContactStatus.Registered, true), (entry.Status, entry.IsReflected));
        Assert.Equal("登録済", (await _office.Desk.OpenAsync(key, OfficeScene.Clerk))!.Label.OnDesk);
    }

    [Fact]
    public async Task WholeChapter_SavedTwice_AddsNothing()
    {
        ContactKey key = await _office.ReceiveExampleAsync("hire");
        await ReflectHireAsync(key, ContactDecision.Reflect);
        SaveResult.NotAllowed again = Assert.IsType<SaveResult.NotAllowed>(await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect));
        Assert.Equal(ContactStatus.Registered, again.Status);
        Assert.Equal(5, _office.Ledger.People(OfficeScene.E001).Count);
    }

    [Fact]
    public async Task WholeChapter_SamePersonUnderASecondId_IsRefusedWithTheNumber()
    {
        await ReflectHireAsync(await _office.ReceiveExampleAsync("hire"), ContactDecision.Reflect);
        ContactKey second = await _office.ReceiveExampleAsync("hire", json => json["id"] = "c-again");
        SaveResult result = await _office.Desk.SaveAsync(second, OfficeScene.Clerk, ContactDecision.Reflect);

        IReadOnlyList<ReflectionNote> notes = result switch
        {
            SaveResult.NeedsConfirmation asked => asked.Notes,
            SaveResult.Refused refused => refused.Notes,
            _ => [],
        };
        Assert.Contains(notes, note => note.Message.Japanese.Contains("同一人物の可能性", StringComparison.Ordinal) && note.Message.Japanese.Contains("0032", StringComparison.Ordinal));
        Assert.Equal(5, _office.Ledger.People(OfficeScene.E001).Count);
    }

    private async Task<LedgerPerson> ReflectHireAsync(ContactKey key, ContactDecision decision)
    {
        SaveResult.Saved saved = await _office.ReflectAsync(key, decision);
        return _office.Person(Assert.Single(saved.Receipt!.AssignedNumbers).Value.Value);
    }
}
