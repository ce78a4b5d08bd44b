using System.Runtime.CompilerServices;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Xml;

namespace CellsContact.OpenXml.Sheets;

/// <summary>One <c>row</c> element as it lies in the part.</summary>
internal readonly ref struct RowView
{
    public RowView(ReadOnlySpan<byte> record)
        : this(record, XmlAttributes.TagEnd(record))
    {
    }

    /// <param name="record">The element.</param>
    /// <param name="tagEnd">The offset of the '>' of its start tag.</param>
    [MethodImpl(HotCode.Optimized)]
    public RowView(ReadOnlySpan<byte> record, int tagEnd)
    {
        Record = record;
        TagEnd = tagEnd + 1;
        IsEmpty = record[TagEnd - 2] == (byte)'/';
        ContentEnd = IsEmpty ? TagEnd : record.LastIndexOf((byte)'<');
        NameEnd = NameEndOf(record);
    }

    public ReadOnlySpan<byte> Record { get; }

    public int NameEnd { get; }

    /// <summary>Just behind the start tag.</summary>
    public int TagEnd { get; }

    public bool IsEmpty { get; }

    /// <summary>Where the end tag starts.</summary>
    public int ContentEnd { get; }

    public CellScanner Cells(int prefixLength) => new(Record[..ContentEnd], TagEnd, prefixLength);

    /// <summary>The number a row states; zero if it leaves it to its place.</summary>
    [MethodImpl(HotCode.Optimized)]
    public static int NumberOf(ReadOnlySpan<byte> record)
    {
        int at = NameEndOf(record);
        if (record[at..].StartsWith(" r=\""u8))
        {
            int number = 0;
            int digit;
            int next = at + 4;
            for (; (digit = record[next] - '0') is >= 0 and < 10 && number <= CellReference.MaxRows; next++)
                number = (number * 10) + digit;
            if (record[next] == (byte)'"' && number is > 0 and <= CellReference.MaxRows)
                return number;
        }

        return ReadNumber(record, at);
    }

    /// <summary>Names are short: a vectorised search, compiled when it is first used, would cost more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int NameEndOf(ReadOnlySpan<byte> record)
    {
        int at = 1;
        while (record[at] is not ((byte)'/' or (byte)'>') && !XmlAttributes.IsBlank(record[at]))
            at++;
        return at;
    }

    private static int ReadNumber(ReadOnlySpan<byte> record, int at)
    {
        int end = XmlAttributes.TagEnd(record) + 1;
        while (XmlAttributes.Next(record, ref at, end, out Range name, out Range value))
        {
            if (!record[name].SequenceEqual("r"u8))
                continue;
            (int column, int row) = CellReference.Parse(record[value]);
            return column == 0 && row > 0 ? row : throw WorkbookFormatException.Damaged("A row has no valid number.");
        }

        return 0;
    }
}
