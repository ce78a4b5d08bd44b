using System.Buffers;

namespace CellsContact.OpenXml.Zip;

/// <summary>
/// Reads the next block of a stream while the present one is being looked at: inflating takes about as long as scanning.
/// Whoever only looks at the head, as for a sheet's column names, causes no more to be read.
/// </summary>
internal sealed class ReadAheadStream(Stream source) : ReadOnlyStream
{
    public const int BlockSize = 1 << 18;
    private const int HeadSize = 1 << 15;

    private byte[] _present = [];
    private byte[] _spare = [];
    private Block? _next;
    private int _length;
    private int _at;
    private bool _isPastHead;
    private bool _ended;
    private bool _isDisposed;

    public override int Read(Span<byte> buffer)
    {
        if (!_isPastHead)
        {
            _isPastHead = true;
            return source.Read(buffer[..Math.Min(buffer.Length, HeadSize)]);
        }

        if (_at == _length && !_ended)
            Advance();
        int count = Math.Min(buffer.Length, _length - _at);
        _present.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            _next?.Abandon();
            if (_present.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(_present, clearArray: true);
                ArrayPool<byte>.Shared.Return(_spare, clearArray: true);
            }

            _present = _spare = [];
            (_at, _length, _ended) = (0, 0, true);
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Advance()
    {
        if (_present.Length == 0)
            (_present, _spare) = (ArrayPool<byte>.Shared.Rent(BlockSize), ArrayPool<byte>.Shared.Rent(BlockSize));
        Block block = _next ?? new Block(source, _spare);
        _next = null;
        block.Finish();
        (_present, _spare) = (_spare, _present);
        (_at, _length, _ended) = (0, block.Length, block.Length == 0);
        if (_ended)
            return;
        _next = new Block(source, _spare);
        _next.Offer();
    }

    private sealed class Block(Stream source, byte[] bytes) : SharedWork
    {
        public int Length { get; private set; }

        protected override void Run() => Length = source.ReadAtLeast(bytes.AsSpan(0, BlockSize), BlockSize, throwOnEndOfStream: false);
    }
}
