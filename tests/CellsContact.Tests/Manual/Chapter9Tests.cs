using System.Text.Json.Nodes;
using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Intake;
using CellsContact.Retention;
using CellsContact.Tests.Scenes;

namespace CellsContact.Tests.Manual;

/// <summary>９．連絡データの添付ファイル保管。</summary>
public sealed class Chapter9Tests : IDisposable
{
    private static readonly ContactDecision s_storing = ContactDecision.Reflect with { StoreAttachments = true };
    private readonly OfficeScene _office = new();

    public void Dispose() => _office.Dispose();

    [Theory]
    [InlineData("hire")]
    [InlineData("separation")]
    [InlineData("address-name-change")]
    [InlineData("dependent-change")]
    [InlineData("insurance-change")]
    public async Task EveryKindButMyNumber_TakesAttachments(string example)
    {
        ContactKey key = await ReceiveAsync(example, File("a1"));
        AttachmentContent.Intact content = Assert.IsType<AttachmentContent.Intact>(await Files.OpenAsync(new(key, "a1"), OfficeScene.Clerk));
        Assert.Equal("a1の内容", System.Text.Encoding.UTF8.GetString(content.Bytes.Span));
    }

    [Fact]
    public async Task MyNumberNotice_TakesNone()
    {
        IntakeResult result = Assert.Single(await _office.ReceiveAsync(OfficeScene.Example("my-number-update", json => json["attachments"] = new JsonArray(File("a1"))).ToJsonString()));
        Assert.Contains(Assert.IsType<IntakeResult.Rejected>(result).Findings, finding => finding.RuleId == "attachment.kind");
    }

    [Fact]
    public async Task ReflectingWithStoreChecked_PutsEachFileIntoThePersonalBoxWithItsContentText()
    {
        ContactKey key = await ReceiveAsync("hire", File("a1"), File("a2"));
        SaveResult.Saved saved = await _office.ReflectAsync(key, s_storing);

        Assert.Equal([FileOutcome.Stored, FileOutcome.Stored], saved.Files.Select(file => file.Outcome));
        IReadOnlyList<BoxFile> box = await BoxAsync("0032");
        Assert.Equal(2, box.Count);
        string name = string.Join(' ', _office.Person("0032").Row[CellsContact.Ledgers.PersonFields.Name].Text.Split('\u3000'));
        Assert.All(box, file => Assert.Equal($"{name} 入社連絡 添付ファイル", file.Description));
    }

    [Fact]
    public async Task ReflectingWithStoreUnchecked_PutsNothingIntoTheBox()
    {
        ContactKey key = await ReceiveAsync("separation", File("a1"));
        Assert.Empty((await _office.ReflectAsync(key)).Files);
        Assert.Empty(await BoxAsync("0012"));
    }

