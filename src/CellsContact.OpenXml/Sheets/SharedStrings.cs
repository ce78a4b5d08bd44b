using System.Globalization;
using System.Text;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Xml;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Sheets;

/// <summary>
/// The shared strings, kept as one block of UTF-8 and read when first asked for. Positions are counted, since the
/// counts a file states are often wrong.
/// </summary>
internal sealed class SharedStrings(ZipReader package, ZipEntry? part)
{
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
        return Encoding.UTF8.GetString(_text, start, _ends[at] - start);
    }

    private void Load()
    {
        if (_isLoaded)
            return;
        _isLoaded = true;
        if (part is null)
            return;

        var text = new MemoryStream((int)Math.Min(part.Size, 1 << 20));
        using var reader = new RecordReader(package.Open(part), "sst", "si");
        reader.ReadPrologue();
        while (reader.TryRead())
        {
            Append(text, reader.Record);
            _ends.Add((int)text.Length);
        }

        reader.ReadEpilogue();
        _text = text.GetBuffer();
    }

    private static void Append(MemoryStream text, ReadOnlySpan<byte> item)
    {
        var scanner = new XmlScanner(item);
        scanner.Read();
        if (!scanner.IsEmpty)
            text.Write(Encoding.UTF8.GetBytes(RichText.Read(ref scanner)));
    }
}
