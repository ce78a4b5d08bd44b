using CellsContact.MyNumbers;

namespace OfficeDesk.Input;

/// <summary>Pass phrases typed on the terminal, which shows nothing of them.</summary>
/// <param name="prompts">Where to ask: standard error, so that standard output holds the answer only.</param>
internal sealed class KeyboardInput(TextWriter prompts) : PassPhraseInput
{
    private const char ControlC = '\u0003';
    private const char ControlD = '\u0004';
    private const char ControlU = '\u0015';

    public override bool IsTyped => true;

    public override PassPhrase Read(string prompt)
    {
        char[] typed = new char[MaxLength];
        Console.TreatControlCAsInput = true;
        try
        {
            prompts.Write($"{prompt}: ");
            prompts.Flush();
            int length = Type(typed);
            return new(typed.AsSpan(0, length));
        }
        finally
        {
            Array.Clear(typed);
            Console.TreatControlCAsInput = false;
            prompts.WriteLine();
        }
    }

    private static int Type(char[] typed)
    {
        int length = 0;
        while (true)
        {
            ConsoleKeyInfo key = Console.ReadKey(intercept: true);
            switch (key.KeyChar)
            {
                case '\r' or '\n':
                    return length;
                case ControlC or ControlD:
                    throw new OperationCanceledException();
                case ControlU:
                    length = 0;
                    break;
                case '\b' or '\u007F':
                    length -= length > 1 && char.IsLowSurrogate(typed[length - 1]) ? 2 : Math.Min(length, 1);
                    break;
                case var character when !char.IsControl(character):
                    if (length == typed.Length)
                        throw TooLong();
                    typed[length++] = character;
                    break;
            }
        }
    }
}
