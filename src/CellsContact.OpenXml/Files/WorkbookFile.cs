using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Files;

/// <summary>A workbook opened for reading, and what identifies the content that was read.</summary>
internal sealed class WorkbookFile : IDisposable
{
    private readonly IWorkbookFiles _files;
    private readonly PackageLimits _limits;
    private readonly Stream _stream;
    private readonly FileStamp _stamp;

    private WorkbookFile(IWorkbookFiles files, string path, PackageLimits limits, FileStamp stamp, ReadingPlace place)
    {
        _files = files;
        _limits = limits;
        _stamp = stamp;
        Path = path;
        _stream = files.OpenRead(path);
        try
        {
            RefuseCompoundFile(_stream);
            Package = new ZipReader(_stream, limits, place);
            Map = WorkbookMap.Read(Package);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            // Numbers that are none, ids that occur twice.
            _stream.Dispose();
            throw WorkbookFormatException.Damaged("A part that describes the workbook holds an impossible value.", e);
        }
        catch
        {
            _stream.Dispose();
            throw;
        }
    }

    private WorkbookFile(WorkbookFile other)
    {
        (_files, _limits, _stamp, _stream) = (other._files, other._limits, other._stamp, other._stream);
        (Path, Package, Map) = (other.Path, other.Package.Beside(), other.Map);
    }

    public string Path { get; }

    public ZipReader Package { get; }

    public WorkbookMap Map { get; }

    public bool IsReadOnly => _stamp.IsReadOnly;

    public static WorkbookFile Open(IWorkbookFiles files, string path, PackageLimits limits, ReadingPlace place)
    {
        switch (System.IO.Path.GetExtension(path).ToUpperInvariant())
        {
            case ".XLSX" or ".XLSM":
                break;
            case ".XLS":
                throw new WorkbookFormatException(WorkbookProblem.LegacyWorkbook, "The file is named .xls.");
            case ".XLSB":
                throw new WorkbookFormatException(WorkbookProblem.BinaryWorkbook, "The file is named .xlsb.");
            default:
                throw new WorkbookFormatException(WorkbookProblem.NotAWorkbook, "The file is not named .xlsx or .xlsm.");
        }

        FileStamp stamp = files.Stamp(path) ?? throw WorkbookErrors.NotFound(path, null);
        return new WorkbookFile(files, path, limits, stamp, place);
    }

    /// <summary>Whether the file is still the one that was read.</summary>
    public bool IsUnchanged()
    {
        if (_files.Stamp(Path) is not { } now || now.Length != _stamp.Length || now.LastWriteUtc != _stamp.LastWriteUtc)
            return false;
        using Stream stream = _files.OpenRead(Path);
        return Crc32.Append(0, ZipDirectory.Read(stream, _limits, out _)) == Package.DirectoryCrc;
    }

    /// <summary>The same for another thread to read from meanwhile; it is this one that is to be disposed.</summary>
    public WorkbookFile Beside() => new(this);

    public void Dispose()
    {
        Map.Strings.Dispose();
        _stream.Dispose();
    }

    /// <summary>Encrypted and rights-managed workbooks are OLE compound files, like .xls.</summary>
    private static void RefuseCompoundFile(Stream stream)
    {
        Span<byte> head = stackalloc byte[4];
        int got = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (got == 4 && head.SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new WorkbookFormatException(WorkbookProblem.EncryptedOrLegacy, "The file is an OLE compound file.");
    }
}
