using OfficeDesk.Tests.Support;

namespace OfficeDesk.Tests.Commands;

public sealed class DemoTests
{
    [Fact]
    public async Task Demo_FreshAndAgain_TellsTheWholeStory()
    {
        using Office office = Office.Empty();
        Run first = (await office.RunAsync("demo")).Exits(0);
        foreach (string word in new[] { "受信", "一覧", "プレビュー", "台帳に反映", "要確認", "重複", "登録保留", "手続完了", "付番: 社員番号 0032", "6214 9832 0257", "認証できませんでした", "すべて正常", "雇用契約書.txt: 保管しました", "髙橋 太郎 入社連絡 添付ファイル  【機密】", "個人ボックス: 保管済み", "事務所から: 年間収入", "公開されている個人 1 名", "連絡 9 件、添付ファイル 1 件" })
            Assert.Contains(word, first.Output, StringComparison.Ordinal);
        Assert.Empty(first.Error);
        Assert.Equal(2, first.Output.Split("6214 9832 0257").Length);
        Assert.DoesNotContain("621498320257", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("123456789018", first.Output, StringComparison.Ordinal);

        string workbook = Path.Combine(office.Data, "demo", "E001.xlsx");
        Assert.Equal("090-9999-0000", Sheet.Row(workbook, "個人情報", "社員No", "0032")["電話番号"]);
        Assert.Equal(9, Sheet.Read(workbook, "連絡反映履歴").Count);
        Assert.Equal(3, Sheet.Read(workbook, "マイナンバー取扱状況記録簿").Count);
        Run again = (await office.AskAsync("demo", "--json")).Exits(0);
        Assert.Equal(38, again.Json.GetProperty("steps").GetInt32());
        Assert.Equal(9, Sheet.Read(workbook, "連絡反映履歴").Count);
    }

    [Fact]
    public async Task Demo_SomebodysFileInTheFolder_DeletesNothing()
    {
        using Office office = Office.Empty();
        string folder = Path.Combine(office.Data, "demo");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "E001.xlsx"), "somebody's");
        Run run = (await office.AskAsync("demo")).Exits(1);
        Assert.Contains("E001.xlsx", run.Error, StringComparison.Ordinal);
        Assert.Equal("somebody's", await File.ReadAllTextAsync(Path.Combine(folder, "E001.xlsx")));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder));
    }
}
