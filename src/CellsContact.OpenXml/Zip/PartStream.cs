using System.IO.Compression;
using CellsContact.OpenXml.Workbooks;

namespace CellsContact.OpenXml.Zip;

/// <summary>Inflates one part and trusts nothing: more bytes than stated, fewer, or others are an error.</summary>
internal sealed class PartStream(Stream raw, ZipEntry entry) : ReadOnlyStream
{
    private readonly Stream _content =
        entry.Method == ZipEntry.Stored ? raw : new DeflateStream(raw, CompressionMode.Decompress);

    private long _read;
    private uint _crc;
    private bool _checked;

    public override int Read(Span<byte> buffer)
    {
        int got;
        try
        {
            got = _content.Read(buffer);
        }
        catch (InvalidDataException e)
        {
            throw WorkbookFormatException.Damaged("A part's compressed data is damaged.", e);
        }

        _read += got;
        if (_read > entry.Size)
            throw WorkbookFormatException.Damaged("A part of the package is longer than stated.");
        _crc = Crc32.Append(_crc, buffer[..got]);
        if (got == 0 && buffer.Length > 0 && !_checked)
        {
            _checked = true;
            if (_read != entry.Size || _crc != entry.Crc)
                throw WorkbookFormatException.Damaged("A part's content does not match its checksum.");
        }

        return got;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content.Dispose();
        base.Dispose(disposing);
    }
}
