using System.IO.Compression;
using System.Runtime.ExceptionServices;

namespace CellsContact.OpenXml.Zip;

/// <summary>
/// A piece of a part that is deflated by itself: by a thread of the pool or, if none has come to it, by the one that
/// needs the result, so that nobody waits for a busy pool. For one use; the memory it works in goes on to the next.
/// </summary>
internal sealed class DeflateBlock(DeflateMemory memory) : IThreadPoolWorkItem
{
    private readonly ManualResetEventSlim _done = new();
    private ExceptionDispatchInfo? _failure;
    private int _isTaken;

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

    /// <summary>Does the work unless somebody has begun it.</summary>
    public void Execute()
    {
        if (Interlocked.Exchange(ref _isTaken, 1) != 0)
            return;
        try
        {
            // Flushing ends the block on a whole byte without ending the stream; what disposing adds is not taken.
            using var deflate = new DeflateStream(memory.Deflated, CompressionLevel.Fastest, leaveOpen: true);
            deflate.Write(Content);
            deflate.Flush();
            memory.Length = (int)memory.Deflated.Length;
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
        }
        finally
        {
            _done.Set();
        }
    }

    /// <summary>Writes the deflated bytes and gives the memory back, empty.</summary>
    public DeflateMemory WriteTo(Stream output)
    {
        Execute();
        _done.Wait();
        _done.Dispose();
        _failure?.Throw();
        output.Write(memory.Deflated.GetBuffer().AsSpan(0, memory.Length));
        memory.Length = 0;
        memory.Deflated.SetLength(0);
        return memory;
    }
}
