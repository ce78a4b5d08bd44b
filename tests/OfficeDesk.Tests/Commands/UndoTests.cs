using System.Text.Json;
using OfficeDesk.Tests.Support;

namespace OfficeDesk.Tests.Commands;

public sealed class UndoTests
{
    private const string Hire = "c-20260401-0001";

    [Fact]
    public async Task Undo_AHire_TakesItOutOfTheLedgerAndItCanBeReflectedAgain()
    {
        using Office office = await Office.ReceivedAsync();
        (await office.AskAsync("reflect", Hire)).Exits(0);
        JsonElement undone = (await office.AskAsync("undo", Hire, "--operator", "sato", "--json")).Exits(0).Only("results");
        Assert.Equal(("saved", "unprocessed"), (undone.GetProperty("outcome").GetString(), undone.GetProperty("status").GetString()));
        Assert.Equal("unlink", Assert.Single(undone.GetProperty("myNumbers").EnumerateArray()).GetProperty("effect").GetString());
        Assert.DoesNotContain(Sheet.Read(office.Workbook, "個人情報"), row => row["氏名"] == "髙橋　太郎");
        Assert.Equal("取消", Sheet.Read(office.Workbook, "マイナンバー取扱状況記録簿")[^1]["取扱区分"]);
        Assert.Contains("登録の取消: 実施", (await office.AskAsync("mynumber", "log")).Output, StringComparison.Ordinal);

        (await office.AskAsync("undo", Hire)).Exits(1);
        (await office.AskAsync("reflect", Hire)).Exits(0);
        Assert.Single(Sheet.Read(office.Workbook, "個人情報"), row => row["氏名"] == "髙橋　太郎");
    }

    [Fact]
    public async Task Undo_ValuesChangedSince_AreNotTouched()
    {
        using Office office = await Office.ReceivedAsync();
        (await office.AskAsync("reflect", "c-20260501-0005", "--confirm-overwrite")).Exits(0);
        (await office.AskAsync("reflect", "c-20260701-0008", "--confirm-overwrite")).Exits(0);
        byte[] workbook = await File.ReadAllBytesAsync(office.Workbook);
        Run run = (await office.AskAsync("undo", "c-20260501-0005")).Exits(1);
        Assert.Contains("【競合】", run.Output, StringComparison.Ordinal);
        Assert.Equal(workbook, await File.ReadAllBytesAsync(office.Workbook));
    }
}
