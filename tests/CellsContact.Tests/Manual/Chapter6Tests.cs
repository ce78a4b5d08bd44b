using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Tests.Scenes;

namespace CellsContact.Tests.Manual;

/// <summary>６．住所姓変更連絡を確認し個人情報へ反映する。</summary>
public sealed class Chapter6Tests : IDisposable
{
    private readonly OfficeScene _office = new();

    public void Dispose() => _office.Dispose();

    [Theory]
    [InlineData("newName", AddressNameChangeScope.Address)]
    [InlineData("newAddress", AddressNameChangeScope.Name)]
    [InlineData("nothing", AddressNameChangeScope.AddressAndName)]
    public async Task Step1And2_Open_ShowsAddressSurnameOrBoth(string without, AddressNameChangeScope scope)
    {
        ContactKey key = await _office.ReceiveExampleAsync("address-name-change", json => json.Remove(without));
        Assert.Equal(scope, Assert.IsType<AddressNameChangeContact>((await _office.Desk.OpenAsync(key, OfficeScene.Clerk))!.Effective).Scope);
    }

    [Fact]
    public async Task Step3_PublishWithoutTheClientPageSetUp_IsRefused()
    {
        using OfficeScene office = new(publication: false);
        ContactKey key = await office.ReceiveExampleAsync("address-name-change");
        Assert.IsType<SaveResult.Refused>(await office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect with { Publish = true }));
        Assert.Equal("渡辺　真理", office.Person("0027").Row[PersonFields.Name].Text);
    }

    [Fact]
    public async Task Step4_EditedAddress_IsInTheLedgerAndNotInTheNotice()
    {
        ContactKey key = await _office.ReceiveExampleAsync("address-name-change");
        await _office.ReflectAsync(key, ContactDecision.Reflect with { Edits = [Edit.Set("newAddress.address", "大阪府大阪市北区梅田2-4-9 101")] });
        Assert.Equal("大阪府大阪市北区梅田2-4-9 101", _office.Person("0027").Row[PersonFields.Address].Text);
        Assert.Equal("大阪府大阪市北区梅田2-4-9", Assert.IsType<AddressNameChangeContact>((await _office.EntryAsync(key)).Contact).NewAddress!.Address);
    }

    [Fact]
    public async Task Step5_AfterSaving_NameAndAddressAreNewAndTheStatusIsRegistered()
    {
        ContactKey key = await _office.ReceiveExampleAsync("address-name-change");
        await _office.ReflectAsync(key);
        LedgerPerson person = _office.Person("0027");
        Assert.Equal("渡邉　真理", person.Row[PersonFields.Name].Text);
        Assert.Equal("渡辺", person.Row[PersonFields.FormerSurname].Text);
        Assert.Equal(Cast.Date(2026, 4, 12), person.Row[PersonFields.NameChangedOn]);
        Assert.Equal("530-0001", person.Row[PersonFields.PostalCode].Text);
        Assert.Equal("大阪府大阪市北区梅田2-4-9", person.Row[PersonFields.Address].Text);
        Assert.Equal(Cast.Date(2026, 4, 12), person.Row[PersonFields.AddressChangedOn]);
        Assert.Equal("渡邉　真理", person.Payroll![PayrollFields.Name].Text);
        Assert.Equal(ContactStatus.Registered, (await _office.EntryAsync(key)).Status);
    }

    [Fact]
    public async Task WholeChapter_DependentsIncluded_MoveTheOnesWhoLiveTogetherAndKeepEveryName()
    {
        await _office.ReflectAsync(await _office.ReceiveExampleAsync("address-name-change"));
        IReadOnlyList<LedgerRow> dependents = _office.Person("0027").Dependents;
        Assert.Equal(("渡辺　陽太", "大阪府大阪市北区梅田2-4-9"), (dependents[0][DependentFields.Name].Text, dependents[0][DependentFields.Address].Text));
        Assert.Equal(("鈴木　和子", "奈良県奈良市2-2"), (dependents[1][DependentFields.Name].Text, dependents[1][DependentFields.Address].Text));
    }
}
