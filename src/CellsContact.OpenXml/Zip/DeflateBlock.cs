using System.IO.Compression;

namespace CellsContact.OpenXml.Zip;

/// <summary>A piece of a part that is deflated by itself. The memory it works in goes on to the next.</summary>
internal sealed class DeflateBlock(DeflateMemory memory) : SharedWork
{
    public bool IsFull => memory.Length == DeflateMemory.Size;

    public ReadOnlySpan<byte> Content => memory.Content.AsSpan(0, memory.Length);

    /// <summary>Takes as much as fits.</summary>
    /// <returns>The rest.</returns>
    public ReadOnlySpan<byte> Add(ReadOnlySpan<byte> bytes)
    {
        int count = Math.Min(bytes.Length, DeflateMemory.Size - memory.Length);
        bytes[..count].CopyTo(memory.Content.AsSpan(memory.Length));
        memory.Length += count;
        return bytes[count..];
    }

    /// <summary>Writes the deflated bytes and gives the memory back, empty.</summary>
    public DeflateMemory WriteTo(Stream output)
    {
        Finish();
        output.Write(memory.Result);
        memory.Reset();
        return memory;
    }

    protected override void Run()
    {
        // Flushing ends the block on a whole byte without ending the stream; what disposing adds is not taken.
        using var deflate = new DeflateStream(memory.Deflated, CompressionLevel.Fastest, leaveOpen: true);
        deflate.Write(Content);
        deflate.Flush();
        memory.DeflatedLength = (int)memory.Deflated.Position;
    }
}
