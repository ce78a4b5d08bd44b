using System.Text;
using OfficeDesk.Tests.Support;

namespace OfficeDesk.Tests.Commands;

/// <summary>Ledger or store not usable: exit code 3, a sentence that says what to do, and everything as it was.</summary>
public sealed class UnusableTests
{
    private const string Id = "c-20260325-0002";

    [Fact]
    public async Task Reflect_WorkbookOpenInExcel_WaitsForThePersonAndThenWorks()
    {
        using Office office = await Office.ReceivedAsync();
        string owner = Path.Combine(office.Data, "~$E001.xlsx");
        await File.WriteAllTextAsync(owner, "");
        await RefusesAsync(office, "開いて");
        File.Delete(owner);
        (await office.AskAsync("reflect", Id)).Exits(0);
    }

    [Fact]
    public async Task Reflect_WorkbookLockedByAnotherWriter_ChangesNothing()
    {
        using Office office = await Office.ReceivedAsync();
        await using (new FileStream(office.Workbook + ".cellscontact.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
            await RefusesAsync(office, "E001.xlsx");
        (await office.AskAsync("reflect", Id)).Exits(0);
    }

    [Fact]
    public async Task Reflect_WorkbookReadOnly_ChangesNothing()
    {
        using Office office = await Office.ReceivedAsync();
        File.SetAttributes(office.Workbook, FileAttributes.ReadOnly);
        await RefusesAsync(office, "読み取り専用");
        File.SetAttributes(office.Workbook, FileAttributes.Normal);
    }

    [Fact]
    public async Task Reflect_KeyColumnMissing_NamesIt()
    {
        using Office office = await Office.ReceivedAsync();
        Sheet.RenameHeader(office.Workbook, "個人情報", "生年月日", "誕生日");
        await RefusesAsync(office, "個人情報!生年月日");
    }

    [Fact]
    public async Task Reflect_WorkbookGone_NamesIt()
    {
        using Office office = await Office.ReceivedAsync();
        File.Delete(office.Workbook);
        Run run = (await office.AskAsync("reflect", Id)).Exits(3);
        Assert.Contains("E001.xlsx", run.Output, StringComparison.Ordinal);
        Assert.Equal("unprocessed", (await office.ShowAsync(Id)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Reflect_WorkbookOfAnOldFormat_SaysWhatToDo()
    {
        using Office office = await Office.ReceivedAsync();
        await File.WriteAllBytesAsync(office.Workbook, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1024]]);
        await RefusesAsync(office, "E001.xlsx");
    }

    [Fact]
    public async Task List_StoreIsNoDatabase_IsNotOverwritten()
    {
        using Office office = await Office.ReceivedAsync();
        string store = Path.Combine(office.Data, "contacts.db");
        foreach (string file in Directory.EnumerateFiles(office.Data, "contacts.db*"))
            File.Delete(file);
        byte[] other = Encoding.UTF8.GetBytes(new string('x', 5000));
        await File.WriteAllBytesAsync(store, other);
        Run run = (await office.AskAsync("list", "--json")).Exits(3);
        Assert.Equal(3, run.Json.GetProperty("error").GetProperty("exitCode").GetInt32());
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Equal(other, await File.ReadAllBytesAsync(store));
    }

    [Fact]
    public async Task List_EstablishmentsDamaged_NamesTheFile()
    {
        using Office office = await Office.ReceivedAsync();
        await File.WriteAllTextAsync(Path.Combine(office.Data, "establishments.json"), "{");
        Run run = (await office.AskAsync("list")).Exits(3);
        Assert.Contains("establishments.json", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Init_DataFolderCannotBeMade_Exits3()
    {
        using Office office = Office.Empty();
        await File.WriteAllTextAsync(office.Data, "a file, not a folder");
        Run run = (await office.AskAsync("init", "--establishment", "E001")).Exits(3);
        Assert.Contains("--data", run.Error, StringComparison.Ordinal);
        Assert.Equal("a file, not a folder", await File.ReadAllTextAsync(office.Data));
    }

    private static async Task RefusesAsync(Office office, string says)
    {
        byte[] workbook = await File.ReadAllBytesAsync(office.Workbook);
        Run run = (await office.AskAsync("reflect", Id)).Exits(3);
        Assert.Contains(says, run.Output, StringComparison.Ordinal);
        Assert.Equal(workbook, await File.ReadAllBytesAsync(office.Workbook));
        Assert.Equal("unprocessed", (await office.ShowAsync(Id)).GetProperty("status").GetString());
    }
}
