using OfficeDesk.Tests.Support;

namespace OfficeDesk.Tests.Commands;

public sealed class InitTests
{
    [Fact]
    public async Task Init_NothingThere_CreatesWorkbookAndStore()
    {
        using Office office = Office.Empty();
        Run run = (await office.RunAsync("init", "--establishment", "E001", "--name", "みなと商事株式会社", "--json")).Exits(0);
        Assert.True(run.Json.GetProperty("created").GetBoolean());
        Assert.False(run.Json.GetProperty("publicationEnabled").GetBoolean());
        Assert.Empty(Sheet.Read(office.Workbook, "個人情報"));
        Assert.True(File.Exists(Path.Combine(office.Data, "contacts.db")));
    }

    [Fact]
    public async Task Init_OfficeWorkbook_AddsOnlySheetsAndSecondTimeNothing()
    {
        using Office office = Office.Empty();
        string workbook = Path.Combine(office.Folder, "台帳.xlsx");
        File.Copy(Repository.OfficeWorkbook, workbook);
        Run first = (await office.AskAsync("init", "--establishment", "E001", "--workbook", workbook, "--json")).Exits(0);
        Assert.False(first.Json.GetProperty("created").GetBoolean());
        Assert.Contains("連絡反映履歴", first.Output, StringComparison.Ordinal);
        Assert.Equal("引継ぎは小林さんへ", Sheet.Row(workbook, "個人情報", "社員No", "0012")["担当メモ"]);

        byte[] adopted = await File.ReadAllBytesAsync(workbook);
        Run second = (await office.AskAsync("init", "--establishment", "E001", "--name", "みなと商事株式会社", "--json")).Exits(0);
        Assert.Empty(second.Json.GetProperty("added").EnumerateArray());
        Assert.Equal(adopted, await File.ReadAllBytesAsync(workbook));
    }

    [Fact]
    public async Task Init_AllColumns_LeavesNoColumnMissing()
    {
        using Office office = Office.Empty();
        Directory.CreateDirectory(office.Data);
        File.Copy(Repository.OfficeWorkbook, office.Workbook);
        Run run = (await office.AskAsync("init", "--establishment", "E001", "--all-columns", "--json")).Exits(0);
        Assert.Empty(run.Json.GetProperty("missing").EnumerateArray());
    }

    [Fact]
    public async Task Init_BadNames_AreRefused()
    {
        using Office office = Office.Empty();
        (await office.AskAsync("init", "--establishment", "E001")).Exits(0);
        (await office.AskAsync("init", "--establishment", "e001")).Exits(1);
        (await office.AskAsync("init", "--establishment", "E002", "--workbook", office.Workbook)).Exits(1);
        (await office.AskAsync("init", "--establishment", "E001", "--workbook", Path.Combine(office.Data, "other.xlsx"))).Exits(1);
        (await office.AskAsync("init", "--establishment", "NUL")).Exits(2);
        (await office.AskAsync("init", "--establishment", "../E003")).Exits(2);
        (await office.AskAsync("init", "--establishment", "E004", "--workbook", Path.Combine(office.Folder, "E004.xls"))).Exits(2);
    }
}
