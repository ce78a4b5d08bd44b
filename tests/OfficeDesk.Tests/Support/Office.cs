using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OfficeDesk.Input;

namespace OfficeDesk.Tests.Support;

/// <summary>A data folder of its own, and the program run on it.</summary>
internal sealed class Office : IDisposable
{
    public const string Operator = "yamada";
    public const string Phrase = "さくら咲く correct horse";

    private static readonly Lazy<Task<Office>> s_received = new(PrepareAsync);

    private Office() => Folder = Directory.CreateTempSubdirectory("officedesk-").FullName;

    /// <summary>Where the process runs; the data folder is <c>officedesk-data</c> in it.</summary>
    public string Folder { get; }

    public string Data => Path.Combine(Folder, "officedesk-data");

    public string Workbook => Path.Combine(Data, "E001.xlsx");

    /// <summary>Nothing set up.</summary>
    public static Office Empty() => new();

    /// <summary>E001 with the demo's workbook adopted, and all wire examples received.</summary>
    public static async Task<Office> ReceivedAsync() => (await s_received.Value).Copy();

    /// <summary>Another one with the same files.</summary>
    public Office Copy()
    {
        Office copy = new();
        Directory.CreateDirectory(Path.Combine(copy.Data, "keys"));
        foreach (string file in Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(copy.Data, Path.GetRelativePath(Data, file)));
        return copy;
    }

    /// <summary>Runs the program in this process.</summary>
    public Task<Run> AskAsync(params string[] arguments) => AskWithInputAsync("", arguments);

    public Task<Run> AskWithInputAsync(string input, params string[] arguments) => AskAsync(TimeProvider.System, input, arguments);

    /// <summary>The same, so many days from now.</summary>
    public Task<Run> AskDaysLaterAsync(int days, params string[] arguments) => AskAsync(new LaterTime(TimeSpan.FromDays(days)), "", arguments);

    /// <summary>Runs the program as a child process: where the process is what the test is about.</summary>
    public Task<Run> RunAsync(params string[] arguments) => Run.OfAsync("OfficeDesk.dll", Folder, arguments);

    /// <summary>The same on a host of another zone.</summary>
    public Task<Run> RunInZoneAsync(string timeZone, params string[] arguments) => Run.OfAsync("OfficeDesk.dll", Folder, arguments, timeZone: timeZone);

    public Task<Run> RunWithInputAsync(string input, params string[] arguments) => Run.OfAsync("OfficeDesk.dll", Folder, arguments, input);

    /// <summary>Sets up E001 with the demo's workbook.</summary>
    public async Task InitAsync()
    {
        Directory.CreateDirectory(Data);
        File.Copy(Repository.OfficeWorkbook, Workbook);
        (await AskAsync("init", "--establishment", "E001", "--publication")).Exits(0);
    }

    /// <summary>Receives a notice made from an example.</summary>
    public async Task ReceiveAsync(string example, params (string Text, string Replacement)[] changes)
    {
        string message = await File.ReadAllTextAsync(Repository.Example(example));
        foreach ((string text, string replacement) in changes)
        {
            Assert.Contains(text, message, StringComparison.Ordinal);
            message = message.Replace(text, replacement, StringComparison.Ordinal);
        }

        (await ReceiveMessageAsync(message)).Exits(0);
    }

    /// <summary>Receives a message from a file.</summary>
    public async Task<Run> ReceiveMessageAsync(string message, params string[] options)
    {
        string file = Path.Combine(Folder, "message.json");
        await File.WriteAllTextAsync(file, message);
        return await AskAsync(["receive", file, .. options]);
    }

    /// <summary>Adds the operator yamada, whose pass phrase is <see cref="Phrase"/>.</summary>
    public async Task AddOperatorAsync() => (await AskWithInputAsync(Phrase + "\n", "operator", "add", Operator)).Exits(0);

    /// <summary>Shows the numbers of a notice to the operator.</summary>
    public Task<Run> ShowNumberAsync(string id, string phrase = Phrase, params string[] options) =>
        AskWithInputAsync(phrase + "\n", ["mynumber", "show", id, "--operator", Operator, .. options]);

    /// <summary>The same in a child process.</summary>
    public Task<Run> ShowNumberByProcessAsync(string id, string phrase = Phrase, params string[] options) =>
        RunWithInputAsync(phrase + "\n", ["mynumber", "show", id, "--operator", Operator, .. options]);

    /// <summary>Changes the access log behind the program's back.</summary>
    public void Tamper(string sql) => Execute($"DROP TRIGGER \"TR_MyNumberAccess_UPDATE\"; DROP TRIGGER \"TR_MyNumberAccess_DELETE\"; {sql}");

    /// <summary>Changes the store behind the program's back.</summary>
    public void Execute(string sql)
    {
        using SqliteConnection connection = new($"Data Source={Path.Combine(Data, "contacts.db")};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(command.ExecuteNonQuery() > 0);
    }

    /// <summary>Opens a notice.</summary>
    public async Task<JsonElement> ShowAsync(string id) => (await AskAsync("show", id, "--json")).Exits(0).Json;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private async Task<Run> AskAsync(TimeProvider time, string input, string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        LineInput lines = new(new MemoryStream(Encoding.UTF8.GetBytes(input)));
        int exitCode = await new OfficeDeskApp(new(output, error, isTerminal: false, lines), time).RunAsync(["--data", Data, .. arguments]);
        return new(exitCode, output.ToString(), error.ToString());
    }

    private static async Task<Office> PrepareAsync()
    {
        Office office = new();
        await office.InitAsync();
        string[] examples = [.. Directory.EnumerateFiles(Path.GetDirectoryName(Repository.Example(""))!, "*.json")];
        (await office.AskAsync(["receive", .. examples])).Exits(0);
        return office;
    }
}
