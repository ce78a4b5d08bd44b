using Spectre.Console;

namespace OfficeDesk.Rendering;

/// <summary>Names of any length on lines of 80 columns: the middle gives way, the extension stays to be seen.</summary>
internal static class Shown
{
    private const int Tail = 14;
    private const int Room = 60;

    /// <summary>A name, safe for a terminal and at most this wide; whole in <c>--json</c>.</summary>
    public static string Of(string name, int room = Room)
    {
        string printable = Printable.Of(name);
        return printable.GetCellWidth() <= room
            ? printable
            : $"{Fitting(printable.EnumerateRunes(), room - Tail - 1)}…{Reversed(Fitting(Reversed(printable).EnumerateRunes(), Tail))}";
    }

    private static string Fitting(System.Text.StringRuneEnumerator runes, int room)
    {
        System.Text.StringBuilder fitting = new();
        foreach (System.Text.Rune rune in runes)
        {
            string character = rune.ToString();
            room -= character.GetCellWidth();
            if (room < 0)
                break;
            fitting.Append(character);
        }

        return fitting.ToString();
    }

    private static string Reversed(string text) => string.Concat(text.EnumerateRunes().Reverse().Select(rune => rune.ToString()));
}
