using System.Text;
using OfficeDesk.Input;

namespace OfficeDesk.Rendering;

/// <summary>Where a command writes – to people, to programs (<c>--json</c>), and errors – and where it asks for pass phrases.</summary>
internal sealed class Screen(TextWriter output, TextWriter error, bool isTerminal, PassPhraseInput? passPhrases = null)
{
    /// <summary>Standard output, for JSON and help.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>Where pass phrases come from.</summary>
    public PassPhraseInput PassPhrases { get; } = passPhrases ?? PassPhraseInput.OfProcess(error);

    /// <summary>What people read.</summary>
    public Report Report { get; } = isTerminal ? TerminalReport.OnConsole() : new PlainReport(output);

    /// <summary>The process's console; standard output that is no terminal gets plain lines.</summary>
    public static Screen ForConsole() => new(Console.Out, Console.Error, !Console.IsOutputRedirected);

    /// <summary>For a command within a command: all on standard output, in the order it happens, with a line on standard input.</summary>
    public Screen Inner(string? line) => new(Output, Output, isTerminal, new LineInput(new MemoryStream(Encoding.UTF8.GetBytes(line is null ? "" : line + "\n"))));
}
