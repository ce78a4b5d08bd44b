using System.Text;
using System.Text.Json.Nodes;
using CellsContact.Contacts;
using CellsContact.MyNumbers;
using CellsContact.Statuses;
using CellsContact.Trials;

namespace CellsContact.Torture;

/// <summary>A host is killed at every step of confirming a マイナンバー更新連絡 and of linking a hire's number: one row, one link, one record.</summary>
public sealed class MyNumberKillTests(ExampleTemplate template) : IClassFixture<ExampleTemplate>
{
    private const string HandlingBook = "マイナンバー取扱状況記録簿";

    private static readonly MyNumberOwner s_owner = new(OfficeFolder.Establishment, EmployeeNumber.Parse("0031"));

    [Theory]
    [InlineData("store.prepare.after")]
    [InlineData("ledger.apply.before")]
    [InlineData("ledger.apply.after")]
    [InlineData("log.append.before")]
    [InlineData("log.append.after")]
    [InlineData("vault.link.before")]
    [InlineData("vault.link.after")]
    [InlineData("store.complete.before")]
    [InlineData("store.complete.after")]
    public async Task Confirm_RegistrationKilledAtAStepAndRetried_IsOneRowOneLinkAndOneRecord(string step)
    {
        OfficeFolder folder = template.Copy();
        ContactKey key = await ReceiveAsync(folder, "my-number-update.json");
        await KilledAndRetriedAsync(folder, key, "Confirm", step);

        await using TrialOffice office = await TrialOffice.OpenAsync(folder);
        Assert.Equal(new(key, "myNumber"), (await office.Vault.FindAsync(s_owner, CancellationToken.None))?.Slot);
        Assert.Equal(1, await RecordsAsync(office, key, MyNumberAccessKind.Registration));
        await AssertDoneOnceAsync(office, folder, key, 1);
        folder.Delete();
    }

    [Theory]
    [InlineData("log.append.before")]
    [InlineData("log.append.after")]
    [InlineData("vault.erase.before")]
    [InlineData("vault.erase.after")]
    [InlineData("store.complete.before")]
    public async Task Confirm_DeletionKilledAtAStepAndRetried_ErasesOnce(string step)
    {
        OfficeFolder folder = template.Copy();
        ContactKey registered = await ReceiveAsync(folder, "my-number-update.json");
        await SavedAsync(folder, registered, "Confirm");
        ContactKey key = await ReceiveAsync(folder, "my-number-update.json", message =>
        {
            message["id"] = "c-deletion";
            message["change"] = "delete";
            message.Remove("myNumber");
        });
        await KilledAndRetriedAsync(folder, key, "Confirm", step);

        await using TrialOffice office = await TrialOffice.OpenAsync(folder);
        Assert.Null(await office.Vault.FindAsync(s_owner, CancellationToken.None));
        Assert.Equal(1, await RecordsAsync(office, key, MyNumberAccessKind.Erasure));
        await AssertDoneOnceAsync(office, folder, key, 1);
        folder.Delete();
    }

    [Theory]
    [InlineData("log.append.after")]
    [InlineData("vault.link.before")]
    [InlineData("vault.link.after")]
    public async Task Reflect_HireWithANumberKilledAtAStepAndRetried_LinksItOnce(string step)
    {
        OfficeFolder folder = template.Copy();
        ContactKey key = template.Keys["hire.json"];
        await KilledAndRetriedAsync(folder, key, "Reflect", step);

        await using TrialOffice office = await TrialOffice.OpenAsync(folder);
        MyNumberEntry? entry = await office.Vault.FindAsync(new MyNumberSlot(key, "myNumber"), CancellationToken.None);
        Assert.Equal(MyNumberState.Linked, entry?.State);
        Assert.Equal(1, await RecordsAsync(office, key, MyNumberAccessKind.Registration));
        await AssertDoneOnceAsync(office, folder, key, 1);
        folder.Delete();
    }

    private static async Task<ContactKey> ReceiveAsync(OfficeFolder folder, string example, Action<JsonObject>? change = null)
    {
        JsonObject message = JsonNode.Parse(ExampleOffice.Message(example))!.AsObject();
        change?.Invoke(message);
        await using TrialOffice office = await TrialOffice.OpenAsync(folder);
        return Assert.Single(await ExampleOffice.ReceiveAsync(office, Encoding.UTF8.GetBytes(message.ToJsonString())));
    }

    private static async Task KilledAndRetriedAsync(OfficeFolder folder, ContactKey key, string action, string step)
    {
        string[] save = [$"key={key}", $"action={action}", "operator=clerk-1"];
        Assert.False((await VictimProcess.RunAsync("save", folder, [.. save, $"kill={step}"])).Alive);
        (_, VictimProcess again) = await VictimProcess.RunAsync("save", folder, save);
        Assert.Equal([step == "store.complete.after" ? "NotAllowed" : "Saved"], again.Results);
    }

    private static async Task SavedAsync(OfficeFolder folder, ContactKey key, string action)
    {
        (_, VictimProcess saved) = await VictimProcess.RunAsync("save", folder, $"key={key}", $"action={action}", "operator=clerk-1");
        Assert.Equal(["Saved"], saved.Results);
    }

    private static async Task<int> RecordsAsync(TrialOffice office, ContactKey key, MyNumberAccessKind kind) =>
        (await office.AccessBook.ListAsync(new() { Kind = kind, Limit = 1000 })).Count(record => record.Access.ContactId == key.Id.Value);

    private static async Task AssertDoneOnceAsync(TrialOffice office, OfficeFolder folder, ContactKey key, int rows)
    {
        Assert.Equal(rows, folder.Read()[HandlingBook].Count(row => row["連絡ID"] == key.Id.Value));
        Assert.True((await office.AccessBook.VerifyAsync(OfficeFolder.Establishment)).Holds);
        Assert.Empty(await OfficeChecks.ProblemsAsync(folder, [key], ContactStatus.Registered));
        Assert.Empty(folder.Leftovers());
    }
}
