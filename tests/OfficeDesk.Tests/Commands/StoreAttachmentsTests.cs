using System.Text.Json;
using OfficeDesk.Tests.Support;

namespace OfficeDesk.Tests.Commands;

/// <summary>「添付ファイルを個人ＢＯＸで保管」 on saving: an outcome for each file, and none of them undoes the reflection.</summary>
public sealed class StoreAttachmentsTests
{
    private const string Hire = "c-20260401-0001";

    [Fact]
    public async Task Reflect_StoreAttachments_PutsEachFileIntoTheBox()
    {
        using Office office = await Office.ReceivedAsync();
        JsonElement planned = (await office.AskAsync("preview", Hire, "--store-attachments", "--json")).Exits(0).Only("previews").GetProperty("files")[0];
        Assert.Equal(("stored", "保管します"), (planned.GetProperty("outcome").GetString(), planned.GetProperty("japanese").GetString()));
        Assert.Contains("添付ファイル 雇用契約書.txt: 保管します", (await office.AskAsync("preview", Hire, "--store-attachments")).Exits(0).Output, StringComparison.Ordinal);
        Assert.Empty(await BoxAsync(office, "0032"));

        Run run = (await office.AskAsync("reflect", Hire, "--store-attachments", "--publish")).Exits(0);
        Assert.Contains("添付ファイル 雇用契約書.txt: 保管しました", run.Output, StringComparison.Ordinal);
        Assert.Equal("髙橋 太郎 入社連絡 添付ファイル", Assert.Single(await BoxAsync(office, "0032")).GetProperty("description").GetString());
        Run listed = (await office.AskAsync("box", "list", "--establishment", "E001", "--number", "0032")).Exits(0);
        Assert.Contains("内容: 髙橋 太郎 入社連絡 添付ファイル  【機密】", listed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reflect_WithoutTheOption_StoresNothing()
    {
        using Office office = await Office.ReceivedAsync();
        JsonElement result = (await office.AskAsync("reflect", Hire, "--json")).Exits(0).Only("results");
        Assert.Empty(result.GetProperty("files").EnumerateArray());
        Assert.Empty(await BoxAsync(office, "0032"));
    }

    [Fact]
    public async Task Reflect_TheBoxIsFull_IsReflectedAndSaysSo()
    {
        using Office office = await Office.ReceivedAsync();
        string[] ids = [.. Enumerable.Range(1, 10).Select(number => $"f{number}")];
        await office.ReceiveAsync("separation", ("c-20260325-0002", "c-ten"), AttachedFiles.Of([.. ids.Select(id => (id, $"{id}.pdf"))]));
        await office.ReceiveAsync("separation", ("c-20260325-0002", "c-more"), AttachedFiles.Of(("g1", "g1.pdf")));
        foreach (string id in ids)
            (await office.AskAsync("attachments", "store", $"E001/c-ten/{id}")).Exits(0);

        JsonElement planned = (await office.AskAsync("preview", "c-more", "--store-attachments", "--json")).Exits(0).Only("previews").GetProperty("files")[0];
        Assert.Equal("boxFull", planned.GetProperty("outcome").GetString());
        Run run = (await office.AskAsync("reflect", "c-more", "--store-attachments")).Exits(0);
        Assert.Contains("g1.pdf: 機密10件を超えるため保管されません", run.Output, StringComparison.Ordinal);
        Assert.Equal("registered", (await office.ShowAsync("c-more")).GetProperty("status").GetString());
        Assert.Equal(ids.Select(id => $"E001/c-ten/{id}"), (await BoxAsync(office, "0012")).Select(file => file.GetProperty("source").GetString()));
        Assert.Equal("boxFull", (await office.AskAsync("attachments", "store", "E001/c-more/g1", "--json")).Exits(1).Json.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Reflect_FilesExpired_IsReflectedAndSaysSo()
    {
        using Office office = await Office.ReceivedAsync();
        (await office.AskDaysLaterAsync(31, "sweep")).Exits(0);
        JsonElement file = (await office.AskDaysLaterAsync(31, "reflect", Hire, "--store-attachments", "--json")).Exits(0).Only("results").GetProperty("files")[0];
        Assert.Equal(("expired", "期限切れ"), (file.GetProperty("outcome").GetString(), file.GetProperty("japanese").GetString()));
        Assert.Equal("registered", (await office.ShowAsync(Hire)).GetProperty("status").GetString());
        Run open = (await office.AskAsync("attachments", "open", $"E001/{Hire}/a1", "--out", "x", "--json")).Exits(1);
        Assert.Equal("expired", open.Json.GetProperty("error").GetProperty("outcome").GetString());
        Assert.Contains("期限切れ（", (await office.AskAsync("attachments", "list")).Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BoxList_NoSuchNumber_IsBadInputOrEmpty()
    {
        using Office office = await Office.ReceivedAsync();
        (await office.AskAsync("box", "list", "--establishment", "E001", "--number", " ")).Exits(2);
        (await office.AskAsync("box", "list", "--number", "0012")).Exits(2);
        Assert.Contains("機密 0 件（10 件まで）", (await office.AskAsync("box", "list", "--establishment", "E001", "--number", "9999")).Exits(0).Output, StringComparison.Ordinal);
    }

    private static async Task<JsonElement[]> BoxAsync(Office office, string number) =>
        [.. (await office.AskAsync("box", "list", "--establishment", "E001", "--number", number, "--json")).Exits(0).Json.GetProperty("files").EnumerateArray()];
}
