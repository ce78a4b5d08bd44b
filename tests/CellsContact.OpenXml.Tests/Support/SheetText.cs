using System.Text;
using System.Xml;

namespace CellsContact.OpenXml.Tests.Support;

/// <summary>
/// A sheet's part cut into head, rows and tail by .NET's own XML reader, bytes kept as they are: every byte of UTF-8 is
/// one character here, so that equal text is equal bytes.
/// </summary>
internal sealed class SheetText
{
    private readonly string _text;
    private readonly int[] _lines;

    private SheetText(byte[] part)
    {
        _text = Decode(part);
        _lines = LineStarts(_text);
        if (!TrySplit())
            throw new XmlException("The sheet has no sheetData.");
    }

    /// <summary>Up to the start tag of sheetData.</summary>
    public string Head { get; private set; } = "";

    /// <summary>Each row with what stands before it, by its number; a row without a number follows the one before.</summary>
    public List<(int Number, string Text)> Rows { get; } = [];

    /// <summary>From behind the end tag of sheetData.</summary>
    public string Tail { get; private set; } = "";

    public static SheetText Of(byte[] part) => new(part);

    /// <summary>A part as text without its byte order mark, one character a byte unless it is in UTF-16.</summary>
    public static string Decode(byte[] part)
    {
        bool isWide = part is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || (part.Length > 1 && (part[0] == 0 || part[1] == 0));
        Encoding encoding = !isWide ? Encoding.Latin1 : part[0] is 0xFE or 0 ? Encoding.BigEndianUnicode : Encoding.Unicode;
        int mark = part is [0xEF, 0xBB, 0xBF, ..] ? 3 : isWide && part[0] >= 0xFE ? 2 : 0;
        return encoding.GetString(part.AsSpan(mark));
    }

    /// <summary>The cells of a row as they lie, by column; a cell without a reference follows the one before.</summary>
    public static SortedDictionary<int, string> Cells(string row)
    {
        var cells = new SortedDictionary<int, string>();
        int[] lines = LineStarts(row);
        using XmlTextReader reader = Reader(row);
        int column = 0;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || LocalName(reader.Name) != "c" || reader.Depth != 1)
                continue;
            string? reference = reader.GetAttribute("r");
            column = reference is null ? column + 1 : ColumnOf(reference);
            int start = Offset(lines, reader) - 1;
            cells[column] = row[start..EndOfElement(row, lines, reader)];
        }

        return cells;
    }

    public static int ColumnOf(string reference) => reference.TakeWhile(char.IsLetter).Aggregate(0, (column, c) => (column * 26) + char.ToUpperInvariant(c) - 'A' + 1);

    private bool TrySplit()
    {
        using XmlTextReader reader = Reader(_text);
        int at = -1;
        int number = 0;
        reader.MoveToContent();
        string prefix = reader.Name[..^LocalName(reader.Name).Length];
        while (reader.Read())
        {
            string name = reader.Name.StartsWith(prefix, StringComparison.Ordinal) ? reader.Name[prefix.Length..] : "";
            if (reader.NodeType == XmlNodeType.Element && name == "sheetData" && reader.Depth == 1)
            {
                int start = Offset(_lines, reader) - 1;
                at = TagEnd(_text, start);
                Head = _text[..start];
                if (!reader.IsEmptyElement)
                    continue;
                Tail = _text[at..];
                return true;
            }

            if (at < 0 || reader.Depth > 2)
                continue;
            if (reader.NodeType == XmlNodeType.Element && name == "row" && reader.Depth == 2)
            {
                number = int.TryParse(reader.GetAttribute("r"), out int stated) ? stated : number + 1;
                int end = EndOfElement(_text, _lines, reader);
                Rows.Add((number, _text[at..end]));
                at = end;
            }
            else if (reader.NodeType == XmlNodeType.EndElement && name == "sheetData")
            {
                Tail = _text[TagEnd(_text, Offset(_lines, reader) - 2)..];
                return true;
            }
        }

        return false;
    }

    private static int EndOfElement(string text, int[] lines, XmlTextReader reader)
    {
        if (reader.IsEmptyElement)
            return TagEnd(text, Offset(lines, reader) - 1);
        int depth = reader.Depth;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
        }

        return TagEnd(text, Offset(lines, reader) - 2);
    }

    private static int TagEnd(string text, int start)
    {
        char quote = '\0';
        for (int i = start; i < text.Length; i++)
        {
            if (quote != '\0')
                quote = text[i] == quote ? '\0' : quote;
            else if (text[i] is '"' or '\'')
                quote = text[i];
            else if (text[i] == '>')
                return i + 1;
        }

        throw new XmlException("A tag does not end.");
    }

    private static XmlTextReader Reader(string text) => new(new StringReader(text))
    {
        Namespaces = false,
        Normalization = false,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    private static string LocalName(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static int Offset(int[] lines, XmlTextReader place) => lines[place.LineNumber - 1] + place.LinePosition - 1;

    private static int[] LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                starts.Add(i + 1);
        }

        return [.. starts];
    }
}
