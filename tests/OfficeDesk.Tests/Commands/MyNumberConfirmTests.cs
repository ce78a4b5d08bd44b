using System.Text.Json;
using OfficeDesk.Tests.Support;

namespace OfficeDesk.Tests.Commands;

public sealed class MyNumberConfirmTests
{
    private const string Id = "c-20260502-0006";
    private const string Book = "マイナンバー取扱状況記録簿";

    [Fact]
    public async Task Confirm_Registration_WritesOneRowAndSecondTimeNothing()
    {
        using Office office = await Office.ReceivedAsync();
        Run run = (await office.AskAsync("mynumber", "confirm", Id, "--operator", "sato")).Exits(0);
        Assert.Contains("処理区分: 済（マイページ: 登録完了）", run.Output, StringComparison.Ordinal);
        Assert.Contains(Book, run.Output, StringComparison.Ordinal);
        Assert.Contains("この人のものとして保管", run.Output, StringComparison.Ordinal);
        IReadOnlyDictionary<string, string> row = Assert.Single(Sheet.Read(office.Workbook, Book));
        Assert.Equal(("sato", "登録", "確認済み"), (row["担当者"], row["更新区分"], row["結果"]));

        byte[] confirmed = await File.ReadAllBytesAsync(office.Workbook);
        Run again = (await office.AskAsync("mynumber", "confirm", Id, "--json")).Exits(1);
        Assert.Contains("すでに「確認済み」（済）です", again.Only("results").GetProperty("japanese").GetString(), StringComparison.Ordinal);
        Assert.Equal(confirmed, await File.ReadAllBytesAsync(office.Workbook));
        JsonElement shown = await office.ShowAsync(Id);
        Assert.Equal(("済", true), (shown.GetProperty("deskLabel").GetString(), shown.GetProperty("reflected").GetBoolean()));
    }

    [Fact]
    public async Task Confirm_AnotherNumber_WarnsAndReplacesIt()
    {
        using Office office = await Office.ReceivedAsync();
        (await office.AskAsync("mynumber", "confirm", Id)).Exits(0);
        await office.ReceiveAsync("my-number-update", (Id, "c-other"), ("621498320257", "123456789018"));
        Run run = (await office.AskAsync("mynumber", "confirm", "c-other")).Exits(0);
        Assert.Contains("[mynumber.different]", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, Sheet.Read(office.Workbook, Book).Count);

        await office.AddOperatorAsync();
        Run former = (await office.ShowNumberAsync(Id)).Exits(1).HasNoNumber("621498320257");
        Assert.Contains("表示するマイナンバーはありません", former.Output, StringComparison.Ordinal);
        (await office.ShowNumberAsync("c-other")).Exits(0);
    }

    [Fact]
    public async Task Confirm_DependentNotInTheLedger_NeedsConfirmation()
    {
        using Office office = await Office.ReceivedAsync();
        await office.ReceiveAsync("my-number-deletion-dependent", ("c-20260702-0009", "c-unknown"), ("1993-07-15", "1993-07-16"));
        Run asked = (await office.AskAsync("mynumber", "confirm", "c-unknown")).Exits(1);
        Assert.Contains("[dependent.notFound]", asked.Output, StringComparison.Ordinal);
        Assert.Contains("--confirm-overwrite", asked.Output, StringComparison.Ordinal);
        Assert.Empty(Sheet.Read(office.Workbook, Book));
        (await office.AskAsync("mynumber", "confirm", "c-unknown", "--confirm-overwrite")).Exits(0);
        Assert.Single(Sheet.Read(office.Workbook, Book));
    }

    [Fact]
    public async Task Confirm_Deletion_ErasesTheNumberOfThePerson()
    {
        using Office office = await Office.ReceivedAsync();
        (await office.AskAsync("mynumber", "confirm", Id)).Exits(0);
        await office.ReceiveAsync("my-number-update", (Id, "c-delete"), ("\"register\",", "\"delete\""), ("\"myNumber\": \"621498320257\"", ""));
        Run run = (await office.AskAsync("mynumber", "confirm", "c-delete")).Exits(0);
        Assert.Contains("（社員番号 0031 本人）: 消去", run.Output, StringComparison.Ordinal);
        await office.AddOperatorAsync();
        (await office.ShowNumberAsync(Id)).Exits(1).HasNoNumber("621498320257");
    }

    [Fact]
    public async Task OtherWays_OfSavingAMyNumberNotice_AreRefusedAndSayHow()
    {
        using Office office = await Office.ReceivedAsync();
        Assert.Contains("「確認済み」で登録します", (await office.AskAsync("reflect", Id)).Exits(1).Output, StringComparison.Ordinal);
        Assert.Contains("mynumber confirm", (await office.AskAsync("status", Id, "registered")).Exits(1).Error, StringComparison.Ordinal);
        Assert.Contains("「台帳に反映」を選んでください", (await office.AskAsync("mynumber", "confirm", "c-20260401-0001")).Exits(1).Output, StringComparison.Ordinal);
        (await office.AskAsync("mynumber", "confirm", Id)).Exits(0);
        Assert.Contains("取り消せません", (await office.AskAsync("undo", Id)).Exits(1).Output, StringComparison.Ordinal);
    }
}
