using System.Text.Json;
using OfficeDesk.Tests.Support;

namespace OfficeDesk.Tests.Commands;

public sealed class StatusTests
{
    private const string Id = "c-20260601-0007";

    [Fact]
    public async Task Status_DeclinedAndBack_KeepsBothTextsApart()
    {
        using Office office = await Office.ReceivedAsync();
        (await office.AskAsync("status", Id, "登録不可")).Exits(1);
        (await office.AskAsync("status", Id, "declined", "--message", "書類を添えてください。", "--memo", "電話済み", "--operator", "yamada")).Exits(0);

        JsonElement declined = await office.ShowAsync(Id);
        Assert.Equal(("登録不可", "登録保留"), (declined.GetProperty("deskLabel").GetString(), declined.GetProperty("myPageLabel").GetString()));
        JsonElement move = Assert.Single(declined.GetProperty("history").EnumerateArray());
        Assert.Equal(
            ("yamada", "電話済み", "書類を添えてください。"),
            (move.GetProperty("operator").GetString(), move.GetProperty("memo").GetString(), move.GetProperty("messageToClient").GetString()));

        (await office.AskAsync("status", Id, "未")).Exits(0);
        Assert.Equal("unprocessed", (await office.ShowAsync(Id)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Status_CompletedAfterReflecting_ReopensToRegistered()
    {
        using Office office = await Office.ReceivedAsync();
        (await office.AskAsync("reflect", Id)).Exits(0);
        (await office.AskAsync("status", Id, "手続完了")).Exits(0);
        (await office.AskAsync("status", Id, "登録済")).Exits(0);
        JsonElement shown = await office.ShowAsync(Id);
        Assert.Equal(("registered", true), (shown.GetProperty("status").GetString(), shown.GetProperty("reflected").GetBoolean()));
    }

    [Fact]
    public async Task Status_RegisteredWithoutReflecting_IsRefusedAndSaysHow()
    {
        using Office office = await Office.ReceivedAsync();
        Run run = (await office.AskAsync("status", Id, "registered")).Exits(1);
        Assert.Contains("reflect E001/c-20260601-0007", run.Error, StringComparison.Ordinal);
        (await office.AskAsync("status", Id, "done")).Exits(2);
    }
}
