using System.Buffers;

namespace CellsContact.OpenXml.Zip;

/// <summary>What one <see cref="DeflateBlock"/> after the other works in.</summary>
internal sealed class DeflateMemory
{
    public const int Size = 1 << 20;

    public byte[] Content { get; } = ArrayPool<byte>.Shared.Rent(Size);

    public MemoryStream Deflated { get; } = new();

    /// <summary>How much is filled: of the content, and once that is deflated, of the result.</summary>
    public int Length { get; set; }

    /// <summary>Gives the content's memory back, emptied: it held the office's data.</summary>
    public void Release() => ArrayPool<byte>.Shared.Return(Content, clearArray: true);
}
