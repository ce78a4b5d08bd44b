using System.Buffers.Binary;
using System.Text;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Xml;

namespace CellsContact.OpenXml.Zip;

/// <summary>
/// Reads a zip package by its central directory. Not thread-safe; but parts that are open may be read by different threads, and
/// <see cref="Beside"/> is for another one.
/// </summary>
internal sealed class ZipReader
{
    private const long MaxDescriptionBytes = 64L << 20;

    private readonly Stream _stream;
    private readonly PackageLimits _limits;
    private readonly ReadingPlace _place;
    private long _spent;
    private readonly Dictionary<string, ZipEntry> _byName;
    private readonly Dictionary<string, byte[]> _starts = new(StringComparer.Ordinal);

    public ZipReader(Stream stream, PackageLimits limits, ReadingPlace? place = null)
    {
        _place = place ?? new ReadingPlace();
        _stream = stream;
        _limits = limits;
        _byName = new Dictionary<string, ZipEntry>(StringComparer.OrdinalIgnoreCase);
        byte[] directory = ZipDirectory.Read(stream, limits, out int count);
        DirectoryCrc = Crc32.Append(0, directory);
        Entries = ReadEntries(directory, count);
        foreach (ZipEntry entry in Entries.Where(e => !e.Name.EndsWith('/')))
        {
            if (!_byName.TryAdd(entry.Name, entry))
                throw WorkbookFormatException.Damaged("The package holds two parts of the same name.");
        }
    }

    private ZipReader(ZipReader other)
    {
        (_stream, _limits, _byName, _place) = (other._stream, other._limits, other._byName, new ReadingPlace());
        (Entries, DirectoryCrc) = (other.Entries, other.DirectoryCrc);
    }

    public IReadOnlyList<ZipEntry> Entries { get; }

    /// <summary>Where reading is.</summary>
    public ReadingPlace Place => _place;

    /// <summary>The same package for another thread, with a place of its own.</summary>
    public ZipReader Beside() => new(this);

    /// <summary>
    /// Takes a part that describes the workbook into account: a small file can have very many of them, and each may be
    /// asked for more than once.
    /// </summary>
    public void SpendOnDescription(ZipEntry entry)
    {
        _spent += entry.Size;
        if (_spent > MaxDescriptionBytes)
            throw WorkbookFormatException.TooLarge("The parts that describe the workbook are larger than the limit.");
    }

    /// <summary>Identifies the content cheaply: the directory holds every part's CRC and size.</summary>
    public uint DirectoryCrc { get; }

    /// <summary>The part of a name, as it lies or with its escapes (%20) resolved; part names have no case.</summary>
    public ZipEntry? Find(string name) => _byName.GetValueOrDefault(name) ?? _byName.GetValueOrDefault(Uri.UnescapeDataString(name));

    /// <summary>The inflated content, bounded, with size and CRC checked at its end.</summary>
    /// <param name="entry">The part.</param>
    /// <param name="ahead">Whether the pool may inflate the next blocks of a large part meanwhile.</param>
    public Stream Open(ZipEntry entry, bool ahead = true)
    {
        _place.Set(entry.Name, 0);
        if (entry.IsEncrypted)
            throw new WorkbookFormatException(WorkbookProblem.EncryptedOrLegacy, "A part of the package is encrypted.");
        if (entry.Method is not (ZipEntry.Stored or ZipEntry.Deflated))
            throw WorkbookFormatException.Damaged("A part of the package uses an unknown compression method.");
        if (entry.Size > _limits.MaxPartBytes)
            throw WorkbookFormatException.TooLarge("A part of the workbook is larger than the limit.");
        if (entry.Size > PackageLimits.RatioFloorBytes && entry.Size / Math.Max(1, entry.CompressedSize) > _limits.MaxRatio)
            throw WorkbookFormatException.TooLarge("A part of the workbook inflates beyond the allowed ratio.");
        var part = new PartStream(Raw(entry), entry);
        return ahead && entry.Size > 2 * ReadAheadStream.BlockSize ? new ReadAheadStream(part) : part;
    }

