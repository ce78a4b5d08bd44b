using System.Text.Json;
using CellsContact.Contacts;
using CellsContact.MyPages;
using CellsContact.Statuses;
using CellsContact.Storage;
using OfficeDesk.Data;
using OfficeDesk.Tests.Support;

namespace OfficeDesk.Tests.Commands;

/// <summary>事業所マイページ: what the client sees, and what waits to be delivered.</summary>
public sealed class MyPageTests
{
    private const string Hire = "c-20260401-0001";
    private static readonly string[] s_show = ["mypage", "show", "--establishment", "E001"];

    [Fact]
    public async Task Deliver_WhatWasSaved_IsShownWithLabelAndMessageButNoMemo()
    {
        using Office office = await Office.ReceivedAsync();
        (await office.AskAsync("reflect", Hire, "--publish")).Exits(0);
        (await office.AskAsync("status", "c-20260601-0007", "登録不可", "--message", "書類を添えてください。", "--memo", "内緒の事務所メモ")).Exits(0);
        Assert.Empty((await office.AskAsync([.. s_show, "--json"])).Exits(0).Json.GetProperty("statuses").EnumerateArray());
        Assert.Equal(3, (await office.AskAsync("mypage", "outbox", "--json")).Json.GetProperty("messages").GetArrayLength());

        Assert.Equal(3, (await office.AskAsync("mypage", "deliver", "--json")).Exits(0).Json.GetProperty("delivered").GetInt32());
        Run shown = (await office.AskAsync(s_show)).Exits(0);
        Assert.Contains("事務所から: 書類を添えてください。", shown.Output, StringComparison.Ordinal);
        Assert.Contains("社員番号 0032", shown.Output, StringComparison.Ordinal);
        Assert.Contains("氏名: 髙橋　太郎", shown.Output, StringComparison.Ordinal);
        string kept = await File.ReadAllTextAsync(PageFile(office));
        Assert.DoesNotContain("内緒", shown.Output + System.Text.RegularExpressions.Regex.Unescape(kept), StringComparison.Ordinal);
        JsonElement[] statuses = [.. (await office.AskAsync([.. s_show, "--json"])).Json.GetProperty("statuses").EnumerateArray()];
        Assert.Equal(["登録完了", "登録保留"], statuses.Select(status => status.GetProperty("label").GetString()));
        Assert.Equal(0, (await office.AskAsync("mypage", "deliver", "--json")).Exits(0).Json.GetProperty("delivered").GetInt32());
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PageFile(office)));
    }

    [Fact]
    public async Task Deliver_PeopleWhoAreNotPublished_AreNotKept()
    {
        using Office office = await Office.ReceivedAsync();
        (await office.AskAsync("reflect", "c-20260325-0002", Hire)).Exits(0);
        (await office.AskAsync("mypage", "deliver")).Exits(0);
        Assert.Empty((await office.AskAsync([.. s_show, "--json"])).Json.GetProperty("people").EnumerateArray());
        Assert.Contains("\"people\": []", await File.ReadAllTextAsync(PageFile(office)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliver_AHireTakenBack_ShowsNobody()
    {
        using Office office = await Office.ReceivedAsync();
        (await office.AskAsync("reflect", Hire, "--publish")).Exits(0);
        (await office.AskAsync("mypage", "deliver")).Exits(0);
        Assert.Single((await office.AskAsync([.. s_show, "--json"])).Json.GetProperty("people").EnumerateArray());
        (await office.AskAsync("undo", Hire)).Exits(0);
        (await office.AskAsync("mypage", "deliver")).Exits(0);
        Assert.Empty((await office.AskAsync([.. s_show, "--json"])).Json.GetProperty("people").EnumerateArray());
        Assert.DoesNotContain("1990-05-03", await File.ReadAllTextAsync(PageFile(office)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliver_ThePageCannotBeWritten_KeepsTheMessageAndTriesAgain()
    {
        using Office office = await Office.ReceivedAsync();
        (await office.AskAsync("reflect", "c-20260325-0002")).Exits(0);
        string folder = Path.Combine(office.Data, "mypage");
        await File.WriteAllTextAsync(folder, "in the way");
        Run run = (await office.AskAsync("mypage", "deliver", "--json")).Exits(3);
        JsonElement failed = run.Only("failed");
        Assert.Equal(("E001/c-20260325-0002", "waiting", 1), (failed.GetProperty("contact").GetString(), failed.GetProperty("state").GetString(), failed.GetProperty("attempts").GetInt32()));
        Assert.Contains("待ち 次は", (await office.AskAsync("mypage", "outbox")).Exits(0).Output, StringComparison.Ordinal);

        File.Delete(folder);
        Assert.Equal(1, (await office.AskDaysLaterAsync(1, "mypage", "deliver", "--json")).Exits(0).Json.GetProperty("delivered").GetInt32());
    }

    [Fact]
    public async Task Release_AParkedMessage_IsDeliveredTheNextTime()
    {
        using Office office = await Office.ReceivedAsync();
        (await office.AskAsync("reflect", "c-20260325-0002")).Exits(0);
        await using (OfficeSession session = await OfficeSession.OpenAsync(new(office.Data), TimeProvider.System, CancellationToken.None))
        {
            OutboxEntry taken = Assert.Single(await session.Outbox.TakeAsync(session.Clock.Now.AddMinutes(1), session.Clock.Now.AddMinutes(2), 10, CancellationToken.None));
            await session.Outbox.FailedAsync(taken.Sequence, null, nameof(TimeoutException), CancellationToken.None);
        }

        JsonElement parked = (await office.AskAsync("mypage", "outbox", "--json")).Exits(0).Only("messages");
        Assert.Equal(("parked", "TimeoutException"), (parked.GetProperty("state").GetString(), parked.GetProperty("lastError").GetString()));
        string number = parked.GetProperty("sequence").GetRawText();
        Assert.Contains("停止", (await office.AskAsync("mypage", "outbox")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await office.AskAsync("mypage", "deliver", "--json")).Exits(0).Json.GetProperty("delivered").GetInt32());

        (await office.AskAsync("mypage", "release", number)).Exits(0);
        Run again = (await office.AskAsync("mypage", "release", number, "--json")).Exits(1);
        Assert.Equal("notParked", again.Json.GetProperty("error").GetProperty("outcome").GetString());
        Assert.Equal(1, (await office.AskAsync("mypage", "deliver", "--json")).Exits(0).Json.GetProperty("delivered").GetInt32());
    }

    [Fact]
    public async Task Page_OlderVersionsAndManyWritersAtOnce_EndsWithTheNewest()
    {
        using Office office = Office.Empty();
        OfficeFolder folder = new(office.Data);
        EstablishmentId establishment = EstablishmentId.Parse("E001");
        ContactKey[] notices = [.. Enumerable.Range(1, 3).Select(number => new ContactKey(establishment, ContactId.Parse($"c-{number}")))];
        int[] versions = [.. Enumerable.Range(1, 10).OrderBy(version => version * 7 % 11)];
        await Parallel.ForEachAsync(
            versions.SelectMany(version => notices.Select(notice => (notice, version))),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (each, token) => await new FolderMyPage(folder).ShareAsync(
                new(each.notice, each.version, ContactKind.Hire, ContactStatus.Declined, "登録保留", $"版 {each.version}", DateTimeOffset.UnixEpoch), token));
        await new FolderMyPage(folder).ShareAsync(new(notices[0], 9, ContactKind.Hire, ContactStatus.Declined, "登録保留", "遅れて届いた古い版", DateTimeOffset.UnixEpoch), CancellationToken.None);

        MyPageDocument page = await FolderMyPage.ReadAsync(folder, establishment, CancellationToken.None);
        Assert.Equal(notices.Select(notice => (notice.ToString(), 10L, (string?)"版 10")), page.Statuses.Select(status => (status.Contact, status.Version, status.Message)));
    }

    [Fact]
    public async Task Show_DamagedOrUnknown_SaysSo()
    {
        using Office office = await Office.ReceivedAsync();
        (await office.AskAsync("mypage", "show", "--establishment", "E999")).Exits(2);
        Directory.CreateDirectory(Path.Combine(office.Data, "mypage"));
        await File.WriteAllTextAsync(PageFile(office), "{");
        Assert.Contains("E001.json", (await office.AskAsync(s_show)).Exits(3).Error, StringComparison.Ordinal);
        (await office.AskAsync("init", "--establishment", "E002")).Exits(0);
        Assert.Contains("公開設定がない", (await office.AskAsync("mypage", "show", "--establishment", "E002")).Exits(0).Output, StringComparison.Ordinal);
    }

    private static string PageFile(Office office) => Path.Combine(office.Data, "mypage", "E001.json");
}
