using CellsContact.Contacts;
using CellsContact.Tests.Scenes;

namespace CellsContact.Tests.Manual;

/// <summary>２．マイナンバー更新連絡を確認し取扱状況記録簿へ登録する。 As far as receiving and opening go.</summary>
public sealed class Chapter2Tests : IDisposable
{
    private readonly OfficeScene _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task Step1_OpenMyNumberNotice_ShowsWhoAndWhatButNoNumber()
    {
        ContactKey key = await _office.ReceiveExampleAsync("my-number-update");
        MyNumberUpdateContact contact = Assert.IsType<MyNumberUpdateContact>((await _office.Desk.OpenAsync(key, OfficeScene.Clerk))!.Effective);
        Assert.Equal(("0031", MyNumberChange.Register, true), (contact.Person.EmployeeNumber!.Value.Value, contact.Change, contact.HasMyNumber));
        Assert.DoesNotContain("621498320257", ContactJson.Serialize(contact), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step2_Deletion_HasNoNumberAtAll()
    {
        ContactKey key = await _office.ReceiveExampleAsync("my-number-deletion-dependent");
        MyNumberUpdateContact contact = Assert.IsType<MyNumberUpdateContact>((await _office.Desk.OpenAsync(key, OfficeScene.Clerk))!.Effective);
        Assert.Equal((MyNumberChange.Delete, false, "明"), (contact.Change, contact.HasMyNumber, contact.Subject.Dependent!.Name.Given));
    }
}
