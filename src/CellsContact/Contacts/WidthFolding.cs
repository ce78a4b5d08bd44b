using System.Text;

namespace CellsContact.Contacts;

/// <summary>Folds the width of Japanese text by a table of its own: the same on every machine, with ICU or without.</summary>
internal static class WidthFolding
{
    private const string HalfKana = "｡｢｣､･ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ";
    private const string FullKana = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    private const string Voiceable = "カキクケコサシスセソタチツテトハヒフヘホかきくけこさしすせそたちつてとはひふへほ";
    private const string HalfVoiceable = "ハヒフヘホはひふへほ";

    // The compatibility kanji that CP932 has, and what they are.
    private const string CompatibilityKanji = "\uF929\uF9DC\uFA10\uFA12\uFA15\uFA16\uFA17\uFA18\uFA19\uFA1A\uFA1B\uFA1C\uFA1D\uFA1E\uFA20\uFA22\uFA25\uFA26\uFA2A\uFA2B\uFA2C\uFA2D";
    private const string UnifiedKanji = "\u6717\u9686\u585A\u6674\u51DE\u732A\u76CA\u793C\u795E\u7965\u798F\u9756\u7CBE\u7FBD\u8612\u8AF8\u9038\u90FD\u98EF\u98FC\u9928\u9DB4";

    /// <summary>Letters, digits and signs half width, kana full width with their voicing marks joined, blanks half width.</summary>
    internal static string Fold(string text)
    {
        StringBuilder folded = new(text.Length);
        foreach (char c in text)
        {
            if (c is 'ﾞ' or '\u3099')
                Join(folded, '\u3099', Voiceable, 1);
            else if (c is 'ﾟ' or '\u309A')
                Join(folded, '\u309A', HalfVoiceable, 2);
            else
                folded.Append(Single(c));
        }

        return folded.ToString();
    }

    private static char Single(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - 0xFEE0),
        '\u3000' => ' ',
        >= '｡' and <= 'ﾝ' => FullKana[HalfKana.IndexOf(c, StringComparison.Ordinal)],
        >= '\uF900' and <= '\uFAFF' => CompatibilityKanji.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? UnifiedKanji[at] : c,
        _ => c,
    };

    /// <summary>Joins a voicing mark to the kana before it: the voiced form stands right behind, the half-voiced one after that.</summary>
    private static void Join(StringBuilder folded, char mark, string bases, int offset)
    {
        char last = folded.Length > 0 ? folded[^1] : '\0';
        if (bases.Contains(last, StringComparison.Ordinal))
            folded[^1] = (char)(last + offset);
        else if (mark == '\u3099' && last is 'ウ' or 'う')
            folded[^1] = (char)(last + 0x4E);
        else
            folded.Append(mark);
    }
}
