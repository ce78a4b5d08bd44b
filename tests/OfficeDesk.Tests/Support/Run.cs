using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace OfficeDesk.Tests.Support;

/// <summary>What a child process came to.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Standard output, which must be one JSON document.</summary>
    public JsonElement Json
    {
        get
        {
            using JsonDocument document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
    }

    /// <summary>The only element of an array of the document.</summary>
    public JsonElement Only(string array) => Assert.Single(Json.GetProperty(array).EnumerateArray());

    /// <summary>Asserts the exit code, showing what was printed when it is another one.</summary>
    public Run Exits(int code)
    {
        Assert.True(ExitCode == code, $"Exit code {ExitCode}, expected {code}.\n{Output}\n{Error}");
        return this;
    }

    /// <summary>Asserts that no digits of a number are on either output, however they are grouped.</summary>
    public Run HasNoNumber(params string[] numbers)
    {
        string printed = string.Concat((Output + Error).Where(char.IsAsciiDigit));
        foreach (string number in numbers)
            Assert.DoesNotContain(number, printed, StringComparison.Ordinal);
        return this;
    }

    /// <summary>Runs an assembly of the test's own output folder as a child process: all share one build.</summary>
    public static async Task<Run> OfAsync(string assembly, string folder, IEnumerable<string> arguments, string? input = null, string? timeZone = null)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = s_utf8,
            StandardOutputEncoding = s_utf8,
            StandardErrorEncoding = s_utf8,
        };
        if (timeZone is not null)
            start.Environment["TZ"] = timeZone;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (input is not null)
            await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(180));
        return new(process.ExitCode, await output, await error);
    }
}
