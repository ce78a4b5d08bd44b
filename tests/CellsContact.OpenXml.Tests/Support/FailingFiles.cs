using CellsContact.OpenXml.Files;

namespace CellsContact.OpenXml.Tests.Support;

/// <summary>The file system, until a given step: from then on every step that writes finds the disk full.</summary>
internal sealed class FailingFiles(int failingStep) : IWorkbookFiles
{
    private static readonly PhysicalWorkbookFiles Real = PhysicalWorkbookFiles.Instance;
    private int _steps;

    public bool HasFailed { get; private set; }

    /// <summary>The step that failed.</summary>
    public string Failure { get; private set; } = "";

    public string Resolve(string path) => Real.Resolve(path);

    public Stream OpenRead(string path) => Step("open", () => Real.OpenRead(path));

    public FileStamp? Stamp(string path) => Real.Stamp(path);

    public IDisposable Lock(string path) => Step("lock", () => Real.Lock(path));

    public Stream CreateTemporary(string path) => Step("create", () => new Writes(this, Real.CreateTemporary(path)));

    public void Flush(Stream temporary) => Step("flush", () =>
    {
        Real.Flush(((Writes)temporary).Inner);
        return 0;
    });

    public void Swap(string temporary, string workbook) => Step("swap", () =>
    {
        Real.Swap(temporary, workbook);
        return 0;
    });

    public void Place(string temporary, string workbook) => Step("place", () =>
    {
        Real.Place(temporary, workbook);
        return 0;
    });

    public void Delete(string path) => Real.Delete(path);

    public IReadOnlyList<string> Find(string folder, string start, string end) => Real.Find(folder, start, end);

    private T Step<T>(string name, Func<T> action)
    {
        if (++_steps < failingStep)
            return action();
        (HasFailed, Failure) = (true, name);
        throw new IOException("No space left on device", 28);
    }

    private sealed class Writes(FailingFiles owner, Stream inner) : Stream
    {
        public Stream Inner => inner;

        public override bool CanRead => false;
        public override bool CanSeek => true;
        public override bool CanWrite => true;
        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            byte[] copy = buffer.ToArray();
            owner.Step("write", () =>
            {
                inner.Write(copy);
                return 0;
            });
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void SetLength(long value) => inner.SetLength(value);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
