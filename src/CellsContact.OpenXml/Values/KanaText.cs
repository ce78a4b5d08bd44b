using System.Text;

namespace CellsContact.OpenXml.Values;

/// <summary>Writes kana in a column's width. Characters without a form of that width stay as they are.</summary>
internal static class KanaText
{
    private const string HalfKana = "ｧｱｨｲｩｳｪｴｫｵｶｷｸｹｺｻｼｽｾｿﾀﾁｯﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓｬﾔｭﾕｮﾖﾗﾘﾙﾚﾛﾜｦﾝｰ｡｢｣､･";
    private const string FullKana = "ァアィイゥウェエォオカキクケコサシスセソタチッツテトナニヌネノハヒフヘホマミムメモャヤュユョヨラリルレロワヲンー。「」、・";
    private const string Voiceable = "ウカキクケコサシスセソタチツテトハヒフヘホ";
    private const string Voiced = "ヴガギグゲゴザジズゼゾダヂヅデドバビブベボ";
    private const string HalfVoiceable = "ハヒフヘホ";
    private const string HalfVoiced = "パピプペポ";
    private const char VoicedMark = 'ﾞ';
    private const char HalfVoicedMark = 'ﾟ';

    public static string To(KanaWidth width, string text) => width switch
    {
        KanaWidth.Half => ToHalf(text),
        KanaWidth.Full => ToFull(text),
        _ => text,
    };

    private static string ToHalf(string text)
    {
        var result = new StringBuilder(text.Length + 8);
        foreach (char original in text)
        {
            char c = original is >= 'ぁ' and <= 'ゖ' ? (char)(original + 0x60) : original;
            if (Map(c, Voiced, Voiceable) is { } voiced)
                result.Append(Map(voiced, FullKana, HalfKana)).Append(VoicedMark);
            else if (Map(c, HalfVoiced, HalfVoiceable) is { } halfVoiced)
                result.Append(Map(halfVoiced, FullKana, HalfKana)).Append(HalfVoicedMark);
            else if (Map(c, FullKana, HalfKana) is { } plain)
                result.Append(plain);
            else if (c is >= '！' and <= '～')
                result.Append((char)(c - 0xFEE0));
            else
                result.Append(c == '\u3000' ? ' ' : original);
        }

        return result.ToString();
    }

    private static string ToFull(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c == VoicedMark && result.Length > 0 && Map(result[^1], Voiceable, Voiced) is { } voiced)
                result[^1] = voiced;
            else if (c == HalfVoicedMark && result.Length > 0 && Map(result[^1], HalfVoiceable, HalfVoiced) is { } halfVoiced)
                result[^1] = halfVoiced;
            else
                result.Append(Map(c, HalfKana, FullKana) ?? (c == ' ' ? '\u3000' : c));
        }

        return result.ToString();
    }

    private static char? Map(char c, string from, string to)
    {
        int at = from.IndexOf(c, StringComparison.Ordinal);
        return at < 0 ? null : to[at];
    }
}
