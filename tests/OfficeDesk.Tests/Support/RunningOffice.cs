using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace OfficeDesk.Tests.Support;

/// <summary><c>work</c> in a child process.</summary>
internal sealed class RunningOffice : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly Task<string> _error;

    private RunningOffice(Process process) => (_process, _error) = (process, process.StandardError.ReadToEndAsync());

    /// <summary>Starts the workers and waits for the line that says so.</summary>
    public static async Task<RunningOffice> StartAsync(Office office)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "OfficeDesk.dll"), "work"])
        {
            WorkingDirectory = office.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        RunningOffice running = new(Process.Start(start)!);
        Assert.Contains("動作中", await running._process.StandardOutput.ReadLineAsync().WaitAsync(s_patience), StringComparison.Ordinal);
        return running;
    }

    /// <summary>Waits until something is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        long began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < s_patience, "It did not happen in time.");
            await Task.Delay(200);
        }
    }

    /// <summary>Asks the process to stop, as a service manager does, and waits until it has.</summary>
    public async Task<Run> StopAsync()
    {
        using (Process kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        string rest = await _process.StandardOutput.ReadToEndAsync().WaitAsync(s_patience);
        await _process.WaitForExitAsync().WaitAsync(s_patience);
        return new(_process.ExitCode, rest, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
