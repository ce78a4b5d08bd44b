using System.Text.Json;
using OfficeDesk.Tests.Support;

namespace OfficeDesk.Tests.Commands;

public sealed class ReceiveTests(ReceiveTests.Desk desk) : IClassFixture<ReceiveTests.Desk>
{
    private const string Number = "123456789018";

    public static TheoryData<string, string, string, string, int> Refusals => new()
    {
        { "hire", "\"kind\": \"hire\",", "\"kind\": \"hire\" ", "json.syntax", 2 },
        { "hire", "\"kind\": \"hire\"", "\"kind\": \"hired\"", "contact.kind", 2 },
        { "hire", "\"cash\": 280000", "\"cash\": \"280000\"", "field.type", 2 },
        { "hire", "試用期間3か月", new string('あ', 7_000_000), "field.size", 2 },
        { "hire", Number, "123456789010", "mynumber.checkDigit", 1 },
        { "hire", "試用期間3か月", "番号は１２３４-５６７８-９０１８です", "mynumber.misplaced", 1 },
        { "separation", "\"E001\"", "\"E999\"", "sender.establishment", 1 },
        { "separation", "\"E001\"", "\"e001\"", "establishment.case", 1 },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Receive_WhatCannotBeTaken_IsRefusedClearlyAndKeepsNothing(string example, string text, string replacement, string rule, int exitCode)
    {
        string message = await File.ReadAllTextAsync(Repository.Example(example));
        Assert.Contains(text, message, StringComparison.Ordinal);
        byte[] workbook = await File.ReadAllBytesAsync(desk.Office.Workbook);

        Run run = await desk.Office.ReceiveMessageAsync(message.Replace(text, replacement, StringComparison.Ordinal), "--json");

        run.Exits(exitCode);
        JsonElement result = run.Only("results");
        Assert.Equal("rejected", result.GetProperty("outcome").GetString());
        Assert.Contains(result.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("rule").GetString() == rule);
        if (!text.Contains("E001", StringComparison.Ordinal))
            Assert.DoesNotContain(replacement, run.Output + run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Number, run.Output + run.Error, StringComparison.Ordinal);
        Assert.Empty((await desk.Office.AskAsync("list", "--json")).Exits(0).Json.GetProperty("contacts").EnumerateArray());
        Assert.Equal(workbook, await File.ReadAllBytesAsync(desk.Office.Workbook));
    }

    [Fact]
    public async Task Receive_AFileThatIsNotThere_IsBadInput()
    {
        Run run = (await desk.Office.AskAsync("receive", "nothing.json")).Exits(2);
        Assert.Contains("nothing.json", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receive_ArrayTwice_IsDuplicateTheSecondTime()
    {
        using Office office = Office.Empty();
        await office.InitAsync();
        string array = $"[{await File.ReadAllTextAsync(Repository.Example("separation"))},{await File.ReadAllTextAsync(Repository.Example("dependent-change"))}]";
        Run first = (await office.ReceiveMessageAsync(array, "--json")).Exits(0);
        Run second = (await office.ReceiveMessageAsync(array, "--json")).Exits(0);
        Assert.All(first.Json.GetProperty("results").EnumerateArray(), result => Assert.Equal("accepted", result.GetProperty("outcome").GetString()));
        Assert.All(second.Json.GetProperty("results").EnumerateArray(), result => Assert.Equal("duplicate", result.GetProperty("outcome").GetString()));
        Assert.Equal(2, (await office.AskAsync("list", "--json")).Exits(0).Json.GetProperty("contacts").GetArrayLength());
    }

    [Fact]
    public async Task Receive_GoodAndBad_KeepsTheGoodAndExits4()
    {
        using Office office = Office.Empty();
        await office.InitAsync();
        string good = await File.ReadAllTextAsync(Repository.Example("separation"));
        Run run = (await office.RunWithInputAsync($"[{good},{{\"kind\":\"unknown\"}}]", "receive", "-")).Exits(4);
        Assert.Contains("受信 1 件、重複 0 件、拒否 1 件", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receive_MyNumber_IsNowhereButAnnounced()
    {
        using Office office = Office.Empty();
        await office.InitAsync();
        Run run = (await office.AskAsync("receive", Repository.Example("hire"), Repository.Example("my-number-update"))).Exits(0);
        Assert.Contains("マイナンバー", run.Output, StringComparison.Ordinal);
        Assert.Contains("暗号化して保管", run.Output, StringComparison.Ordinal);
        Run shown = (await office.AskAsync("show", "c-20260401-0001")).Exits(0);
        Assert.Contains("************", shown.Output, StringComparison.Ordinal);
        foreach (string file in Directory.EnumerateFiles(office.Data, "contacts.db*"))
            Assert.Equal(-1, (await File.ReadAllBytesAsync(file)).AsSpan().IndexOf("123456789018"u8));
    }

    public sealed class Desk : IAsyncLifetime
    {
        internal Office Office { get; } = Office.Empty();

        public Task InitializeAsync() => Office.InitAsync();

        public Task DisposeAsync()
        {
            Office.Dispose();
            return Task.CompletedTask;
        }
    }
}
