using System.Globalization;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Xml;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Sheets;

/// <summary>
/// The shared strings, read when first asked for and kept as one block of UTF-8 that is decoded string by string:
/// few of them are ever looked at. Positions are counted, since the counts a file states are often wrong.
/// </summary>
internal sealed class SharedStrings(ZipReader package, ZipEntry? part)
{
    private const long MaxKeptBytes = 256 << 20;

    private readonly List<int> _ends = [];
    private byte[] _text = [];
    private bool _isLoaded;

    public string Get(string index)
    {
        Load();
        if (!int.TryParse(index, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int at)
            || at >= _ends.Count)
        {
            throw WorkbookFormatException.Damaged("A cell refers to a shared string that is not there.");
        }

        int start = at == 0 ? 0 : _ends[at - 1];
        ReadOnlySpan<byte> item = _text.AsSpan(start, _ends[at] - start);
        if (item.IsEmpty || item[0] != (byte)'<')
            return XmlText.UnescapeCellText(XmlText.Decode(item));
        var scanner = new XmlScanner(item);
        scanner.Read();
        return scanner.IsEmpty ? "" : RichText.Read(ref scanner);
    }

    private void Load()
    {
        if (_isLoaded)
            return;
        _isLoaded = true;
        if (part is null)
            return;

        var text = new MemoryStream((int)Math.Min(part.Size, 1 << 20));
        using var reader = new RecordReader(WideText.Open(package, part), "sst", "si");
        reader.ReadPrologue();
        while (reader.TryRead())
        {
            ReadOnlySpan<byte> plain = PlainText(reader.Record, out bool isPlain);
            text.Write(isPlain ? plain : reader.Record);
            _ends.Add((int)text.Length);
            if (text.Length + (_ends.Count * (long)sizeof(int)) > MaxKeptBytes)
                throw WorkbookFormatException.TooLarge("The workbook's texts are larger than the limit.");
        }

        reader.ReadEpilogue();
        _text = text.GetBuffer();
    }

    /// <summary>
    /// The text of an item that is a single <c>t</c>, with phonetic runs or without; any other is kept whole. A text
    /// cannot start with the sign that tells the two apart.
    /// </summary>
    private static ReadOnlySpan<byte> PlainText(ReadOnlySpan<byte> item, out bool isPlain)
    {
        isPlain = false;
        if (!item.StartsWith("<si><t"u8) || item.IndexOf("<!"u8) >= 0)
            return default;
        int start = XmlAttributes.TagEnd(item["<si>".Length..]) + "<si>".Length + 1;
        int length = item[start..].IndexOf((byte)'<');
        if (item[start - 2] == (byte)'/' || length < 0 || !item[(start + length)..].StartsWith("</t>"u8))
            return default;
        isPlain = true;
        return item.Slice(start, length);
    }
}
