using System.Buffers;

namespace CellsContact.OpenXml.Zip;

/// <summary>What one <see cref="DeflateBlock"/> after the other works in.</summary>
internal sealed class DeflateMemory
{
    public const int Size = 7 << 15;

    /// <summary>Content that cannot be compressed grows, by an eighth at most.</summary>
    private const int MaxDeflated = 8 << 15;

    private readonly byte[] _deflated = ArrayPool<byte>.Shared.Rent(MaxDeflated);
    private int _used;
    private int _deflatedUsed;

    public DeflateMemory() => Deflated = new MemoryStream(_deflated);

    public byte[] Content { get; } = ArrayPool<byte>.Shared.Rent(Size);

    /// <summary>How much of the content is filled.</summary>
    public int Length { get; set; }

    public MemoryStream Deflated { get; }

    /// <summary>How much came of it.</summary>
    public int DeflatedLength { get; set; }

    public ReadOnlySpan<byte> Result => _deflated.AsSpan(0, DeflatedLength);

    /// <summary>Makes ready for the next block.</summary>
    public void Reset()
    {
        _used = Math.Max(_used, Length);
        _deflatedUsed = Math.Max(_deflatedUsed, (int)Deflated.Position);
        (Length, DeflatedLength, Deflated.Position) = (0, 0, 0);
    }

    /// <summary>Gives the memory back, emptied: it held the office's data.</summary>
    public void Release()
    {
        Content.AsSpan(0, _used).Clear();
        _deflated.AsSpan(0, _deflatedUsed).Clear();
        ArrayPool<byte>.Shared.Return(Content);
        ArrayPool<byte>.Shared.Return(_deflated);
    }
}
