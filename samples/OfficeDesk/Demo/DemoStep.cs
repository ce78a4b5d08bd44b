namespace OfficeDesk.Demo;

/// <summary>One stop of the tour: what is said, the command that is run, and the exit code it must have.</summary>
internal sealed record DemoStep(string Heading, string Words, int ExitCode, params string[] Arguments)
{
    /// <summary>The arguments as a person would type them.</summary>
    public string Typed { get; init; } = string.Join(' ', Arguments.Select(argument => argument.Contains(' ', StringComparison.Ordinal) ? $"\"{argument}\"" : argument));

    /// <summary>What is given on standard input, a line; <c>null</c> for nothing.</summary>
    public string? Input { get; init; }
}
