using System.Runtime.CompilerServices;
using System.Text;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Xml;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Sheets;

/// <summary>Walks the rows of a sheet in order, each with its number.</summary>
internal sealed class SheetRows : IDisposable
{
    private readonly RecordReader _reader;

    public SheetRows(ZipReader package, SheetInfo sheet, bool ahead = true)
    {
        ZipEntry entry = package.Find(sheet.Part)
            ?? throw WorkbookFormatException.Damaged("A sheet's part is missing.");
        _reader = new RecordReader(WideText.Open(package, entry, ahead), "sheetData", "row", package.Place, entry.Name);
        Prologue = _reader.ReadPrologue();
        Prefix = _reader.Prefix;
        PrefixLength = Encoding.UTF8.GetByteCount(Prefix);
    }

    /// <summary>What stands before the rows.</summary>
    public byte[] Prologue { get; }

    public string Prefix { get; }

    public int PrefixLength { get; }

    public int Number { get; private set; }

    /// <summary>The row, valid until the next one is read.</summary>
    public RowView Row => new(_reader.Record, _reader.TagEnd);

    /// <summary>Where the row starts in the part; a later pass can go straight to it.</summary>
    public long RowOffset => _reader.RecordOffset;

    /// <summary>Where the row has ended in the part.</summary>
    public long Offset => _reader.Offset;

    /// <summary>What stands before the row as it lies in the part.</summary>
    public ReadOnlySpan<byte> Gap => _reader.Gap;

    public ReadOnlySpan<byte> Bytes => _reader.Record;

    [MethodImpl(HotCode.Optimized)]
    public bool TryRead()
    {
        if (!_reader.TryRead())
            return false;
        int stated = RowView.NumberOf(_reader.Record);
        int number = stated == 0 ? Number + 1 : stated;
        if (number <= Number)
            throw WorkbookFormatException.Damaged("A sheet's rows are out of order.");
        Number = number;
        return true;
    }

    /// <summary>Copies rows as they lie, up to a place that an earlier pass has told.</summary>
    /// <param name="target">Takes the bytes.</param>
    /// <param name="offset">Where to stop; nothing is copied if that is behind already.</param>
    /// <param name="number">The number of the last row before that place.</param>
    public void CopyTo(Stream target, long offset, int number)
    {
        if (offset <= _reader.Offset)
            return;
        _reader.CopyTo(target, offset);
        Number = number;
    }

    /// <summary>What stands behind the rows; to be asked for after the last of them.</summary>
    public byte[] ReadEpilogue() => _reader.ReadEpilogue();

    public void Dispose() => _reader.Dispose();
}
