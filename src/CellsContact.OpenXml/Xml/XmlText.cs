using System.Globalization;
using System.Text;

namespace CellsContact.OpenXml.Xml;

/// <summary>Between the bytes of a part and text, in both directions.</summary>
internal static class XmlText
{
    /// <summary>Resolves the predefined entities and character references; others cannot occur without a document type.</summary>
    public static string Decode(ReadOnlySpan<byte> escaped)
    {
        string text = Encoding.UTF8.GetString(escaped);
        if (text.Contains('\r', StringComparison.Ordinal))
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        int at = text.IndexOf('&', StringComparison.Ordinal);
        if (at < 0)
            return text;

        var result = new StringBuilder(text.Length);
        int from = 0;
        while (at >= 0)
        {
            int end = text.IndexOf(';', at);
            if (end < 0)
                break;
            result.Append(text, from, at - from).Append(Entity(text.AsSpan(at + 1, end - at - 1)));
            from = end + 1;
            at = text.IndexOf('&', from);
        }

        return result.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>Undoes the <c>_xHHHH_</c> escapes that spreadsheet strings use for what XML cannot hold.</summary>
    public static string UnescapeCellText(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
            return text;
        var result = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (IsEscape(text, i))
            {
                result.Append((char)ushort.Parse(text.AsSpan(i + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 6;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    /// <summary>Text for an element of a cell: what XML cannot hold, and what already looks escaped, becomes <c>_xHHHH_</c>.</summary>
    public static string EscapeCellText(string text)
    {
        if (IsPlain(text))
            return text;
        var result = new StringBuilder(text.Length + 8);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '_' && IsEscape(text, i))
                result.Append("_x005F_");
            else if (c < ' ' && c is not ('\t' or '\n') || c is '\uFFFE' or '\uFFFF' || IsLoneSurrogate(text, i))
                result.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            else
                AppendEscaped(result, c);
        }

        return result.ToString();
    }

    /// <summary>Text for an attribute value or an element outside cells.</summary>
    public static string Escape(string text)
    {
        if (IsPlain(text))
            return text;
        var result = new StringBuilder(text.Length + 8);
        foreach (char c in text)
            AppendEscaped(result, c);
        return result.ToString();
    }

    /// <summary>Whether there is nothing in it that may have to be escaped.</summary>
    private static bool IsPlain(string text)
    {
        foreach (char c in text)
        {
            if (c < ' ' || c is '&' or '<' or '>' or '"' or '_' or >= '\uD800' and (<= '\uDFFF' or >= '\uFFFE'))
                return false;
        }

        return true;
    }

    private static void AppendEscaped(StringBuilder result, char c)
    {
        switch (c)
        {
            case '&': result.Append("&amp;"); break;
            case '<': result.Append("&lt;"); break;
            case '>': result.Append("&gt;"); break;
            case '"': result.Append("&quot;"); break;
            default: result.Append(c); break;
        }
    }

    private static bool IsLoneSurrogate(string text, int i) =>
        char.IsHighSurrogate(text[i]) ? i + 1 >= text.Length || !char.IsLowSurrogate(text[i + 1])
        : char.IsLowSurrogate(text[i]) && (i == 0 || !char.IsHighSurrogate(text[i - 1]));

    private static bool IsEscape(string text, int i) =>
        i + 6 < text.Length && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_'
        && char.IsAsciiHexDigit(text[i + 2]) && char.IsAsciiHexDigit(text[i + 3])
        && char.IsAsciiHexDigit(text[i + 4]) && char.IsAsciiHexDigit(text[i + 5]);

    private static string Entity(ReadOnlySpan<char> name)
    {
        switch (name)
        {
            case "amp": return "&";
            case "lt": return "<";
            case "gt": return ">";
            case "quot": return "\"";
            case "apos": return "'";
        }

        bool isHex = name.StartsWith("#x", StringComparison.OrdinalIgnoreCase);
        NumberStyles style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return name.StartsWith("#")
            && int.TryParse(name[(isHex ? 2 : 1)..], style, CultureInfo.InvariantCulture, out int code)
            && Rune.IsValid(code) ? new Rune(code).ToString() : $"&{name};";
    }
}
