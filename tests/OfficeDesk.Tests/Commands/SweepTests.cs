using System.Text.Json;
using OfficeDesk.Tests.Support;

namespace OfficeDesk.Tests.Commands;

public sealed class SweepTests
{
    [Fact]
    public async Task DryRun_OfADay_CountsWhatWouldGoAndChangesNothing()
    {
        using Office office = await Office.ReceivedAsync();
        DateOnly received = await ReceivedAsync(office);
        JsonElement none = (await office.AskAsync("sweep", "--dry-run", "--json")).Exits(0).Json;
        Assert.Equal((0, 0, true), (none.GetProperty("contacts").GetInt32(), none.GetProperty("attachments").GetInt32(), none.GetProperty("dryRun").GetBoolean()));
        Assert.Equal(Day(received.AddDays(181)), none.GetProperty("nextDue").GetString());

        foreach ((int days, int contacts, int attachments) in new[] { (30, 0, 0), (31, 0, 1), (180, 0, 1), (181, 9, 1) })
        {
            JsonElement planned = (await office.AskAsync("sweep", "--dry-run", "--as-of", Day(received.AddDays(days)), "--json")).Exits(0).Json;
            Assert.Equal((contacts, attachments), (planned.GetProperty("contacts").GetInt32(), planned.GetProperty("attachments").GetInt32()));
        }

        Assert.Equal(9, (await office.AskAsync("list", "--json")).Json.GetProperty("contacts").GetArrayLength());
        Assert.True((await office.AskAsync("attachments", "list", "--json")).Only("files").GetProperty("kept").GetBoolean());
    }

    /// <summary>Where it is yesterday for most of Japan's day: today, and the day of receipt, are Japan's all the same.</summary>
    [Fact]
    public async Task DryRun_OnAHostInLosAngeles_CountsInJapansDays()
    {
        const string zone = "America/Los_Angeles";
        using Office office = await Office.ReceivedAsync();
        DateOnly received = await ReceivedAsync(office);
        DateOnly before = Today();
        JsonElement now = (await office.RunInZoneAsync(zone, "sweep", "--dry-run", "--json")).Exits(0).Json;
        Assert.Contains(now.GetProperty("asOf").GetString(), new[] { Day(before), Day(Today()) });
        Assert.Equal(Day(received.AddDays(181)), now.GetProperty("nextDue").GetString());
        foreach ((int days, int contacts) in new[] { (180, 0), (181, 9) })
        {
            JsonElement planned = (await office.RunInZoneAsync(zone, "sweep", "--dry-run", "--as-of", Day(received.AddDays(days)), "--json")).Exits(0).Json;
            Assert.Equal(contacts, planned.GetProperty("contacts").GetInt32());
        }

        static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime);
    }

    [Fact]
    public async Task DryRun_UnprocessedNotices_AreWarnedOf30And14And7And1DaysAhead()
    {
        using Office office = await Office.ReceivedAsync();
        DateOnly received = await ReceivedAsync(office);
        (await office.AskAsync("reflect", "c-20260325-0002")).Exits(0);
        foreach (int left in new[] { 30, 14, 7, 1 })
        {
            JsonElement[] expiring = [.. (await office.AskAsync("sweep", "--dry-run", "--as-of", Day(received.AddDays(180 - left)), "--json")).Exits(0).Json.GetProperty("expiring").EnumerateArray()];
            Assert.Equal(8, expiring.Length);
            Assert.All(expiring, soon => Assert.Equal((left, Day(received.AddDays(180))), (soon.GetProperty("daysLeft").GetInt32(), soon.GetProperty("lastDay").GetString())));
            Assert.DoesNotContain(expiring, soon => soon.GetProperty("id").GetString() == "c-20260325-0002");
        }

        Run run = (await office.AskAsync("sweep", "--dry-run", "--as-of", Day(received.AddDays(173)))).Exits(0);
        Assert.Contains($"【注意】E001/c-20260401-0001 は未処理のまま、{Day(received.AddDays(180))} の終わりに消去されます（あと 7 日）", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sweep_ItsTimeHasCome_ErasesNoticesAndKeepsLedgerAndBox()
    {
        using Office office = await Office.ReceivedAsync();
        (await office.AskAsync("reflect", "c-20260401-0001", "--store-attachments")).Exits(0);
        string[] people = [.. Sheet.Read(office.Workbook, "個人情報").Select(row => string.Join('|', row.Values))];
        JsonElement done = (await office.AskDaysLaterAsync(182, "sweep", "--json")).Exits(0).Json;
        Assert.Equal((9, 1, false), (done.GetProperty("contacts").GetInt32(), done.GetProperty("attachments").GetInt32(), done.GetProperty("dryRun").GetBoolean()));
        Assert.False(done.TryGetProperty("nextDue", out _));
        (await office.AskAsync("show", "c-20260401-0001")).Exits(2);
        Assert.Contains("保管期間を過ぎて", (await office.AskAsync("receive", Repository.Example("hire"))).Exits(1).Output, StringComparison.Ordinal);
        Assert.Single((await office.AskAsync("box", "list", "--establishment", "E001", "--number", "0032", "--json")).Exits(0).Json.GetProperty("files").EnumerateArray());
        Assert.Equal("髙橋　太郎", Sheet.Row(office.Workbook, "個人情報", "社員No", "0032")["氏名"]);
        Assert.Equal(people, Sheet.Read(office.Workbook, "個人情報").Select(row => string.Join('|', row.Values)));
        Run again = (await office.AskDaysLaterAsync(182, "sweep")).Exits(0);
        Assert.Contains("消去しました: 連絡 0 件、添付ファイル 0 件、マイナンバー 0 件", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sweep_AsOfWithoutDryRun_IsBadUsage()
    {
        using Office office = await Office.ReceivedAsync();
        Run run = (await office.AskAsync("sweep", "--as-of", "2099-01-01")).Exits(2);
        Assert.Contains("--dry-run", run.Error, StringComparison.Ordinal);
        (await office.AskAsync("sweep", "--dry-run", "--as-of", "soon")).Exits(2);
        (await office.AskAsync("sweep", "--dry-run", "--as-of", "0001-01-01")).Exits(2);
        Assert.Equal(9, (await office.AskAsync("list", "--json")).Json.GetProperty("contacts").GetArrayLength());
    }

    // The days count in the office's zone from the day the notices were received.
    private static async Task<DateOnly> ReceivedAsync(Office office) => DateOnly.FromDateTime(
        (await office.ShowAsync("c-20260401-0001")).GetProperty("receivedAt").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(9)).DateTime);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
