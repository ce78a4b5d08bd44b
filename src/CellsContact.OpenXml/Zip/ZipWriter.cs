using System.Buffers.Binary;
using System.Text;
using CellsContact.OpenXml.Workbooks;

namespace CellsContact.OpenXml.Zip;

/// <summary>
/// Writes a package to a seekable stream: untouched entries as the compressed bytes they were, others deflated anew.
/// </summary>
internal sealed class ZipWriter(Stream output) : IDisposable
{
    private readonly SpareProcessors _helpers = new();
    private readonly List<ZipEntry> _written = [];

    public static ZipEntry NewEntry(string name)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        return new ZipEntry
        {
            Name = name,
            NameBytes = bytes,
            Method = ZipEntry.Deflated,
            Flags = (ushort)(bytes.Length == name.Length ? 0 : 0x0800),
        };
    }

    /// <summary>Copies an entry without inflating it; the sizes move from a trailing descriptor into its header.</summary>
    public void Copy(ZipReader source, ZipEntry entry)
    {
        long offset = output.Position;
        ZipEntry copy = entry with { Offset = offset, Flags = (ushort)(entry.Flags & ~8) };
        WriteLocalHeader(copy);
        using Stream raw = source.Raw(entry);
        raw.CopyTo(output);
        _written.Add(copy);
    }

    /// <summary>Writes an entry anew, in the place and under the name and date of <paramref name="like"/>.</summary>
    public void Write(ZipEntry like, Action<Stream> content)
    {
        long offset = output.Position;
        ZipEntry entry = like with
        {
            Method = ZipEntry.Deflated,
            Flags = (ushort)(like.Flags & 0x0800),
            Offset = offset,
            Crc = 0,
            Size = 0,
            CompressedSize = 0,
        };
        WriteLocalHeader(entry);
        long start = output.Position;
        using var deflater = new BlockDeflater(output, _helpers);
        content(deflater);
        deflater.Complete();
        long end = output.Position;
        entry = entry with { Crc = deflater.Crc, Size = deflater.Count, CompressedSize = end - start };
        output.Position = offset;
        WriteLocalHeader(entry);
        output.Position = end;
        _written.Add(entry);
    }

    /// <summary>Writes the central directory; the package is complete after it.</summary>
    public void Finish()
    {
        long start = output.Position;
        foreach (ZipEntry entry in _written)
            WriteDirectoryRecord(entry);
        long size = output.Position - start;
        if (start + size > uint.MaxValue || _written.Count >= 0xFFFF)
            throw WorkbookFormatException.TooLarge("The workbook would need a zip64 directory.");

        Span<byte> end = stackalloc byte[22];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)_written.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)_written.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)size);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], (uint)start);
        output.Write(end);
    }

    public void Dispose() => _helpers.Dispose();

    private void WriteLocalHeader(ZipEntry entry)
    {
        Span<byte> header = stackalloc byte[30];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034B50);
        WriteCommon(header[4..], entry);
        output.Write(header);
        output.Write(entry.NameBytes);
    }

    private void WriteDirectoryRecord(ZipEntry entry)
    {
        Span<byte> record = stackalloc byte[46];
        record.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(record, 0x02014B50);
        BinaryPrimitives.WriteUInt16LittleEndian(record[4..], 20);
        WriteCommon(record[6..], entry);
        BinaryPrimitives.WriteUInt32LittleEndian(record[38..], entry.ExternalAttributes);
        BinaryPrimitives.WriteUInt32LittleEndian(record[42..], Fit(entry.Offset));
        output.Write(record);
        output.Write(entry.NameBytes);
    }

    private static void WriteCommon(Span<byte> fields, ZipEntry entry)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(fields, 20);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[2..], entry.Flags);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[4..], entry.Method);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[6..], entry.Time);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[8..], entry.Date);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[10..], entry.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[14..], Fit(entry.CompressedSize));
        BinaryPrimitives.WriteUInt32LittleEndian(fields[18..], Fit(entry.Size));
        BinaryPrimitives.WriteUInt16LittleEndian(fields[22..], (ushort)entry.NameBytes.Length);
    }

    private static uint Fit(long value) => value < uint.MaxValue
        ? (uint)value
        : throw WorkbookFormatException.TooLarge("The workbook would need zip64 sizes.");
}
