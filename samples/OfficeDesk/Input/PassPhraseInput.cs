using CellsContact.MyNumbers;

namespace OfficeDesk.Input;

/// <summary>Where pass phrases come from: the keyboard, or lines of standard input. Never arguments, never the environment.</summary>
internal abstract class PassPhraseInput
{
    /// <summary>How long one may be, in characters.</summary>
    protected const int MaxLength = 1000;

    /// <summary>Whether a person types it and may mistype it unseen.</summary>
    public abstract bool IsTyped { get; }

    /// <summary>Reads one pass phrase, not echoed. Dispose it, which wipes it.</summary>
    /// <param name="prompt">What is asked for.</param>
    /// <exception cref="OfficeDeskException">There is none.</exception>
    /// <exception cref="OperationCanceledException">The person gave up.</exception>
    public abstract PassPhrase Read(string prompt);

    /// <summary>That of the process: the keyboard, unless standard input is redirected.</summary>
    public static PassPhraseInput OfProcess(TextWriter prompts) =>
        Console.IsInputRedirected ? new LineInput(Console.OpenStandardInput()) : new KeyboardInput(prompts);

    protected static OfficeDeskException TooLong() => OfficeDeskException.BadInput(
        $"パスフレーズは{MaxLength}文字以内にしてください。", $"A pass phrase has {MaxLength} characters at most.");
}
