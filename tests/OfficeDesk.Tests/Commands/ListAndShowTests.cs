using System.Text.Json;
using OfficeDesk.Tests.Support;

namespace OfficeDesk.Tests.Commands;

public sealed class ListAndShowTests
{
    [Fact]
    public async Task List_Filtered_ShowsOnlyThose()
    {
        using Office office = await Office.ReceivedAsync();
        Assert.Equal(9, await CountAsync(office));
        Assert.Equal(2, await CountAsync(office, "--kind", "保険変更"));
        Assert.Equal(2, await CountAsync(office, "--kind", "dependentChange", "--establishment", "E001", "--all-dates"));
        Assert.Equal(0, await CountAsync(office, "--status", "登録済"));
        Assert.Equal(0, await CountAsync(office, "--since", "2999-01-01"));
    }

    [Fact]
    public async Task List_AllDatesOfAllEstablishments_IsRefusedInTheManualsWords()
    {
        using Office office = await Office.ReceivedAsync();
        Run run = (await office.AskAsync("list", "--all-dates", "--json")).Exits(2);
        Assert.Contains("表示日を「すべて」にする場合は、事業所名を選択してください。", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Json.GetProperty("error").GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public async Task List_UnknownNames_AreBadInput()
    {
        using Office office = await Office.ReceivedAsync();
        (await office.AskAsync("list", "--establishment", "E999")).Exits(2);
        Run kind = (await office.AskAsync("list", "--kind", "transfer")).Exits(2);
        Assert.Contains("入社連絡", kind.Error, StringComparison.Ordinal);
        (await office.AskAsync("list", "--since", "yesterday")).Exits(2);
    }

    [Fact]
    public async Task List_NothingSetUp_SaysHowToBegin()
    {
        using Office office = Office.Empty();
        Run run = (await office.AskAsync("list")).Exits(2);
        Assert.Contains("init", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(office.Data));
    }

    [Fact]
    public async Task List_NoTerminal_IsAlignedPlainLines()
    {
        using Office office = await Office.ReceivedAsync();
        Run run = (await office.AskAsync("list")).Exits(0);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.DoesNotContain('│', run.Output);
        Assert.Contains("E001/c-20260401-0001  入社              髙橋 太郎  ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_BareIdAtTwoEstablishments_AsksWhich()
    {
        using Office office = await Office.ReceivedAsync();
        (await office.AskAsync("init", "--establishment", "E002")).Exits(0);
        await office.ReceiveAsync("separation", ("\"E001\"", "\"E002\""));
        Run run = (await office.AskAsync("show", "c-20260325-0002")).Exits(2);
        Assert.Contains("E001/c-20260325-0002", run.Error, StringComparison.Ordinal);
        Assert.Contains("E002/c-20260325-0002", run.Error, StringComparison.Ordinal);
        (await office.AskAsync("show", "E002/c-20260325-0002")).Exits(0);
        (await office.AskAsync("show", "c-nothing")).Exits(2);
        (await office.AskAsync("show", "no/such/key")).Exits(2);
    }

    [Fact]
    public async Task Show_AnOpenedNotice_HasTheManualsWords()
    {
        using Office office = await Office.ReceivedAsync();
        Run run = (await office.AskAsync("show", "c-20260415-0004")).Exits(0);
        Assert.Contains("住所姓変更連絡（住所および姓変更）", run.Output, StringComparison.Ordinal);
        Assert.Contains("処理区分: 未（マイページ: 未処理）", run.Output, StringComparison.Ordinal);
        Assert.Contains("新しい住所 郵便番号: 530-0001", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Usage_WrongArguments_Exit2WithJsonOnlyOnStandardOutput()
    {
        using Office office = Office.Empty();
        (await office.AskAsync("reflekt")).Exits(2);
        (await office.AskAsync("show")).Exits(2);
        Run run = (await office.AskAsync("list", "--no-such-option", "--json")).Exits(2);
        Assert.Equal(2, run.Json.GetProperty("error").GetProperty("exitCode").GetInt32());
        Assert.NotEmpty(run.Error);
    }

    private static async Task<int> CountAsync(Office office, params string[] options)
    {
        JsonElement list = (await office.AskAsync(["list", "--json", .. options])).Exits(0).Json;
        return list.GetProperty("contacts").GetArrayLength();
    }
}
