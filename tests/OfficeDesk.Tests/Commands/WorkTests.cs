using OfficeDesk.Tests.Support;

namespace OfficeDesk.Tests.Commands;

public sealed class WorkTests
{
    [Fact]
    public async Task Work_UntilSigterm_DeliversWhatIsDueAndStopsGracefully()
    {
        if (OperatingSystem.IsWindows())
            return;
        using Office office = await Office.ReceivedAsync();
        (await office.AskAsync("status", "c-20260601-0007", "登録不可", "--message", "書類を添えてください。")).Exits(0);
        using RunningOffice running = await RunningOffice.StartAsync(office);
        await RunningOffice.UntilAsync(() => ShowsAsync(office, "書類を添えてください。"));

        // What another process does meanwhile is delivered too, also to an establishment that was not there at the start.
        (await office.AskAsync("init", "--establishment", "E002", "--publication")).Exits(0);
        await office.ReceiveAsync("separation", ("\"E001\"", "\"E002\""), ("c-20260325-0002", "c-other"));
        (await office.AskAsync("status", "E002/c-other", "登録不可", "--message", "こちらは別の事業所です。")).Exits(0);
        await RunningOffice.UntilAsync(() => ShowsAsync(office, "こちらは別の事業所です。", "E002"));

        Run stopped = (await running.StopAsync()).Exits(0);
        Assert.Contains("止まりました", stopped.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", stopped.Error, StringComparison.Ordinal);
        Assert.Empty((await office.AskAsync("mypage", "outbox", "--json")).Exits(0).Json.GetProperty("messages").EnumerateArray());
    }

    [Fact]
    public async Task Work_NothingSetUp_SaysHowToBegin()
    {
        using Office office = Office.Empty();
        Run run = (await office.RunAsync("work")).Exits(2);
        Assert.Contains("init", run.Error, StringComparison.Ordinal);
    }

    private static async Task<bool> ShowsAsync(Office office, string message, string establishment = "E001") =>
        (await office.AskAsync("mypage", "show", "--establishment", establishment)).Exits(0).Output.Contains(message, StringComparison.Ordinal);
}
