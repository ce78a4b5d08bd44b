using CellsContact.OpenXml.Files;

namespace CellsContact.OpenXml.Tests.Support;

/// <summary>The file system, with something else happening just before the new file is complete.</summary>
internal sealed class InterferingFiles : IWorkbookFiles
{
    private static readonly PhysicalWorkbookFiles Real = PhysicalWorkbookFiles.Instance;

    public Action BeforeFlush { get; set; } = () => { };

    public string Resolve(string path) => Real.Resolve(path);

    public Stream OpenRead(string path) => Real.OpenRead(path);

    public FileStamp? Stamp(string path) => Real.Stamp(path);

    public IDisposable Lock(string path) => Real.Lock(path);

    public Stream CreateTemporary(string path) => Real.CreateTemporary(path);

    public void Flush(Stream temporary)
    {
        BeforeFlush();
        Real.Flush(temporary);
    }

    public void Swap(string temporary, string workbook) => Real.Swap(temporary, workbook);

    public void Place(string temporary, string workbook) => Real.Place(temporary, workbook);

    public void Delete(string path) => Real.Delete(path);

    public IReadOnlyList<string> Find(string folder, string start, string end) => Real.Find(folder, start, end);
}
