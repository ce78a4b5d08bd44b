using System.Globalization;
using System.Text;
using CellsContact.MyNumbers;

namespace CellsContact.Intake;

/// <summary>Finds what looks like a マイナンバー in a text: twelve digits with a valid check digit.</summary>
/// <remarks>
/// Pure. Digits of every width and script are folded; blanks, hyphens and marks that cannot be seen are removed. Found is a run
/// of exactly twelve digits: before removing, after removing, or as three groups of four within a longer run, for that is how
/// the number is printed. A part of a longer unbroken run is not found: that is another number.
/// </remarks>
internal static class MisplacedNumber
{
    private const int Digits = 12;

    /// <summary>Whether the text holds one.</summary>
    internal static bool IsIn(ReadOnlySpan<char> text)
    {
        // Values from 0 to 9, and the length of the unbroken group that each group-ending digit ends.
        List<byte> run = [];
        List<int> groups = [];
        int group = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (ValueOf(rune) is var value and >= 0)
            {
                run.Add((byte)value);
                group++;
                continue;
            }

            if (group > 0)
                groups.Add(group);
            group = 0;
            if (IsRemoved(rune))
                continue;
            if (IsNumber(run, groups))
                return true;
            run.Clear();
            groups.Clear();
        }

        if (group > 0)
            groups.Add(group);
        return IsNumber(run, groups);
    }

    private static bool IsNumber(List<byte> run, List<int> groups)
    {
        if (run.Count < Digits)
            return false;
        if (run.Count == Digits)
            return IsValid(run, 0);
        int start = 0;
        for (int i = 0; i < groups.Count; i++)
        {
            bool whole = groups[i] == Digits || (i + 2 < groups.Count && groups[i] == 4 && groups[i + 1] == 4 && groups[i + 2] == 4);
            if (whole && IsValid(run, start))
                return true;
            start += groups[i];
        }

        return false;
    }

    private static bool IsValid(List<byte> run, int start)
    {
        Span<char> text = stackalloc char[Digits];
        for (int i = 0; i < Digits; i++)
            text[i] = (char)('0' + run[start + i]);
        bool valid = MyNumber.TryParse(text, out _);
        text.Clear();
        return valid;
    }

    private static int ValueOf(Rune rune) => rune.Value is >= '0' and <= '9'
        ? rune.Value - '0'
        : rune.IsAscii ? -1 : DigitOf(rune);

    private static int DigitOf(Rune rune)
    {
        Span<char> units = stackalloc char[2];
        int length = rune.EncodeToUtf16(units);
        return length == 1 ? CharUnicodeInfo.GetDigitValue(units[0]) : CharUnicodeInfo.GetDigitValue(new string(units), 0);
    }

    private static bool IsRemoved(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || rune.Value is '−' or 'ー' or 'ｰ' or '‑' or '─' or '━'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
