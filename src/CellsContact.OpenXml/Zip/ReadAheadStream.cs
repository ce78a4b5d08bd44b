using System.Buffers;
using System.Runtime.ExceptionServices;

namespace CellsContact.OpenXml.Zip;

/// <summary>
/// Reads the next blocks of a stream while the present one is being looked at: inflating takes about as long as scanning.
/// Whoever only looks at the head, as for a sheet's column names, causes no more to be read.
/// </summary>
/// <remarks>
/// A thread of the pool reads until as many blocks are ready as are kept, and is called again when half of them are used up,
/// since waking it takes about as long as reading a block. While none has come, the reader reads for itself.
/// </remarks>
internal sealed class ReadAheadStream(Stream source) : ReadOnlyStream, IThreadPoolWorkItem
{
    public const int BlockSize = 1 << 16;
    private const int MaxReady = 3;
    private const int HeadSize = 1 << 15;

    private readonly object _lock = new();
    private readonly Queue<Block> _ready = new(MaxReady);
    private readonly Stack<Block> _free = new(MaxReady + 1);
    private Block? _present;
    private int _at;
    private ExceptionDispatchInfo? _failure;
    private bool _isPastHead;
    private bool _isCalled;
    private bool _isReading;
    private bool _ended;
    private bool _isDisposed;

    public override int Read(Span<byte> buffer)
    {
        if (!_isPastHead)
        {
            _isPastHead = true;
            return source.Read(buffer[..Math.Min(buffer.Length, HeadSize)]);
        }

        if ((_present is null || _at == _present.Length) && !Advance())
            return 0;
        ReadOnlySpan<byte> rest = _present!.Bytes.AsSpan(_at, _present.Length - _at);
        int count = Math.Min(buffer.Length, rest.Length);
        rest[..count].CopyTo(buffer);
        _at += count;
        return count;
    }

    /// <summary>What a thread of the pool does.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        lock (_lock)
        {
            _isCalled = false;
            while (!_isReading && !_ended && _ready.Count < MaxReady)
                ReadBlock();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            lock (_lock)
            {
                _ended = true;
                while (_isReading)
                    Monitor.Wait(_lock);
                _failure = null;
            }

            _present?.Release();
            foreach (Block block in _ready)
                block.Release();
            foreach (Block block in _free)
                block.Release();
            _present = null;
            _ready.Clear();
            _free.Clear();
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <returns>Whether there is another block.</returns>
    private bool Advance()
    {
        lock (_lock)
        {
            if (_present is not null)
                _free.Push(_present);
            _present = null;
            while (_ready.Count == 0 && !_ended)
            {
                if (_isReading)
                    Monitor.Wait(_lock);
                else
                    ReadBlock();
            }

            _at = 0;
            if (!_ready.TryDequeue(out _present))
            {
                _failure?.Throw();
                return false;
            }

            // On a single processor a thread of the pool would only take turns with us.
            if (_ready.Count <= MaxReady / 2 && !_isReading && !_isCalled && !_ended && Environment.ProcessorCount > 1)
            {
                _isCalled = true;
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }

            return true;
        }
    }

    /// <summary>Reads one more block, the lock given up meanwhile: others may take blocks, but none may read.</summary>
    private void ReadBlock()
    {
        _isReading = true;
        if (!_free.TryPop(out Block? block))
            block = new Block();
        Monitor.Exit(_lock);
        try
        {
            block.Length = source.ReadAtLeast(block.Bytes.AsSpan(0, BlockSize), BlockSize, throwOnEndOfStream: false);
        }
        catch (Exception e)
        {
            // Whoever comes to this place gets it.
            block.Length = 0;
            _failure = ExceptionDispatchInfo.Capture(e);
        }

        Monitor.Enter(_lock);
        _isReading = false;
        if (block.Length > 0)
            _ready.Enqueue(block);
        else
            _free.Push(block);
        _ended |= block.Length < BlockSize;
        Monitor.PulseAll(_lock);
    }

    private sealed class Block
    {
        public byte[] Bytes { get; } = ArrayPool<byte>.Shared.Rent(BlockSize);

        public int Length { get; set; }

        public void Release() => ArrayPool<byte>.Shared.Return(Bytes, clearArray: true);
    }
}
