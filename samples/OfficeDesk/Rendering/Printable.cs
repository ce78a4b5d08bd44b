using System.Globalization;
using System.Text;

namespace OfficeDesk.Rendering;

/// <summary>Text from outside, made safe for a terminal: what a client sent never moves the cursor, colours or reorders the screen.</summary>
internal static class Printable
{
    public static string Of(string text) => text.EnumerateRunes().All(IsSafe) ? text : Replaced(text);

    private static string Replaced(string text)
    {
        StringBuilder safe = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            safe.Append((IsSafe(rune) ? rune : Rune.ReplacementChar).ToString());
        return safe.ToString();
    }

    private static bool IsSafe(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate)
        && rune.Value is not (0x061C or (>= 0x200E and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));
}
