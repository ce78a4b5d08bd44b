using System.Text.Json;
using OfficeDesk.Tests.Support;
using Spectre.Console;

namespace OfficeDesk.Tests.Commands;

/// <summary>ファイル管理: list, take out, store in the box without reflecting.</summary>
public sealed class AttachmentsTests
{
    private const string Contract = "E001/c-20260401-0001/a1";

    /// <summary>Names as nobody should send them.</summary>
    private static readonly (string Id, string Name)[] s_hostile =
    [
        ("n1", "../../../../tmp/officedesk-evil.txt"),
        ("n2", "..\\..\\evil.exe"),
        ("n3", "CON.txt"),
        ("n4", new string('契', 10_000) + ".pdf"),
        ("n5", "請求\u202Efdp.exe"),
        ("n6", "a\0b.txt"),
        ("n7", "\u001b[2J消.txt"),
        ("n8", ".."),
    ];

    [Fact]
    public async Task List_Files_AreListedWithNameSizeAndLastDay()
    {
        using Office office = await Office.ReceivedAsync();
        Run run = (await office.AskAsync("attachments", "list")).Exits(0);
        Assert.Contains(Contract, run.Output, StringComparison.Ordinal);
        Assert.Contains("雇用契約書.txt", run.Output, StringComparison.Ordinal);
        JsonElement file = (await office.AskAsync("attachments", "list", "--establishment", "E001", "--contact", "c-20260401-0001", "--json")).Exits(0).Only("files");
        Assert.Equal((Contract, 15, true), (file.GetProperty("key").GetString(), file.GetProperty("size").GetInt32(), file.GetProperty("kept").GetBoolean()));
        Assert.Equal(
            DateOnly.FromDateTime(file.GetProperty("receivedAt").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(9)).DateTime).AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            file.GetProperty("lastDay").GetString());
        Assert.Empty((await office.AskAsync("attachments", "list", "--contact", "c-20260325-0002", "--json")).Exits(0).Json.GetProperty("files").EnumerateArray());
        (await office.AskAsync("attachments", "list", "--establishment", "E999")).Exits(2);
        (await office.AskAsync("attachments", "list", "--contact", "c-nothing")).Exits(2);
    }

    [Fact]
    public async Task List_HostileNames_AreShownSafelyWithin80Columns()
    {
        using Office office = await Office.ReceivedAsync();
        await office.ReceiveAsync("separation", ("c-20260325-0002", "c-hostile"), AttachedFiles.Of(s_hostile));
        Run run = (await office.AskAsync("attachments", "list", "--contact", "c-hostile")).Exits(0);
        Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.GetCellWidth(), 0, 80));
        Assert.DoesNotContain(run.Output, character => char.IsControl(character) && character != '\n' && character != '\r');
        Assert.DoesNotContain('\u202E', run.Output);
        Assert.DoesNotContain("..", run.Output.Replace("…", "", StringComparison.Ordinal), StringComparison.Ordinal);

        JsonElement[] files = [.. (await office.AskAsync("attachments", "list", "--contact", "c-hostile", "--json")).Exits(0).Json.GetProperty("files").EnumerateArray()];
        Assert.Equal(s_hostile.Length, files.Length);
        Assert.All(files, file =>
        {
            string name = file.GetProperty("name").GetString()!;
            Assert.Equal(name, Path.GetFileName(name));
            Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(name), 1, 255);
            Assert.DoesNotContain('\\', name);
        });
        Assert.Contains(files, file => file.GetProperty("name").GetString() == "_CON.txt");

        Run shown = (await office.AskAsync("show", "c-hostile")).Exits(0);
        Assert.DoesNotContain("../", shown.Output, StringComparison.Ordinal);
        Assert.All(shown.Output.Split('\n').Where(line => line.Contains("添付", StringComparison.Ordinal)), line => Assert.InRange(line.GetCellWidth(), 0, 120));
    }

    [Fact]
    public async Task Open_ToAFile_WritesTheContentAndNeverOverwritesUnasked()
    {
        using Office office = await Office.ReceivedAsync();
        string target = Path.Combine(office.Folder, "out.bin");
        (await office.RunAsync("attachments", "open", Contract, "--out", "out.bin")).Exits(0);
        Assert.Equal("雇用契約書", await File.ReadAllTextAsync(target));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(target));

        await File.WriteAllTextAsync(target, "somebody's, and longer than the attached file");
        Run refused = (await office.AskAsync("attachments", "open", Contract, "--out", target, "--json")).Exits(1);
        Assert.Equal("fileExists", refused.Json.GetProperty("error").GetProperty("outcome").GetString());
        Assert.StartsWith("somebody's", await File.ReadAllTextAsync(target), StringComparison.Ordinal);

        Run forced = (await office.AskAsync("attachments", "open", Contract, "--out", target, "--force", "--json")).Exits(0);
        Assert.Equal("雇用契約書.txt", forced.Json.GetProperty("name").GetString());
        Assert.Equal("雇用契約書", await File.ReadAllTextAsync(target));
    }

    [Fact]
    public async Task Open_ToStandardOutput_GivesTheBytesAndNothingElse()
    {
        using Office office = await Office.ReceivedAsync();
        Assert.Equal("雇用契約書", (await office.RunAsync("attachments", "open", Contract, "--out", "-")).Exits(0).Output);
        (await office.AskAsync("attachments", "open", Contract, "--out", "-", "--json")).Exits(2);
    }

    [Fact]
    public async Task Open_AFolder_SuggestsTheSafeNameAndWritesNothing()
    {
        using Office office = await Office.ReceivedAsync();
        await office.ReceiveAsync("separation", ("c-20260325-0002", "c-hostile"), AttachedFiles.Of(s_hostile));
        string folder = Directory.CreateDirectory(Path.Combine(office.Folder, "inbox")).FullName;
        Run run = (await office.AskAsync("attachments", "open", "E001/c-hostile/n1", "--out", folder)).Exits(2);
        Assert.Contains(Path.Combine("inbox", "officedesk-evil.txt"), run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
        Assert.False(File.Exists("/tmp/officedesk-evil.txt"));
    }

    [Fact]
    public async Task Open_WhatIsNotThere_IsBadInput()
    {
        using Office office = await Office.ReceivedAsync();
        Run run = (await office.AskAsync("attachments", "open", "E001/c-20260401-0001/a9", "--out", "x", "--json")).Exits(2);
        Assert.Equal("notFound", run.Json.GetProperty("error").GetProperty("outcome").GetString());
        (await office.AskAsync("attachments", "open", "a1", "--out", "x")).Exits(2);
        (await office.AskAsync("attachments", "open", Contract)).Exits(2);
        (await office.AskAsync("attachments", "open", Contract, "--out", Path.Combine("no", "such", "folder", "x"))).Exits(2);
    }

    [Fact]
    public async Task Open_ContentChangedBehindTheStoresBack_IsNotHandedOut()
    {
        using Office office = await Office.ReceivedAsync();
        office.Execute("UPDATE AttachmentContents SET Bytes = x'00'");
        string target = Path.Combine(office.Folder, "x");
        Run run = (await office.AskAsync("attachments", "open", Contract, "--out", target, "--json")).Exits(1);
        Assert.Equal("corrupt", run.Json.GetProperty("error").GetProperty("outcome").GetString());
        Assert.False(File.Exists(target));
        JsonElement file = (await office.AskAsync("preview", "c-20260401-0001", "--store-attachments", "--json")).Exits(0).Only("previews").GetProperty("files")[0];
        Assert.Equal("corrupt", file.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Store_PersonNotInTheLedgerYet_IsRefusedAndSaysWhatToDo()
    {
        using Office office = await Office.ReceivedAsync();
        Run run = (await office.AskAsync("attachments", "store", Contract, "--json")).Exits(1);
        Assert.Equal("noPerson", run.Json.GetProperty("error").GetProperty("outcome").GetString());
        (await office.AskAsync("attachments", "store", "E001/c-20260401-0001/a9")).Exits(2);
    }

    [Fact]
    public async Task Store_PersonKnown_StoresOnceWithoutReflecting()
    {
        using Office office = await Office.ReceivedAsync();
        await office.ReceiveAsync("separation", ("c-20260325-0002", "c-filed"), AttachedFiles.Of(("f1", "離職票.pdf")));
        byte[] workbook = await File.ReadAllBytesAsync(office.Workbook);
        Run first = (await office.AskAsync("attachments", "store", "E001/c-filed/f1", "--json", "--operator", "sato")).Exits(0);
        Assert.Equal(("stored", "0012"), (first.Json.GetProperty("outcome").GetString(), first.Json.GetProperty("employeeNumber").GetString()));
        Assert.Contains("保管済み", (await office.AskAsync("attachments", "store", "E001/c-filed/f1")).Exits(0).Output, StringComparison.Ordinal);
        JsonElement boxed = (await office.AskAsync("box", "list", "--establishment", "E001", "--number", "0012", "--json")).Exits(0).Only("files");
        Assert.Equal(("E001/c-filed/f1", "sato", true), (boxed.GetProperty("source").GetString(), boxed.GetProperty("storedBy").GetString(), boxed.GetProperty("confidential").GetBoolean()));
        Assert.EndsWith(" 退社連絡 添付ファイル", boxed.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal(workbook, await File.ReadAllBytesAsync(office.Workbook));
        Assert.Equal("unprocessed", (await office.ShowAsync("c-filed")).GetProperty("status").GetString());
    }
}
