using OfficeDesk.Tests.Support;

namespace OfficeDesk.Tests.Commands;

/// <summary>The keys of the vault and of the access log: made once, and never silently made again.</summary>
public sealed class KeysTests
{
    [Fact]
    public async Task Init_Keys_AreTheOwnersAlone()
    {
        using Office office = Office.Empty();
        await office.InitAsync();
        Assert.Equal(32, (await File.ReadAllBytesAsync(Key(office))).Length);
        Assert.Single(Directory.EnumerateFiles(Keys(office), "key-*.xml"));
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Keys(office)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Key(office)));
    }

    [Fact]
    public async Task SeveralProcessesAtOnce_MakeOneKeyTogether()
    {
        using Office office = Office.Empty();
        await office.InitAsync();
        Directory.Delete(Keys(office), recursive: true);
        string message = await File.ReadAllTextAsync(Repository.Example("my-number-update"));

        Run[] runs = await Task.WhenAll(Enumerable.Range(1, 4).Select(each => office.RunWithInputAsync(
            message.Replace("c-20260502-0006", $"c-{each}", StringComparison.Ordinal), "receive", "-")));

        Assert.All(runs, run => run.Exits(0));
        Assert.Single(Directory.EnumerateFiles(Keys(office), "key-*.xml"));
        Run verified = (await office.AskAsync("mynumber", "log", "--verify", "--json")).Exits(0);
        Assert.Equal(4, verified.Only("establishments").GetProperty("records").GetInt32());
    }

    [Theory]
    [InlineData("access-log.key")]
    [InlineData("key-*.xml")]
    [InlineData("*")]
    public async Task AnyCommand_KeysLost_SaysSoAndMakesNone(string lost)
    {
        using Office office = await Office.ReceivedAsync();
        string kept = Directory.CreateDirectory(Path.Combine(office.Folder, "backup")).FullName;
        string[] files = [.. Directory.EnumerateFiles(Keys(office), lost)];
        foreach (string file in files)
            File.Move(file, Path.Combine(kept, Path.GetFileName(file)));

        Run run = (await office.AskAsync("list", "--json")).Exits(3);
        Assert.Contains("鍵がありません", run.Error, StringComparison.Ordinal);
        Assert.Contains("Keys are missing", run.Json.GetProperty("error").GetProperty("english").GetString(), StringComparison.Ordinal);
        Assert.All(files.Where(file => !file.EndsWith("keys.lock", StringComparison.Ordinal)), file => Assert.False(File.Exists(file)));
        Assert.Equal(lost == "key-*.xml", File.Exists(Key(office)));

        foreach (string file in files)
            File.Move(Path.Combine(kept, Path.GetFileName(file)), file, overwrite: true);
        (await office.AskAsync("list")).Exits(0);
    }

    [Fact]
    public async Task AnyCommand_KeyDamaged_SaysSo()
    {
        using Office office = await Office.ReceivedAsync();
        await File.WriteAllBytesAsync(Key(office), [1, 2, 3]);
        Run run = (await office.RunAsync("list")).Exits(3);
        Assert.Contains("access-log.key", run.Error, StringComparison.Ordinal);
        Assert.Equal(3, new FileInfo(Key(office)).Length);
    }

    [Fact]
    public async Task Show_AnotherKeyRing_ShowsNothingAndSaysWhatIsLost()
    {
        using Office office = await Office.ReceivedAsync();
        using Office other = Office.Empty();
        await other.InitAsync();
        await office.AddOperatorAsync();
        File.Delete(Directory.EnumerateFiles(Keys(office), "key-*.xml").Single());
        string foreign = Directory.EnumerateFiles(Keys(other), "key-*.xml").Single();
        File.Copy(foreign, Path.Combine(Keys(office), Path.GetFileName(foreign)));

        Run run = (await office.ShowNumberAsync("c-20260502-0006")).Exits(3).HasNoNumber("621498320257");
        Assert.Contains("鍵", run.Error, StringComparison.Ordinal);
        Run log = (await office.AskAsync("mynumber", "log", "--limit", "1")).Exits(0);
        Assert.Contains("表示: 失敗", log.Output, StringComparison.Ordinal);
    }

    private static string Keys(Office office) => Path.Combine(office.Data, "keys");

    private static string Key(Office office) => Path.Combine(Keys(office), "access-log.key");
}
