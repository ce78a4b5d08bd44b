using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Ledgers;
using CellsContact.Reflectors;
using CellsContact.Statuses;
using CellsContact.Tests.Scenes;

namespace CellsContact.Tests.Manual;

/// <summary>５．扶養異動連絡を確認し個人情報へ反映する。</summary>
public sealed class Chapter5Tests : IDisposable
{
    private readonly OfficeScene _office = new();

    public void Dispose() => _office.Dispose();

    [Theory]
    [InlineData("dependent-change", DependentChange.Add)]
    [InlineData("dependent-removal", DependentChange.Remove)]
    public async Task Step1And2_OpenDependentChange_ShowsAddedOrRemoved(string example, DependentChange change)
    {
        ContactKey key = await _office.ReceiveExampleAsync(example);
        Assert.Equal(change, Assert.IsType<DependentChangeContact>((await _office.Desk.OpenAsync(key, OfficeScene.Clerk))!.Effective).Change);
    }

    [Fact]
    public async Task Step3_PublishChecked_IsReflectedAsWell()
    {
        ContactKey key = await _office.ReceiveExampleAsync("dependent-change");
        await _office.ReflectAsync(key, ContactDecision.Reflect with { Publish = true });
        Assert.Equal(ContactStatus.Registered, (await _office.EntryAsync(key)).Status);
        Assert.Equal(2, _office.Person("0019").Dependents.Count);
    }

    [Fact]
    public async Task Step4_EditedRelationshipLabel_IsInTheLedgerAndNotInTheNotice()
    {
        ContactKey key = await _office.ReceiveExampleAsync("dependent-change");
        await _office.ReflectAsync(key, ContactDecision.Reflect with { Edits = [Edit.Set("dependent.relationshipLabel", "長女")] });
        Assert.Equal("長女", _office.Person("0019").Dependents[1][DependentFields.Relationship].Text);
        Assert.Null(Assert.IsType<DependentChangeContact>((await _office.EntryAsync(key)).Contact).Dependent.RelationshipLabel);
    }

    [Fact]
    public async Task Step5_Added_IsARowAndTheStatusIsRegistered()
    {
        ContactKey key = await _office.ReceiveExampleAsync("dependent-change");
        await _office.ReflectAsync(key);
        LedgerRow row = _office.Person("0019").Dependents[1];
        Assert.Equal("中村　葵", row[DependentFields.Name].Text);
        Assert.Equal(Cast.Date(2026, 4, 8), row[DependentFields.SocialInsuranceFrom]);
        Assert.Equal(Cast.Date(2026, 4, 8), row[DependentFields.TaxFrom]);
        Assert.Equal(ContactStatus.Registered, (await _office.EntryAsync(key)).Status);
    }

    [Fact]
    public async Task Step5_RemovedOnOneSide_LeavesTheOtherOpen()
    {
        await _office.ReflectAsync(await _office.ReceiveExampleAsync("dependent-removal"));
        LedgerRow row = Assert.Single(_office.Person("0019").Dependents);
        Assert.Equal(Cast.Date(2026, 5, 31), row[DependentFields.SocialInsuranceTo]);
        Assert.True(row[DependentFields.TaxTo].IsEmpty);
        Assert.True(LedgerMatching.IsOpen(row));
    }

    [Fact]
    public async Task WholeChapter_BirthBeforeTheHireIsReflected_NamesTheWaitingHire()
    {
        ContactKey hire = await _office.ReceiveExampleAsync("hire");
        ContactKey birth = await _office.ReceiveExampleAsync("dependent-change", json =>
        {
            json["person"] = System.Text.Json.Nodes.JsonNode.Parse("""{"name":{"family":"髙橋","given":"太郎"},"birthDate":"1990-05-03"}""");
        });
        SaveResult.Refused refused = Assert.IsType<SaveResult.Refused>(await _office.Desk.SaveAsync(birth, OfficeScene.Clerk, ContactDecision.Reflect));
        Assert.Contains(refused.Notes, note => note.Level == NoteLevel.Refusal && note.Message.Japanese.Contains(hire.Id.Value, StringComparison.Ordinal));
    }
}
