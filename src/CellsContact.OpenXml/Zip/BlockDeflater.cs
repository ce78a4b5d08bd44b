namespace CellsContact.OpenXml.Zip;

/// <summary>
/// Deflates what is written in blocks of 128 KiB, several at a time, and writes them out in order; at the fastest level,
/// which is also Excel's. Each block starts with an empty window and ends on a byte, so that together they are one
/// deflate stream. Keeps the CRC and count of what came in. Memory stays at a few blocks.
/// </summary>
/// <param name="output">Takes the deflated bytes.</param>
/// <param name="helpers">Deflate beside the caller.</param>
internal sealed class BlockDeflater(Stream output, SpareProcessors helpers) : Stream
{
    private const int MaxUnderWay = 5;
    private static ReadOnlySpan<byte> EndOfStream => [0x03, 0x00];

    private readonly Queue<DeflateBlock> _underWay = new();
    private readonly Stack<DeflateMemory> _free = new();
    private DeflateBlock? _block;

    public uint Crc { get; private set; }

    public long Count { get; private set; }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => Count;

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Count += buffer.Length;
        while (!buffer.IsEmpty)
        {
            _block ??= new DeflateBlock(_free.TryPop(out DeflateMemory? free) ? free : new DeflateMemory());
            buffer = _block.Add(buffer);
            if (_block.IsFull)
                Submit(toPool: true);
        }
    }

    /// <summary>Writes out what is left; the deflate stream is whole afterwards.</summary>
    public void Complete()
    {
        if (_block is not null)
            Submit(toPool: false);
        WriteOut(butFor: 0);
        while (_free.TryPop(out DeflateMemory? memory))
            memory.Release();
        output.Write(EndOfStream);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>A block that nobody is sent to is deflated by <see cref="Complete"/> itself: starting a thread for the last one costs more.</summary>
    private void Submit(bool toPool)
    {
        DeflateBlock block = _block!;
        _block = null;
        Crc = Crc32.Append(Crc, block.Content);
        _underWay.Enqueue(block);
        if (toPool)
            helpers.Offer(block);
        WriteOut(butFor: MaxUnderWay);
    }

    /// <summary>Writes out the oldest blocks until so many are left; helps deflating rather than waiting for one that somebody has begun.</summary>
    private void WriteOut(int butFor)
    {
        while (_underWay.Count > butFor)
        {
            if (_underWay.Peek().IsOver || !DeflateOne())
                _free.Push(_underWay.Dequeue().WriteTo(output));
        }
    }

    /// <summary>Deflates the oldest block that nobody has begun.</summary>
    private bool DeflateOne()
    {
        foreach (DeflateBlock block in _underWay)
        {
            if (block.TryExecute())
                return true;
        }

        return false;
    }
}