    /// <summary>A part's first four bytes, fewer if it is shorter: they tell its encoding, and each part is opened several times.</summary>
    public ReadOnlySpan<byte> StartOf(ZipEntry entry)
    {
        if (!_starts.TryGetValue(entry.Name, out byte[]? start))
        {
            using Stream part = Open(entry);
            start = new byte[4];
            Array.Resize(ref start, part.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
            _starts[entry.Name] = start;
        }

        return start;
    }

    /// <summary>All of an XML part, as UTF-8.</summary>
    public byte[] ReadAll(ZipEntry entry)
    {
        if (entry.Size > int.MaxValue / 2)
            throw WorkbookFormatException.TooLarge("A part of the workbook is too large to be read at once.");
        using Stream part = Open(entry);
        var content = new byte[entry.Size];
        try
        {
            part.ReadExactly(content);
        }
        catch (EndOfStreamException e)
        {
            throw WorkbookFormatException.Damaged("A part of the package ends early.", e);
        }

        if (part.ReadByte() >= 0)
            throw WorkbookFormatException.Damaged("A part of the package is longer than stated.");
        return WideText.ToUtf8(content);
    }

    /// <summary>The compressed bytes as they lie in the file.</summary>
    public Stream Raw(ZipEntry entry)
    {
        _place.Set(entry.Name, 0);
        Span<byte> header = stackalloc byte[30];
        int got;
        lock (_stream)
        {
            _stream.Position = entry.Offset;
            got = _stream.ReadAtLeast(header, 30, throwOnEndOfStream: false);
        }

        if (got < 30
            || BinaryPrimitives.ReadUInt32LittleEndian(header) != 0x04034B50)
        {
            throw WorkbookFormatException.Damaged("A part's local header is missing.");
        }

        long start = entry.Offset + 30 + BinaryPrimitives.ReadUInt16LittleEndian(header[26..])
            + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        if (start + entry.CompressedSize > _stream.Length)
            throw WorkbookFormatException.Damaged("A part's data lies outside the file.");
        return new StreamSlice(_stream, start, entry.CompressedSize);
    }

    private static List<ZipEntry> ReadEntries(byte[] directory, int count)
    {
        var entries = new List<ZipEntry>(count);
        ReadOnlySpan<byte> rest = directory;
        for (int i = 0; i < count; i++)
        {
            if (rest.Length < 46 || BinaryPrimitives.ReadUInt32LittleEndian(rest) != 0x02014B50)
                throw WorkbookFormatException.Damaged("The package's central directory is damaged.");
            int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(rest[28..]);
            int extraLength = BinaryPrimitives.ReadUInt16LittleEndian(rest[30..]);
            int total = 46 + nameLength + extraLength + BinaryPrimitives.ReadUInt16LittleEndian(rest[32..]);
            if (rest.Length < total)
                throw WorkbookFormatException.Damaged("The package's central directory is damaged.");
            entries.Add(ReadEntry(rest[..total], nameLength, extraLength));
            rest = rest[total..];
        }

        return entries;
    }

    private static ZipEntry ReadEntry(ReadOnlySpan<byte> record, int nameLength, int extraLength)
    {
        byte[] name = record.Slice(46, nameLength).ToArray();
        long size = BinaryPrimitives.ReadUInt32LittleEndian(record[24..]);
        long compressed = BinaryPrimitives.ReadUInt32LittleEndian(record[20..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(record[42..]);
        ZipDirectory.ReadZip64Extra(record.Slice(46 + nameLength, extraLength), ref size, ref compressed, ref offset);
        if (size < 0 || compressed < 0 || offset < 0)
            throw WorkbookFormatException.Damaged("The package's central directory is damaged.");
        return new ZipEntry
        {
            // Package part names are ASCII in practice; UTF-8 reads both that and the flagged names.
            Name = Encoding.UTF8.GetString(name).Replace('\\', '/').TrimStart('/'),
            NameBytes = name,
            Flags = BinaryPrimitives.ReadUInt16LittleEndian(record[8..]),
            Method = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]),
            Time = BinaryPrimitives.ReadUInt16LittleEndian(record[12..]),
            Date = BinaryPrimitives.ReadUInt16LittleEndian(record[14..]),
            Crc = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]),
            ExternalAttributes = BinaryPrimitives.ReadUInt32LittleEndian(record[38..]),
            CompressedSize = compressed,
            Size = size,
            Offset = offset,
        };
    }
}
