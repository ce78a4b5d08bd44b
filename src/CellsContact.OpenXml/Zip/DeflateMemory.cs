using System.Buffers;

namespace CellsContact.OpenXml.Zip;

/// <summary>What one <see cref="DeflateBlock"/> after the other works in.</summary>
internal sealed class DeflateMemory
{
    public const int Size = 1 << 17;

    /// <summary>
    /// Sheets shrink to a fourth and less; for what does not, the stream grows. Below the size of large objects, whose
    /// collection would stop the save for everything else's.
    /// </summary>
    private const int UsuallyDeflated = 40 << 10;

    private int _used;

    public byte[] Content { get; } = ArrayPool<byte>.Shared.Rent(Size);

    /// <summary>How much of the content is filled.</summary>
    public int Length { get; set; }

    public MemoryStream Deflated { get; } = new(UsuallyDeflated);

    /// <summary>How much came of it.</summary>
    public int DeflatedLength { get; set; }

    public ReadOnlySpan<byte> Result => Deflated.GetBuffer().AsSpan(0, DeflatedLength);

    /// <summary>Makes ready for the next block.</summary>
    public void Reset()
    {
        _used = Math.Max(_used, Length);
        (Length, DeflatedLength, Deflated.Position) = (0, 0, 0);
    }

    /// <summary>Gives the memory back, emptied: it held the office's data.</summary>
    public void Release()
    {
        Content.AsSpan(0, _used).Clear();
        ArrayPool<byte>.Shared.Return(Content);
    }
}
