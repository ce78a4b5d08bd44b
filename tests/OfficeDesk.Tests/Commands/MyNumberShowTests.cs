using System.Text.Json;
using OfficeDesk.Tests.Support;

namespace OfficeDesk.Tests.Commands;

public sealed class MyNumberShowTests
{
    private const string Id = "c-20260502-0006";
    private const string Number = "621498320257";
    private const string DependentsNumber = "123456789018";

    [Fact]
    public async Task Show_Authenticated_PrintsTheNumberOnStandardOutputOnly()
    {
        using Office office = await Office.ReceivedAsync();
        await office.AddOperatorAsync();
        Run run = (await office.ShowNumberByProcessAsync(Id)).Exits(0);
        Assert.Contains("マイナンバー（本人）: 6214 9832 0257", run.Output, StringComparison.Ordinal);
        Assert.Contains("社員番号 0031", run.Output, StringComparison.Ordinal);
        Assert.Contains("利用目的: 連絡の確認", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);

        Run json = (await office.ShowNumberAsync("E001/" + Id, Office.Phrase, "--json", "--purpose", "税の手続")).Exits(0);
        Assert.Equal("税の手続", json.Json.GetProperty("purpose").GetString());
        Assert.Equal((Number, "shown"), (json.Only("numbers").GetProperty("number").GetString(), json.Only("numbers").GetProperty("outcome").GetString()));
        Assert.DoesNotContain(Office.Phrase, run.Output + run.Error + json.Output + json.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_NumbersOfAFamily_NamesWhose()
    {
        using Office office = await Office.ReceivedAsync();
        await office.AddOperatorAsync();
        await office.ReceiveAsync(
            "hire",
            ("c-20260401-0001", "c-family"),
            (DependentsNumber, Number),
            ("\"relationship\": \"wife\"", $"\"myNumber\": \"{DependentsNumber}\", \"relationship\": \"wife\""));
        JsonElement[] numbers = [.. (await office.ShowNumberAsync("c-family", Office.Phrase, "--json")).Exits(0).Json.GetProperty("numbers").EnumerateArray()];
        Assert.Equal(["本人", "家族 髙橋 花子"], numbers.Select(number => number.GetProperty("whose").GetString()!));
        Assert.Equal([Number, DependentsNumber], numbers.Select(number => number.GetProperty("number").GetString()!));
    }

    [Fact]
    public async Task Show_WrongPassPhraseOrUnknownOperator_SayTheSameAndNoDigit()
    {
        using Office office = await Office.ReceivedAsync();
        await office.AddOperatorAsync();
        Run wrong = (await office.ShowNumberAsync(Id, "wrong pass phrase", "--json")).Exits(1).HasNoNumber(Number);
        Run unknown = (await office.AskWithInputAsync(Office.Phrase + "\n", "mynumber", "show", Id, "--operator", "nobody", "--json")).Exits(1).HasNoNumber(Number);
        Assert.Equal(wrong.Output, unknown.Output);
        JsonElement error = wrong.Json.GetProperty("error");
        Assert.Equal((1, "notProven"), (error.GetProperty("exitCode").GetInt32(), error.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task Show_FiveWrongPassPhrasesByProcessesAtOnce_LockOutTheRightOne()
    {
        using Office office = await Office.ReceivedAsync();
        await office.AddOperatorAsync();
        Run[] wrong = await Task.WhenAll(Enumerable.Range(1, 5).Select(guess => office.ShowNumberByProcessAsync(Id, $"wrong phrase {guess}")));
        Assert.All(wrong, run => run.Exits(1).HasNoNumber(Number));
        Run locked = (await office.ShowNumberAsync(Id)).Exits(1).HasNoNumber(Number);
        Assert.Contains("一時的に停止しています", locked.Error, StringComparison.Ordinal);
        Run log = (await office.AskAsync("mynumber", "log", "--limit", "1")).Exits(0);
        Assert.Contains("認証: 一時停止中", log.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_NothingToShowOrAsk_IsSaidBeforeAuthenticating()
    {
        using Office office = await Office.ReceivedAsync();
        Run deletion = (await office.AskAsync("mynumber", "show", "c-20260702-0009")).Exits(1);
        Assert.Contains("マイナンバーはありません", deletion.Error, StringComparison.Ordinal);
        Run purpose = (await office.AskAsync("mynumber", "show", Id, "--purpose", "見てみたい")).Exits(2);
        Assert.Contains("社会保険の手続", purpose.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("パスフレーズの変更", purpose.Error, StringComparison.Ordinal);
        Run silent = (await office.AskAsync("mynumber", "show", Id)).Exits(2);
        Assert.Contains("標準入力", silent.Error, StringComparison.Ordinal);
        (await office.AskAsync("mynumber", "show", "c-nothing")).Exits(2);
        (await office.AskAsync("mynumber")).Exits(2);
    }

    [Fact]
    public async Task AnythingElse_NeverPrintsANumber()
    {
        using Office office = await Office.ReceivedAsync();
        await office.AddOperatorAsync();
        string[][] commands =
        [
            ["list"], ["show", Id], ["show", "c-20260401-0001"], ["preview", Id, "c-20260401-0001"], ["reflect", "c-20260401-0001"], ["undo", "c-20260401-0001"],
            ["mynumber", "confirm", Id], ["mynumber", "log"], ["mynumber", "log", "--verify"], ["receive", Repository.Example("hire")],
        ];
        foreach (string[] command in commands)
        {
            (await office.AskAsync(command)).HasNoNumber(Number, DependentsNumber);
            (await office.AskAsync([.. command, "--json"])).HasNoNumber(Number, DependentsNumber);
        }
    }

    [Fact]
    public async Task Show_ANoticeOrItsPreview_MasksAndSaysHowToAuthenticate()
    {
        using Office office = await Office.ReceivedAsync();
        foreach (string command in new[] { "show", "preview" })
        {
            Run run = (await office.AskAsync(command, Id)).Exits(0);
            Assert.Contains("************", run.Output, StringComparison.Ordinal);
            Assert.Contains($"mynumber show E001/{Id}", run.Output, StringComparison.Ordinal);
            Assert.Contains($"mynumber confirm E001/{Id}", run.Output, StringComparison.Ordinal);
        }
    }
}
