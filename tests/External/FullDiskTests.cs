using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace CellsContact.External;

/// <summary>A disk that is full, as the shell can make one: no file may grow beyond a limit.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const string Notice = "c-20260401-0001";
    private readonly string _data = Directory.CreateTempSubdirectory("cellscontact-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Reflect_NothingCanBeWritten_Exits3AndChangesNothing()
    {
        await SetUpAsync();
        byte[] workbook = await File.ReadAllBytesAsync(Workbook);

        (int exitCode, string text) = await RunAsync(limit: 9, "reflect", Notice);

        Assert.Equal(3, exitCode);
        Assert.Contains("ディスク", text, StringComparison.Ordinal);
        Assert.Equal(workbook, await File.ReadAllBytesAsync(Workbook));
        Assert.DoesNotContain(Directory.GetFiles(_data), file => file.EndsWith(".tmp", StringComparison.Ordinal));
        Assert.Equal("unprocessed", await StatusAsync());
    }

    [Fact]
    public async Task Reflect_FullAtAnyMoment_IsReflectedOnceWhenThereIsRoomAgain()
    {
        await SetUpAsync();
        List<int> codes = [];
        for (int limit = 10; limit <= 70; limit += 6)
            codes.Add((await RunAsync(limit, "reflect", Notice)).ExitCode);
        await RunAsync(limit: null, "reflect", Notice);

        Assert.Contains(3, codes);
        Assert.Equal("registered", await StatusAsync());
        (int exitCode, string text) = await RunAsync(limit: null, "reflect", Notice);
        Assert.Equal(1, exitCode);
        Assert.Contains("処理区分", text, StringComparison.Ordinal);
        Assert.Single((await OpenPyxl.ReadAsync(Workbook))["個人情報"], row => row["氏名"].Text == "髙橋　太郎");
    }

    private string Workbook => Path.Combine(_data, "E001.xlsx");

    private async Task SetUpAsync()
    {
        Assert.Equal(0, (await RunAsync(null, "init", "--establishment", "E001")).ExitCode);
        Assert.Equal(0, (await RunAsync(null, "receive", Path.Combine(AppContext.BaseDirectory, "hire.json"))).ExitCode);
    }

    private async Task<string> StatusAsync()
    {
        using JsonDocument list = JsonDocument.Parse((await RunAsync(null, "list", "--json")).Text);
        return Assert.Single(list.RootElement.GetProperty("contacts").EnumerateArray()).GetProperty("status").GetString()!;
    }

    private async Task<(int ExitCode, string Text)> RunAsync(int? limit, params string[] arguments)
    {
        // A write beyond the limit fails as on a full disk; the signal that comes with it is ignored.
        string script = limit is { } kibibytes ? $"ulimit -f {kibibytes}; trap '' XFSZ; exec dotnet \"$@\"" : "exec dotnet \"$@\"";
        ProcessStartInfo start = new("bash", ["-c", script, "bash", Path.Combine(AppContext.BaseDirectory, "OfficeDesk.dll"), "--data", _data, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

        // The runtime itself writes executable code into a file in memory, which the limit would forbid.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token);
        return (process.ExitCode, await output + await errors);
    }
}
