using CellsContact.OpenXml.Files;

namespace CellsContact.OpenXml.Tests.Support;

/// <summary>
/// The file system, of which one single step fails, or at which everything stops: then nothing works any more, not
/// even cleaning up, as when the process dies there. Every read, write, flush, look, rename and deletion is a step.
/// </summary>
internal sealed class StoppingFiles(int failingStep, bool stops) : IWorkbookFiles
{
    private static readonly PhysicalWorkbookFiles Real = PhysicalWorkbookFiles.Instance;
    private int _steps;

    /// <summary>The step that failed; empty as long as none has.</summary>
    public string Failure { get; private set; } = "";

    public string Resolve(string path) => Real.Resolve(path);

    public Stream OpenRead(string path) => Step("open", () => new Watched(this, Real.OpenRead(path)));

    public FileStamp? Stamp(string path) => Step("stamp", () => Real.Stamp(path));

    public IDisposable Lock(string path) => Step("lock", () => Real.Lock(path));

    public Stream CreateTemporary(string path) => Step("create", () => new Watched(this, Real.CreateTemporary(path)));

    public void Flush(Stream temporary) => Step("flush", () => Real.Flush(((Watched)temporary).Inner));

    public void Swap(string temporary, string workbook)
    {
        Step("swap", () => Real.Swap(temporary, workbook));
        Step("swapped", () => { });
    }

    public void Place(string temporary, string workbook) => Step("place", () => Real.Place(temporary, workbook));

    public void Delete(string path) => Step("delete", () => Real.Delete(path));

    public IReadOnlyList<string> Find(string folder, string start, string end) => Step("find", () => Real.Find(folder, start, end));

    private void Step(string name, Action action) => Step(name, () =>
    {
        action();
        return 0;
    });

    private T Step<T>(string name, Func<T> action)
    {
        int step = Interlocked.Increment(ref _steps);
        if (step == failingStep || (stops && step > failingStep))
        {
            if (step == failingStep)
                Failure = name;
            throw new IOException("No such luck", 5);
        }

        return action();
    }

    private sealed class Watched(StoppingFiles owner, Stream inner) : Stream
    {
        public Stream Inner => inner;

        public override bool CanRead => inner.CanRead;
        public override bool CanSeek => true;
        public override bool CanWrite => inner.CanWrite;
        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override int Read(byte[] buffer, int offset, int count) => owner.Step("read", () => inner.Read(buffer, offset, count));

        public override void Write(byte[] buffer, int offset, int count) => owner.Step("write", () => inner.Write(buffer, offset, count));

        public override void Flush() => inner.Flush();

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
