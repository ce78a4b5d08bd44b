using CellsContact.OpenXml.Zip;
using Microsoft.Win32.SafeHandles;

namespace CellsContact.OpenXml.Files;

/// <summary>
/// The new workbook while it is being written. Every few megabytes a thread of the pool forces what is there onto the
/// disk, so that little is left to wait for in the end.
/// </summary>
internal sealed class TemporaryFile(Stream file, Action toDisk) : Stream
{
    public const int Step = 4 << 20;

    private long _next = Step;
    private FlushAhead? _ahead;

    public override bool CanRead => false;
    public override bool CanSeek => true;
    public override bool CanWrite => true;
    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => file.Position = value;
    }

    public static TemporaryFile Create(string path)
    {
        SafeFileHandle handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        return new TemporaryFile(new FileStream(handle, FileAccess.ReadWrite, bufferSize: 1 << 17), () => RandomAccess.FlushToDisk(handle));
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        file.Write(buffer);

        // On Windows a handle does one thing at a time, and writing would wait for it.
        if (file.Position >= _next && _ahead is null or { IsOver: true } && !OperatingSystem.IsWindows())
        {
            _next = file.Position + Step;
            _ahead?.Finish();
            _ahead = new FlushAhead(toDisk);
            _ahead.Offer();
        }
    }

    /// <summary>Forces everything onto the disk; throws what any flush ahead threw, which the system does not tell twice.</summary>
    public void FlushToDisk()
    {
        _ahead?.Finish();
        file.Flush();
        toDisk();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => file.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _ahead?.Abandon();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private sealed class FlushAhead(Action toDisk) : SharedWork
    {
        protected override void Run() => toDisk();
    }
}
