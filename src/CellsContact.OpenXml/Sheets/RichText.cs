using CellsContact.OpenXml.Xml;

namespace CellsContact.OpenXml.Sheets;

/// <summary>Reads the text of <c>si</c> and <c>is</c>: plain or rich runs, never the phonetic ones (<c>rPh</c>).</summary>
internal static class RichText
{
    /// <summary>Reads from a start tag to its end tag.</summary>
    public static string Read(ref XmlScanner scanner)
    {
        int depth = scanner.Depth;
        string text = "";
        while (scanner.Read() && !(scanner.Token == XmlToken.End && scanner.Depth == depth))
        {
            if (scanner.Token != XmlToken.Start)
                continue;
            if (scanner.LocalName.SequenceEqual("rPh"u8))
                scanner.Skip();
            else if (scanner.LocalName.SequenceEqual("t"u8) && !scanner.IsEmpty)
                text += ReadElementText(ref scanner);
        }

        return XmlText.UnescapeCellText(text);
    }

    /// <summary>The character data of one element without children.</summary>
    public static string ReadElementText(ref XmlScanner scanner)
    {
        int depth = scanner.Depth;
        string text = "";
        while (scanner.Read() && !(scanner.Token == XmlToken.End && scanner.Depth == depth))
        {
            if (scanner.Token == XmlToken.Text)
                text += XmlText.Decode(scanner.Raw);
            else if (scanner.Token == XmlToken.CData)
                text += System.Text.Encoding.UTF8.GetString(scanner.Raw["<![CDATA[".Length..^"]]>".Length]);
        }

        return text;
    }
}
