using System.Text;
using CellsContact.LeakHunt.Tests.Hunting;
using CellsContact.LeakHunt.Tests.Office;
using CellsContact.LeakHunt.Tests.Places;
using CellsContact.OpenXml;
using OfficeDesk;
using OfficeDesk.Input;

namespace CellsContact.LeakHunt.Tests;

/// <summary>What the sample prints: numbers where somebody authenticated asked for them, and nowhere else.</summary>
public sealed class OfficeDeskTests : IDisposable
{
    private const string Hire = "c-20260401-0001";
    private const string Separation = "c-20260325-0002";
    private const string Registration = "c-20260502-0006";
    private const string Shown = "6214 9832 0257";

    /// <summary>Each command with the kind of place that its output is: a list of messages may tell less than a notice that is opened.</summary>
    private static readonly (string Place, string[] Arguments)[] s_commands =
    [
        ("result of list", ["list", "--all-dates", "--establishment", "E001"]),
        ("result of open", ["show", Hire]),
        ("result of preview", ["preview", Hire, "--acquisition-dates", "--publish", "--store-attachments"]),
        ("result of save", ["reflect", Hire, "--acquisition-dates", "--publish", "--store-attachments"]),
        ("result of save", ["status", Separation, "登録不可", "--message", OfficeSecrets.MessageToClient, "--memo", OfficeSecrets.Memo]),
        ("result of open", ["show", Separation]),
        ("result of open", ["show", Registration]),
        ("result of file list", ["attachments", "list"]),
        ("result of file store", ["attachments", "store", $"E001/{Hire}/{OfficeSecrets.BoxedName}"]),
        ("result of box list", ["box", "list", "--establishment", "E001", "--number", "0032"]),
        ("outbox", ["mypage", "outbox"]),
        ("page", ["mypage", "deliver"]),
        ("page", ["mypage", "show", "--establishment", "E001"]),
        ("log", ["mynumber", "confirm", Registration]),
        ("log", ["mynumber", "log"]),
        ("log", ["mynumber", "log", "--verify"]),
        ("result of sweep", ["sweep", "--dry-run", "--as-of", "2027-12-31"]),
        ("result of undo", ["undo", Registration]),
        ("result of sweep", ["sweep"]),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("desk-").FullName;

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Demo_PrintsTheOneNumberThatIsShownAndKeepsNone()
    {
        // The numbers of the wire examples.
        Haul haul = new(new([.. new[] { "123456789018", "621498320257" }.Select(digits => new Secret(digits[..4], Forms.Of(digits, HuntOffice.LogKey)))]));
        using (CatchingConsole console = new(haul))
        {
            (_, string output, string error) = await RunAsync("", "demo");
            Assert.Equal(2, output.Split(Shown).Length);
            haul.Add("output", output.Replace(Shown, "", StringComparison.Ordinal));
            haul.Add("error", error);
        }

        foreach (string folder in Directory.EnumerateDirectories(Data, "*", SearchOption.AllDirectories).Where(folder => Path.GetFileName(folder) == "messages"))
            Directory.Delete(folder, recursive: true);
        haul.AddFolder("file", Data);
        Assert.Empty(haul.Finds);
        Assert.True(haul.Amounts["output"] > 10_000);
        Assert.Contains("part", haul.Amounts.Keys);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EveryCommand_PrintsNoNumberAndNothingWhereItDoesNotBelong(bool json)
    {
        Haul haul = HuntRun.NewHaul();
        using CatchingConsole console = new(haul);
        await SetUpAsync(haul, json);
        foreach ((string place, string[] arguments) in s_commands)
            Assert.Equal(arguments[0] == "undo" ? 1 : 0, await SearchAsync(haul, place, "", json ? [.. arguments, "--json"] : arguments));
        Assert.Equal(1, await SearchAsync(haul, "log", "wrong", "mynumber", "show", Registration, "--operator", "yamada"));
        Assert.Equal([], haul.Finds);
        Assert.All([("page", "employee"), ("page", "message"), ("result of box", "boxed file's name"), ("result of file list", "loose file's name")],
            seen => Assert.Contains(haul.AtHome, home => home.Secret == seen.Item2 && home.Place.StartsWith(seen.Item1, StringComparison.Ordinal)));

        await SearchAsync(haul, "screen", Flows.PassPhraseOf(OfficeSecrets.Numbers), "mynumber", "show", Registration, "--operator", "yamada");
        Assert.Equal([OfficeSecrets.NameOf(4)], haul.Finds.Select(find => find.Secret).Distinct());
    }

    /// <summary>An office that has received everything, right and wrong, and an operator.</summary>
    private async Task SetUpAsync(Haul haul, bool json)
    {
        Directory.CreateDirectory(Data);
        OpenXmlWorkbook.Create(Path.Combine(Data, "E001.xlsx"));
        await SearchAsync(haul, "result of init", "", "init", "--establishment", "E001", "--publication");
        await SearchAsync(haul, "result of operator", Flows.PassPhraseOf(OfficeSecrets.Numbers), "operator", "add", "yamada");
        Notices notices = new(OfficeSecrets.Numbers);
        foreach (string message in (string[])[notices.Cast(), notices.Examples(), notices.Updates(), notices.Reused(), .. notices.Misplaced(), .. Notices.WrongFiles()])
        {
            string file = Path.Combine(_folder, "message.json");
            await File.WriteAllTextAsync(file, message);
            await SearchAsync(haul, "result of receive", "", json ? ["receive", file, "--json"] : ["receive", file]);
        }

        foreach (string hired in (string[])["cast-0012", "cast-0019", "cast-0027", "cast-0031"])
            await SearchAsync(haul, "result of save", "", "reflect", hired);
    }

    private async Task<int> SearchAsync(Haul haul, string place, string input, params string[] arguments)
    {
        (int exitCode, string output, string error) = await RunAsync(input, arguments);
        haul.Add($"{place}, {arguments[0]}", output);
        haul.Add($"exception in {arguments[0]}", error);
        return exitCode;
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(string input, params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        LineInput lines = new(new MemoryStream(Encoding.UTF8.GetBytes(input + "\n")));
        int exitCode = await new OfficeDeskApp(new(output, error, isTerminal: false, lines), TimeProvider.System).RunAsync(["--data", Data, .. arguments]);
        return (exitCode, output.ToString(), error.ToString());
    }
}
