using System.Text.Json;
using OfficeDesk.Tests.Support;
using Spectre.Console;

namespace OfficeDesk.Tests.Commands;

public sealed class MyNumberLogTests(MyNumberLogTests.Used used) : IClassFixture<MyNumberLogTests.Used>
{
    private static readonly string[] s_verify = ["mynumber", "log", "--verify"];

    [Fact]
    public async Task Log_WhatHappened_IsListedNewestFirstWithin80Columns()
    {
        using Office office = used.Office.Copy();
        Run run = (await office.AskAsync("mynumber", "log")).Exits(0);
        string[] lines = run.Output.Split('\n');
        Assert.All(lines, line => Assert.InRange(line.GetCellWidth(), 0, 80));
        Assert.Contains("登録: 実施  担当者 sato", lines[0], StringComparison.Ordinal);
        Assert.Contains("対象 社員番号 0031 本人", lines[1], StringComparison.Ordinal);
        Assert.Contains("表示: 実施  担当者 yamada", lines[2], StringComparison.Ordinal);
        Assert.Contains("利用目的 連絡の確認", lines[3], StringComparison.Ordinal);
        Assert.Contains("6 件", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);

        JsonElement[] records = [.. (await office.AskAsync("mynumber", "log", "--establishment", "E001", "--limit", "2", "--json")).Exits(0).Json.GetProperty("records").EnumerateArray()];
        Assert.Equal([6, 5], records.Select(record => record.GetProperty("number").GetInt32()));
        Assert.Equal(
            ("reveal", "done", "yamada", "c-20260502-0006"),
            (records[1].GetProperty("kind").GetString(), records[1].GetProperty("result").GetString(), records[1].GetProperty("actor").GetString(), records[1].GetProperty("contact").GetString()));
    }

    [Fact]
    public async Task Verify_Untouched_HoldsAndGivesTheAnchorForTheNextTime()
    {
        using Office office = used.Office.Copy();
        Run first = (await office.AskAsync(s_verify)).Exits(0);
        Assert.Contains("E001: 6 件すべて正常です。控えとの照合なし。", first.Output, StringComparison.Ordinal);
        string kept = Path.Combine(office.Folder, "控え.txt");
        await File.WriteAllTextAsync(kept, first.Output);

        (await office.AskAsync("mynumber", "confirm", "c-20260702-0009")).Exits(0);
        (await office.ShowNumberAsync("c-20260502-0006", "wrong again")).Exits(1);
        Run second = (await office.AskAsync([.. s_verify, "--anchor-file", kept])).Exits(0);
        Assert.Contains("E001: 8 件すべて正常です。控え（6 番まで）と照合。", second.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE MyNumberAccess SET ActorId = 'somebody' WHERE Number = 3", "altered", 3)]
    [InlineData("DELETE FROM MyNumberAccess WHERE Number = 2", "missing", 2)]
    [InlineData("UPDATE MyNumberAccess SET Number = CASE Number WHEN 3 THEN -4 ELSE -3 END WHERE Number IN (3, 4); UPDATE MyNumberAccess SET Number = -Number WHERE Number < 0", "altered", 3)]
    public async Task Verify_SomebodyChangedTheDatabase_NamesTheFirstRecordAndExits1(string sql, string problem, int number)
    {
        using Office office = used.Office.Copy();
        office.Tamper(sql);
        Run run = (await office.AskAsync([.. s_verify, "--json"])).Exits(1);
        JsonElement log = run.Only("establishments");
        Assert.Equal((problem, number, false), (log.GetProperty("problem").GetString(), log.GetProperty("at").GetInt32(), log.GetProperty("holds").GetBoolean()));
        Assert.Contains($"E001: {number} 番の記録が", (await office.AskAsync(s_verify)).Exits(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_TheLastRecordsRemoved_IsFoundAgainstTheAnchorOnly()
    {
        using Office office = used.Office.Copy();
        string anchor = (await office.AskAsync([.. s_verify, "--json"])).Exits(0).Only("establishments").GetProperty("anchor").GetString()!;
        office.Tamper("DELETE FROM MyNumberAccess WHERE Number > 4");
        (await office.AskAsync(s_verify)).Exits(0);
        JsonElement log = (await office.AskAsync([.. s_verify, "--anchor", anchor, "--json"])).Exits(1).Only("establishments");
        Assert.Equal(("missing", 5), (log.GetProperty("problem").GetString(), log.GetProperty("at").GetInt32()));
    }

    [Fact]
    public async Task Log_BadOptions_AreBadInput()
    {
        using Office office = await Office.ReceivedAsync();
        string anchor = $"E002:1:{new string('a', 64)}";
        (await office.AskAsync("mynumber", "log", "--limit", "0")).Exits(2);
        (await office.AskAsync("mynumber", "log", "--establishment", "E999")).Exits(2);
        (await office.AskAsync("mynumber", "log", "--anchor", anchor)).Exits(2);
        (await office.AskAsync([.. s_verify, "--anchor", "E001:1"])).Exits(2);
        (await office.AskAsync([.. s_verify, "--anchor", anchor, "--establishment", "E001"])).Exits(2);
        (await office.AskAsync([.. s_verify, "--anchor-file", "nothing.txt"])).Exits(2);
        (await office.AskAsync([.. s_verify, "--anchor-file", office.Workbook])).Exits(2);
        Run gone = (await office.AskAsync([.. s_verify, "--anchor", anchor])).Exits(1);
        Assert.Contains("E002: 1 番の記録がありません", gone.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyCommand_NumberWhoseNoticeNeverCameToBe_IsErasedAfterADayOnRecord()
    {
        using Office office = await Office.ReceivedAsync();
        office.Tamper("UPDATE MyNumbers SET PutAt = PutAt - 25 * 3600000000; DELETE FROM Contacts WHERE ContactId = 'c-20260502-0006'");
        (await office.AskAsync("list")).Exits(0);
        JsonElement erased = (await office.AskAsync("mynumber", "log", "--limit", "1", "--json")).Exits(0).Only("records");
        Assert.Equal(
            ("erasure", "retention", "c-20260502-0006", 3),
            (erased.GetProperty("kind").GetString(), erased.GetProperty("actor").GetString(), erased.GetProperty("contact").GetString(), erased.GetProperty("number").GetInt32()));
        await office.AddOperatorAsync();
        (await office.ShowNumberAsync("c-20260401-0001")).Exits(0);
    }

    /// <summary>Two numbers received (1, 2), one shown to yamada (3 to 5) and confirmed by sato (6).</summary>
    public sealed class Used : IAsyncLifetime
    {
        internal Office Office { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Office = await Office.ReceivedAsync();
            await Office.AddOperatorAsync();
            (await Office.AskWithInputAsync(Office.Phrase, "mynumber", "show", "c-20260502-0006", "--operator", "yamada")).Exits(0);
            (await Office.AskAsync("mynumber", "confirm", "c-20260502-0006", "--operator", "sato")).Exits(0);
        }

        public Task DisposeAsync()
        {
            Office.Dispose();
            return Task.CompletedTask;
        }
    }
}