    [Fact]
    public async Task SurnameChanged_TheContentTextHasTheNameAfterReflecting()
    {
        ContactKey key = await ReceiveAsync("address-name-change", File("a1"));
        await _office.ReflectAsync(key, s_storing);
        string name = _office.Person("0027").Row[CellsContact.Ledgers.PersonFields.Name].Text.Replace('\u3000', ' ');
        Assert.Equal($"{name} 住所姓変更連絡 添付ファイル", Assert.Single(await BoxAsync("0027")).Description);
        Assert.StartsWith("渡邉", name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BoxWithTenFiles_StoresNoEleventhAndTheReflectionStands()
    {
        ContactKey first = await ReceiveAsync("separation", [.. Enumerable.Range(1, 9).Select(i => File($"a{i}"))]);
        await _office.ReflectAsync(first, s_storing);
        ContactKey second = await _office.ReceiveExampleAsync("insurance-leave", json =>
        {
            json["person"]!["employeeNumber"] = "0012";
            json["attachments"] = new JsonArray(File("b1"), File("b2"));
        });

        SavePreview preview = await _office.Desk.PreviewAsync(second, OfficeScene.Clerk, s_storing);
        SaveResult.Saved saved = Assert.IsType<SaveResult.Saved>(await _office.Desk.SaveAsync(preview.Token, OfficeScene.Clerk));

        Assert.Equal([FileOutcome.Stored, FileOutcome.BoxFull], saved.Files.Select(file => file.Outcome));
        Assert.Equal(IPersonalBox.MaxConfidentialFiles, (await BoxAsync("0012")).Count);
        Assert.True(saved.Entry.IsReflected);
    }

    [Fact]
    public async Task FileManagement_ListsOpensAndStoresWithoutReflecting()
    {
        ContactKey key = await ReceiveAsync("separation", File("a1"));
        Assert.Equal(new(key, "a1"), Assert.Single(await Files.ListAsync(new(), OfficeScene.Clerk)).Key);

        Assert.Equal(new FilingResult.Done(FileOutcome.Stored, EmployeeNumber.Parse("0012")), await Files.StoreAsync(new(key, "a1"), OfficeScene.Clerk));
        Assert.Equal(new FilingResult.Done(FileOutcome.AlreadyStored, EmployeeNumber.Parse("0012")), await Files.StoreAsync(new(key, "a1"), OfficeScene.Clerk));
        Assert.False((await _office.EntryAsync(key)).IsReflected);
        Assert.Equal("佐藤 一郎 退社連絡 添付ファイル", Assert.Single(await BoxAsync("0012")).Description);
    }

    [Fact]
    public async Task FileManagement_BeforeThePersonIsInTheLedger_IsRefusedByName()
    {
        ContactKey key = await ReceiveAsync("hire", File("a1"));
        Assert.Contains("台帳にまだいない", Assert.IsType<FilingResult.NoPerson>(await Files.StoreAsync(new(key, "a1"), OfficeScene.Clerk)).Text.Japanese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After30Days_TheFileIsGoneAndTheBoxKeepsTheOfficesCopy()
    {
        ContactKey key = await ReceiveAsync("separation", File("a1"), File("a2"));
        await Files.StoreAsync(new(key, "a1"), OfficeScene.Clerk);
        _office.Time.Advance(TimeSpan.FromDays(31));
        await _office.Service<RetentionSweep>().SweepAsync();

        Assert.IsType<AttachmentContent.Expired>(await Files.OpenAsync(new(key, "a2"), OfficeScene.Clerk));
        Assert.Equal(2, (await Files.ListAsync(new(), OfficeScene.Clerk)).Count(file => file.ErasedAt is not null));
        SaveResult.Saved saved = await _office.ReflectAsync(key, s_storing);
        Assert.Equal([FileOutcome.AlreadyStored, FileOutcome.Expired], saved.Files.Select(file => file.Outcome));

        _office.Time.Advance(TimeSpan.FromDays(200));
        await _office.Service<RetentionSweep>().SweepAsync();
        Assert.Null(await _office.Store.FindAsync(key, default));
        Assert.IsType<AttachmentContent.Intact>(await _office.Service<IPersonalBox>().OpenAsync(OfficeScene.E001, EmployeeNumber.Parse("0012"), new(key, "a1"), default));
    }

    private FileDesk Files => _office.Service<FileDesk>();

    private async Task<IReadOnlyList<BoxFile>> BoxAsync(string number) =>
        await _office.Service<IPersonalBox>().ListAsync(OfficeScene.E001, EmployeeNumber.Parse(number), default);

    private Task<ContactKey> ReceiveAsync(string example, params JsonNode[] files) =>
        _office.ReceiveExampleAsync(example, json => json["attachments"] = new JsonArray(files));

    private static JsonObject File(string id) => new()
    {
        ["id"] = id,
        ["fileName"] = $"{id}.txt",
        ["mediaType"] = "text/plain",
        ["content"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{id}の内容")),
    };
}
