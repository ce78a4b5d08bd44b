using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using CellsContact.Statuses;
using CellsContact.Tests.Scenes;

namespace CellsContact.Tests.Manual;

/// <summary>２．マイナンバー更新連絡を確認し取扱状況記録簿へ登録する。</summary>
public sealed class Chapter2Tests : IDisposable
{
    private const string Number = "621498320257";
    private readonly NumberScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Step1_OpenMyNumberNotice_ShowsWhoAndWhatAndAsterisksForTheNumber()
    {
        ContactKey key = await _scene.Office.ReceiveExampleAsync("my-number-update");
        ContactDetail detail = (await _scene.Office.Desk.OpenAsync(key, OfficeScene.Clerk))!;
        MyNumberUpdateContact contact = Assert.IsType<MyNumberUpdateContact>(detail.Effective);
        Assert.Equal(("0031", MyNumberChange.Register, true), (contact.Person.EmployeeNumber!.Value.Value, contact.Change, contact.HasMyNumber));
        Assert.Equal([NumberScene.Own(key)], detail.MyNumbers);
        Assert.Equal("************", MyNumber.Mask);
        Assert.DoesNotContain(Number, ContactJson.Serialize(contact), StringComparison.Ordinal);
        Assert.Empty(await _scene.RecordedAsync(MyNumberAccessKind.Reveal));
    }

    [Fact]
    public async Task Step2_Authenticated_ShowsTheNumber()
    {
        ContactKey key = await _scene.Office.ReceiveExampleAsync("my-number-update");
        MyNumberGrant grant = await _scene.GrantAsync(MyNumberScope.Of(key));
        MyNumberReveal.Shown shown = Assert.IsType<MyNumberReveal.Shown>(await _scene.Desk.RevealAsync(grant, NumberScene.Own(key), NumberScene.Purpose));
        Assert.Equal(Number, NumberScene.Digits(shown.Number));
    }

    [Fact]
    public async Task Step2_NotAuthenticated_ShowsNothing()
    {
        ContactKey key = await _scene.Office.ReceiveExampleAsync("my-number-update");
        _scene.Authenticator.Verdict = MyNumberVerdict.NotProven;
        Assert.IsType<MyNumberAuthentication.NotProven>(await _scene.Desk.AuthenticateAsync(OfficeScene.Clerk, NumberScene.Purpose, MyNumberScope.Of(key), null));
        Assert.Equal(0, _scene.Interruption.CallsOf("IMyNumberVault.RevealAsync"));
    }

    [Fact]
    public async Task Step2_Deletion_ShowsNoNumberEvenWhenAuthenticated()
    {
        await _scene.GiveNumberAsync("given", Number, ofDependent: true);
        ContactKey key = await _scene.Office.ReceiveExampleAsync("my-number-deletion-dependent");
        ContactDetail detail = (await _scene.Office.Desk.OpenAsync(key, OfficeScene.Clerk))!;
        MyNumberUpdateContact contact = Assert.IsType<MyNumberUpdateContact>(detail.Effective);
        Assert.Equal((MyNumberChange.Delete, false, "明"), (contact.Change, contact.HasMyNumber, contact.Subject.Dependent!.Name.Given));
        Assert.Empty(detail.MyNumbers);

        MyNumberGrant grant = await _scene.GrantAsync(MyNumberScope.Of(key));
        Assert.IsType<MyNumberReveal.NoNumber>(await _scene.Desk.RevealAsync(grant, NumberScene.Own(key), NumberScene.Purpose));
        Assert.Equal(0, _scene.Interruption.CallsOf("IMyNumberVault.RevealAsync"));
    }

    [Fact]
    public async Task Step3_Confirmed_IsOneRowInTheHandlingBookWithoutADigitAndTheStatusIsDone()
    {
        ContactKey key = await _scene.Office.ReceiveExampleAsync("my-number-update");
        SaveResult.Saved saved = Assert.IsType<SaveResult.Saved>(await _scene.ConfirmAsync(key));

        Assert.Equal("済", (await _scene.Office.Desk.OpenAsync(key, OfficeScene.Clerk))!.Label.OnDesk);
        Assert.Equal(ContactStatus.Registered, saved.Entry.Status);
        LedgerRow row = Assert.Single(_scene.Office.Ledger.HandlingBook(OfficeScene.E001));
        Assert.Equal(
            ("0031", "山本　次郎", "self", "register", "佐藤", key.Id.Value),
            (row[HandlingBookFields.EmployeeNumber].Text, row[HandlingBookFields.Subject].Text, row[HandlingBookFields.SubjectKind].Text, row[HandlingBookFields.Change].Text, row[HandlingBookFields.Operator].Text, row[HandlingBookFields.ContactId].Text));
        Assert.All(row.Values, value => Assert.DoesNotContain(Number, value.Value.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Step3_Confirmed_NeedsNoAuthentication()
    {
        ContactKey key = await _scene.Office.ReceiveExampleAsync("my-number-update");
        Assert.IsType<SaveResult.Saved>(await _scene.ConfirmAsync(key));
        Assert.Equal(0, _scene.Authenticator.Judged);
    }

    [Fact]
    public async Task Step3_ConfirmedTwice_IsStillOneRow()
    {
        ContactKey key = await _scene.Office.ReceiveExampleAsync("my-number-update");
        await _scene.ConfirmAsync(key);
        Assert.IsType<SaveResult.NotAllowed>(await _scene.ConfirmAsync(key));
        Assert.Single(_scene.Office.Ledger.HandlingBook(OfficeScene.E001));
    }

    [Fact]
    public async Task Step3_DeletionConfirmed_IsARowAndTheNumberIsGone()
    {
        MyNumberSlot given = await _scene.GiveNumberAsync("given", Number, ofDependent: true);
        ContactKey key = await _scene.Office.ReceiveExampleAsync("my-number-deletion-dependent");
        Assert.IsType<SaveResult.Saved>(await _scene.ConfirmAsync(key));
        Assert.Null(await _scene.Vault.FindAsync(given, default));
        Assert.Equal("delete", _scene.Office.Ledger.HandlingBook(OfficeScene.E001)[^1][HandlingBookFields.Change].Text);
    }
}
