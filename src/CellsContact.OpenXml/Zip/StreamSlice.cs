namespace CellsContact.OpenXml.Zip;

/// <summary>A window on a seekable stream with a position of its own, so that several may be read in turn.</summary>
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
        source.Position = start + _read;
        int got = source.Read(buffer);
        _read += got;
        return got;
    }
}
