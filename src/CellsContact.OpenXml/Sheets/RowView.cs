using System.Buffers;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Xml;

namespace CellsContact.OpenXml.Sheets;

/// <summary>One <c>row</c> element as it lies in the part.</summary>
internal readonly ref struct RowView
{
    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n/>"u8);

    public RowView(ReadOnlySpan<byte> record)
    {
        Record = record;
        TagEnd = XmlAttributes.TagEnd(record) + 1;
        IsEmpty = record[TagEnd - 2] == (byte)'/';
        ContentEnd = IsEmpty ? TagEnd : record.LastIndexOf((byte)'<');
        NameEnd = record.IndexOfAny(NameEnds);
        Number = ReadNumber();
    }

    public ReadOnlySpan<byte> Record { get; }

    public int NameEnd { get; }

    /// <summary>Just behind the start tag.</summary>
    public int TagEnd { get; }

    public bool IsEmpty { get; }

    /// <summary>Where the end tag starts.</summary>
    public int ContentEnd { get; }

    /// <summary>The number the row states; zero if it leaves it to its place.</summary>
    public int Number { get; }

    public CellScanner Cells(int prefixLength) => new(Record[..ContentEnd], TagEnd, prefixLength);

    private int ReadNumber()
    {
        int at = NameEnd;
        while (XmlAttributes.Next(Record, ref at, TagEnd, out Range name, out Range value))
        {
            if (!Record[name].SequenceEqual("r"u8))
                continue;
            (int column, int row) = CellReference.Parse(Record[value]);
            return column == 0 && row > 0 ? row : throw WorkbookFormatException.Damaged("A row has no valid number.");
        }

        return 0;
    }
}
