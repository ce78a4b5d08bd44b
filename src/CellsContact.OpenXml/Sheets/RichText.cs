using System.Text;
using CellsContact.OpenXml.Xml;

namespace CellsContact.OpenXml.Sheets;

/// <summary>Reads the text of <c>si</c> and <c>is</c>: plain or rich runs, never the phonetic ones (<c>rPh</c>).</summary>
internal static class RichText
{
    /// <summary>Reads from a start tag to its end tag.</summary>
    public static string Read(ref XmlScanner scanner)
    {
        int depth = scanner.Depth;
        var text = new StringBuilder();
        while (scanner.Read() && !(scanner.Token == XmlToken.End && scanner.Depth == depth))
        {
            if (scanner.Token != XmlToken.Start)
                continue;
            if (scanner.LocalName.SequenceEqual("rPh"u8))
                scanner.Skip();
            else if (scanner.LocalName.SequenceEqual("t"u8) && !scanner.IsEmpty)
                text.Append(ReadElementText(ref scanner));
        }

        return XmlText.UnescapeCellText(text.ToString());
    }

    /// <summary>The character data of one element without children.</summary>
    public static string ReadElementText(ref XmlScanner scanner)
    {
        int depth = scanner.Depth;
        var text = new StringBuilder();
        while (scanner.Read() && !(scanner.Token == XmlToken.End && scanner.Depth == depth))
        {
            if (scanner.Token == XmlToken.Text)
                text.Append(XmlText.Decode(scanner.Raw));
            else if (scanner.Token == XmlToken.CData)
                text.Append(Encoding.UTF8.GetString(scanner.Raw["<![CDATA[".Length..^"]]>".Length]));
        }

        return text.ToString();
    }
}
