namespace CellsContact.OpenXml.Zip;

/// <summary>A window on a seekable stream with a position of its own, so that several may be read in turn, each by one thread at a time.</summary>
internal sealed class StreamSlice(Stream source, long start, long length) : ReadOnlyStream
{
    private long _read;

    public override int Read(Span<byte> buffer)
    {
        long left = length - _read;
        if (left <= 0)
            return 0;
        if (buffer.Length > left)
            buffer = buffer[..(int)left];
        int got;
        lock (source)
        {
            source.Position = start + _read;
            got = source.Read(buffer);
        }

        _read += got;
        return got;
    }
}
