namespace CellsContact.OpenXml.Zip;

/// <summary>One entry as the central directory states it. Its name is a label and never becomes a path.</summary>
internal sealed record ZipEntry
{
    public const ushort Stored = 0;
    public const ushort Deflated = 8;

    /// <summary>1980-01-01, the date Excel itself puts on every entry.</summary>
    public const ushort DosEpoch = 0x0021;

    public required string Name { get; init; }
    public required byte[] NameBytes { get; init; }
    public required ushort Flags { get; init; }
    public required ushort Method { get; init; }
    public ushort Time { get; init; }
    public ushort Date { get; init; } = DosEpoch;
    public uint Crc { get; init; }
    public long CompressedSize { get; init; }
    public long Size { get; init; }
    public long Offset { get; init; }
    public uint ExternalAttributes { get; init; }

    public bool IsEncrypted => (Flags & 1) != 0;
}
