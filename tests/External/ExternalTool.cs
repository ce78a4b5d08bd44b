using System.Diagnostics;
using System.Text;

namespace CellsContact.External;

/// <summary>A program of another maker.</summary>
internal static class ExternalTool
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it printed.</returns>
    internal static async Task<string> RunAsync(string program, string package, params IEnumerable<string> arguments)
    {
        using Process process = new()
        {
            StartInfo = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 },
        };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Fail($"{program} is not there. These tests need it: apt-get install --no-install-recommends {package}");
        }

        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource patience = new(s_patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} did not end within {s_patience}.");
        }

        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await errors}");
        return await output;
    }
}
