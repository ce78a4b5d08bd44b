using System.Buffers.Binary;
using CellsContact.OpenXml.Workbooks;

namespace CellsContact.OpenXml.Zip;

/// <summary>Finds the central directory, in the classic and the zip64 form.</summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int MaxComment = 65_535;
    private const int MaxDirectoryBytes = 64 << 20;

    public static byte[] Read(Stream stream, PackageLimits limits, out int count)
    {
        long length = stream.Length;
        byte[] tail = ReadAt(stream, Math.Max(0, length - EndLength - MaxComment - 20), length);
        int end = FindEnd(tail);
        if (end < 0)
            throw new WorkbookFormatException(WorkbookProblem.NotAWorkbook, "The file is not a zip package.");

        ReadOnlySpan<byte> record = tail.AsSpan(end);
        long entries = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        if ((entries == 0xFFFF || size == uint.MaxValue || offset == uint.MaxValue) && end >= 20)
            ReadZip64End(stream, tail.AsSpan(end - 20, 20), ref entries, ref size, ref offset);

        if (entries > limits.MaxEntries)
            throw WorkbookFormatException.TooLarge("The workbook has more parts than the limit.");
        if (size > MaxDirectoryBytes)
            throw WorkbookFormatException.TooLarge("The workbook's directory is larger than the limit.");
        if (entries < 0 || size < 0 || offset < 0 || offset + size > length)
            throw WorkbookFormatException.Damaged("The package's central directory lies outside the file.");
        count = (int)entries;
        return ReadAt(stream, offset, offset + size);
    }

    /// <summary>The zip64 extra field holds only those of the three values that did not fit, in this order.</summary>
    public static void ReadZip64Extra(ReadOnlySpan<byte> extra, ref long size, ref long compressed, ref long offset)
    {
        while (extra.Length >= 4)
        {
            int id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            int length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (length > extra.Length - 4)
                return;
            ReadOnlySpan<byte> field = extra.Slice(4, length);
            extra = extra[(4 + length)..];
            if (id != 1)
                continue;
            Take(ref field, ref size);
            Take(ref field, ref compressed);
            Take(ref field, ref offset);
        }
    }

    private static void Take(ref ReadOnlySpan<byte> field, ref long value)
    {
        if (value != uint.MaxValue || field.Length < 8)
            return;
        value = BinaryPrimitives.ReadInt64LittleEndian(field);
        field = field[8..];
    }

    private static void ReadZip64End(
        Stream stream, ReadOnlySpan<byte> locator, ref long entries, ref long size, ref long offset)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(locator) != 0x07064B50)
            return;
        long at = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        if (at < 0 || at + 56 > stream.Length)
            throw WorkbookFormatException.Damaged("The package's zip64 directory lies outside the file.");
        ReadOnlySpan<byte> record = ReadAt(stream, at, at + 56);
        if (BinaryPrimitives.ReadUInt32LittleEndian(record) != 0x06064B50)
            throw WorkbookFormatException.Damaged("The package's zip64 directory is damaged.");
        entries = BinaryPrimitives.ReadInt64LittleEndian(record[32..]);
        size = BinaryPrimitives.ReadInt64LittleEndian(record[40..]);
        offset = BinaryPrimitives.ReadInt64LittleEndian(record[48..]);
    }

    private static int FindEnd(ReadOnlySpan<byte> tail)
    {
        for (int at = tail.Length - EndLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail[at..]) == 0x06054B50
                && at + EndLength + BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 20)..]) <= tail.Length)
            {
                return at;
            }
        }

        return -1;
    }

    private static byte[] ReadAt(Stream stream, long from, long to)
    {
        var bytes = new byte[to - from];
        stream.Position = from;
        stream.ReadExactly(bytes);
        return bytes;
    }
}
