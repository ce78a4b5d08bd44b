using System.Text;
using CellsContact.Contacts;

namespace CellsContact.Ledgers;

/// <summary>When two values of a ledger mean the same (照合): for whoever implements <see cref="ILedger"/>.</summary>
/// <remarks>Pure and thread-safe. Folding is for matching only: stored text is never changed by it.</remarks>
public static class LedgerMatching
{
    /// <summary>A number without width, blanks and leading zeros: the key under which numbers are the same.</summary>
    /// <param name="number">The number.</param>
    public static string FoldNumber(string number)
    {
        string folded = Fold(number).TrimStart('0');
        return folded.Length == 0 ? "0" : folded;
    }

    /// <summary>A text with letters, digits and signs in half width and kana in full width, voicing marks joined.</summary>
    /// <remarks>By a table of the library's own: the same on every machine, with ICU or without. CP932's compatibility kanji become the unified ones.</remarks>
    /// <param name="text">The text.</param>
    public static string FoldWidth(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return WidthFolding.Fold(text);
    }

    /// <summary>Whether two numbers mean the same person: 0027, ００２７ and a numeric 27 do.</summary>
    /// <param name="left">A number.</param>
    /// <param name="right">Another.</param>
    public static bool SameNumber(string left, string right) =>
        string.Equals(FoldNumber(left), FoldNumber(right), StringComparison.Ordinal);

    /// <summary>A text without width, kana kind, case and blanks: the key under which names are the same.</summary>
    /// <param name="text">The text.</param>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder folded = new(text.Length);
        foreach (Rune rune in WidthFolding.Fold(text).EnumerateRunes())
        {
            // Variation selectors tell glyphs of one character apart, not characters.
            if (Rune.IsWhiteSpace(rune) || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF))
                continue;
            Rune upper = Rune.ToUpperInvariant(rune);
            folded.Append((upper.Value is >= 0x3041 and <= 0x3096 ? new Rune(upper.Value + 0x60) : upper).ToString());
        }

        return folded.ToString();
    }

    /// <summary>Whether a name is the one of a row: the 氏名 is the same, or both have kana and those are.</summary>
    /// <param name="name">The name.</param>
    /// <param name="nameCell">The row's 氏名.</param>
    /// <param name="kanaCell">The row's フリガナ.</param>
    public static bool SameName(PersonName name, string nameCell, string kanaCell)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(nameCell);
        ArgumentNullException.ThrowIfNull(kanaCell);
        return Fold(name.Family + name.Given) == Fold(nameCell)
            || (!string.IsNullOrWhiteSpace(name.FamilyKana)
                && !string.IsNullOrWhiteSpace(name.GivenKana)
                && Fold(name.FamilyKana + name.GivenKana) == Fold(kanaCell));
    }

    /// <summary>Splits a 氏名 at its first blank (full or half width); <c>null</c> where it has none, or a part is empty.</summary>
    /// <param name="nameCell">The cell's text.</param>
    public static (string Family, string Given)? SplitName(string nameCell)
    {
        ArgumentNullException.ThrowIfNull(nameCell);
        string trimmed = nameCell.Trim();
        int blank = trimmed.AsSpan().IndexOfAny(' ', '\u3000');
        if (blank < 0)
            return null;
        return (trimmed[..blank], trimmed[(blank + 1)..].Trim());
    }

    /// <summary>Whether a row of 扶養親族 is the dependent of a key: same birth date and given name; the surname does not count.</summary>
    /// <param name="row">The row.</param>
    /// <param name="key">The key.</param>
    public static bool IsDependent(LedgerRow row, DependentKey key)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row[DependentFields.BirthDate].AsDate() != key.BirthDate)
            return false;
        string cell = row[DependentFields.Name].Text;
        string given = SplitName(cell) is { } parts ? Fold(parts.Given) : Fold(cell);
        string asked = Fold(key.GivenName);
        return given == asked || (SplitName(cell) is null && given.EndsWith(asked, StringComparison.Ordinal));
    }

    /// <summary>Whether a row of 扶養親族 is open: some side (社保 or 税) is on and has not ended.</summary>
    /// <remarks>A side is on when its flag says so or it has a first day. A row that says nothing of either side is open until it has an end.</remarks>
    /// <param name="row">The row.</param>
    public static bool IsOpen(LedgerRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        bool social = IsOn(row[DependentFields.SocialInsurance], row[DependentFields.SocialInsuranceFrom]);
        bool tax = IsOn(row[DependentFields.Tax], row[DependentFields.TaxFrom]);
        bool socialEnded = !row[DependentFields.SocialInsuranceTo].IsEmpty;
        bool taxEnded = !row[DependentFields.TaxTo].IsEmpty;
        return (social && !socialEnded) || (tax && !taxEnded) || (!social && !tax && !socialEnded && !taxEnded);
    }

    private static bool IsOn(LedgerValue flag, LedgerValue from) =>
        !from.IsEmpty || (!flag.IsEmpty && flag != LedgerValue.OfYesNo(false));
}
