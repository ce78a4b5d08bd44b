using System.Collections;
using System.Text;

namespace CellsContact.Intake;

/// <summary>Which characters e-application (電子申請) carries: JIS X 0201 and JIS X 0208, not the vendors' extensions of CP932.</summary>
/// <remarks>Pure and thread-safe. 髙, 﨑, 濵, ① and ㈱ are in CP932 but not in JIS X 0208; 𠮷 and variation sequences are in neither.</remarks>
internal static class EApplicationText
{
    private static readonly Lazy<BitArray> s_carried = new(ReadTable);

    /// <summary>The characters of a text that are not carried, each once, in order; a variation sequence is one character.</summary>
    internal static IReadOnlyList<string> NotCarried(string text)
    {
        List<string> found = [];
        BitArray carried = s_carried.Value;
        Rune? before = null;
        foreach (Rune rune in text.EnumerateRunes())
        {
            string? character = IsVariationSelector(rune) ? $"{before}{rune}"
                : Rune.IsControl(rune) || (rune.IsBmp && carried[Map(rune.Value)]) ? null
                : rune.ToString();
            if (character is not null && !found.Contains(character))
                found.Add(character);
            before = rune;
        }

        return found;
    }

    private static bool IsVariationSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    // The same character has two code points, depending on who converted it from JIS; dashes are filed as the full-width minus.
    private static int Map(int codePoint) => codePoint switch
    {
        0x301C => 0xFF5E,
        0x2212 or 0x2010 or 0x2011 or 0x2012 or 0x2013 => 0xFF0D,
        0x2014 => 0x2015,
        0x2016 => 0x2225,
        0x00A2 => 0xFFE0,
        0x00A3 => 0xFFE1,
        0x00AC => 0xFFE2,
        0x00A5 => 0xFFE5,
        _ => codePoint,
    };

    // Rows 1–8 and 16–84 of CP932 are JIS X 0208; row 13 and the rows above 84 are the vendors'.
    private static BitArray ReadTable()
    {
        Encoding cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"))
            ?? throw new InvalidOperationException("Code page 932 is not available.");
        BitArray carried = new(0x10000);
        for (char c = ' '; c <= '~'; c++)
            carried[c] = true;
        for (char c = '｡'; c <= 'ﾟ'; c++)
            carried[c] = true;
        for (int row = 1; row <= 84; row++)
        {
            if (row is >= 9 and <= 15)
                continue;
            for (int cell = 1; cell <= 94; cell++)
            {
                string decoded = cp932.GetString([Lead(row), Trail(row, cell)]);
                if (decoded is [not '\uFFFD' and var character])
                    carried[character] = true;
            }
        }

        return carried;
    }

    private static byte Lead(int row) => (byte)((row <= 62 ? 0x81 : 0xC1) + ((row - 1) / 2));

    private static byte Trail(int row, int cell) => (byte)(row % 2 == 0 ? cell + 0x9E : cell + (cell <= 63 ? 0x3F : 0x40));
}
