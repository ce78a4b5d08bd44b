using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Xml;

/// <summary>
/// Reads a part in one forward pass: everything up to a container (<c>sheetData</c>, <c>sst</c>), then its
/// records (<c>row</c>, <c>si</c>) one by one as they lie, then the rest. Memory stays at one record.
/// </summary>
/// <remarks>
/// <para>Only elements of the main namespace count, under whatever prefix the root binds it to, and records only as
/// direct children of the container: an <c>xdr:row</c> elsewhere is never taken for one.</para>
/// <para>Nearly all records follow one another directly and hold neither comments nor instructions nor records of
/// their own. In such a one the first end tag is its end, which is found without looking at anything in between;
/// every other record is read tag by tag.</para>
/// </remarks>
internal sealed class RecordReader : IDisposable
{
    private const int MaxPrologueBytes = 32 << 20;
    private const int MaxRecordBytes = 64 << 20;

    private readonly Stream _stream;
    private readonly ReadingPlace? _place;
    private readonly string _part;
    private readonly byte[] _container;
    private readonly byte[] _record;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(256 << 10);
    private byte[] _recordTag = [];
    private byte[] _recordEnd = [];
    private byte[] _plainEnd = [];
    private int _start;
    private int _filled;
    private int _plainTo;
    private int _gapStart;
    private int _recordStart;
    private int _tagEnd;
    private long _dropped;
    private bool _containerIsEmpty;

    public RecordReader(Stream stream, string container, string record, ReadingPlace? place = null, string part = "")
    {
        _stream = stream;
        (_place, _part) = (place, part);
        _container = Encoding.UTF8.GetBytes(container);
        _record = Encoding.UTF8.GetBytes(record);
    }

    /// <summary>The prefix of the main namespace with its colon, or nothing.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>What stands between the previous record and this one: blanks, comments.</summary>
    public ReadOnlySpan<byte> Gap => _buffer.AsSpan(_gapStart, _recordStart - _gapStart);

    public ReadOnlySpan<byte> Record => _buffer.AsSpan(_recordStart, _start - _recordStart);

    /// <summary>Where the record's start tag ends, counted from the record's start.</summary>
    public int TagEnd => _tagEnd;

    /// <summary>How far into the part the record starts.</summary>
    public long RecordOffset => _dropped + _recordStart;

    /// <summary>How far into the part the reader has come: behind the record.</summary>
    public long Offset => _dropped + _start;

    /// <summary>
    /// Everything up to and including the container's start tag. An empty container (<c>&lt;sheetData/&gt;</c>) is
    /// given as a start tag here and its end tag at the head of <see cref="ReadEpilogue"/>.
    /// </summary>
    public byte[] ReadPrologue()
    {
        while (_filled < 4 && Fill())
        {
        }

        int bom = XmlEncoding.CheckStart(_buffer.AsSpan(0, _filled));
        while (true)
        {
            if (TryFindContainer(bom, out byte[]? prologue))
                return prologue;
            if (_filled > MaxPrologueBytes)
                throw WorkbookFormatException.TooLarge("A sheet's head is larger than the limit.");
            if (!Fill())
                throw WorkbookFormatException.Damaged("A part lacks its main element.");
        }
    }

    /// <summary>Moves to the next record; the spans given before become invalid.</summary>
    [MethodImpl(HotCode.Optimized)]
    public bool TryRead()
    {
        if (_plainTo < _start)
            _plainTo = FindPlainEnd(_start);
        ReadOnlySpan<byte> plain = _buffer.AsSpan(_start, _plainTo - _start);
        int length = plain.StartsWith(_recordTag) ? PlainLength(plain) : 0;
        if (length == 0)
            return TryReadCarefully();
        _gapStart = _recordStart = _start;
        _place?.Set(_part, _dropped + _start);
        _start += length;
        return true;
    }

    /// <summary>The length of the record that starts here, zero if it is not all there or not plain.</summary>
    [MethodImpl(HotCode.Optimized)]
    private int PlainLength(ReadOnlySpan<byte> plain)
    {
        int tagEnd = _tagEnd = XmlAttributes.TagEnd(plain);
        if (tagEnd < 0 || IsNameByte(plain[_recordTag.Length]) || _containerIsEmpty)
            return 0;
        if (plain[tagEnd - 1] == (byte)'/')
            return tagEnd + 1;
        // Where the next one starts this one has ended, if they follow one another as nearly always.
        int next = plain[tagEnd..].IndexOf(_recordTag);
        if (next < 0)
            next = plain.Length - tagEnd;
        ReadOnlySpan<byte> content = plain.Slice(tagEnd, next);
        if (content.EndsWith(_plainEnd) && content.Length < plain.Length - tagEnd)
            return tagEnd + next;
        int end = content.IndexOf(_plainEnd);
        return end < 0 ? 0 : tagEnd + end + _plainEnd.Length;
    }

    private bool TryReadCarefully()
    {
        if (_containerIsEmpty)
            return false;
        _place?.Set(_part, _dropped + _start);
        _gapStart = _recordStart = _start;
        int at = SkipGap(_start);
        if (_buffer[at + 1] == (byte)'/')
            return false;

        EnsureAvailable(ref at, _recordTag.Length + 1);
        if (!_buffer.AsSpan(at, _recordTag.Length).SequenceEqual(_recordTag) || IsNameByte(_buffer[at + _recordTag.Length]))
            throw WorkbookFormatException.Damaged("A part holds something unknown among its records.");
        int end = FindRecordEnd(ref at);
        _recordStart = at;
        _gapStart = _start;
        _start = end;
        _place?.Set(_part, _dropped + at);
        return true;
    }

    /// <summary>
    /// Copies what comes next as it lies, up to a place in the part where a record starts or has ended. The place is
    /// known from having read the part before, so nothing in between is looked at.
    /// </summary>
    public void CopyTo(Stream target, long offset)
    {
        while (true)
        {
            int count = (int)Math.Min(_filled - _start, offset - Offset);
            if (count > 0)
            {
                target.Write(_buffer.AsSpan(_start, count));
                _start += count;
            }

            if (Offset >= offset)
                return;
            _dropped += _filled;
            _start = _plainTo = 0;
            _filled = _stream.Read(_buffer);
            _place?.Set(_part, _dropped);
            if (_filled == 0)
                throw WorkbookFormatException.Damaged("A part ends within its records.");
        }
    }

    /// <summary>The rest from behind the last record.</summary>
    public byte[] ReadEpilogue()
    {
        while (Fill())
        {
            if (_filled - _start > MaxPrologueBytes)
                throw WorkbookFormatException.TooLarge("A sheet's tail is larger than the limit.");
        }

        ReadOnlySpan<byte> rest = _buffer.AsSpan(_start, _filled - _start);
        return _containerIsEmpty ? [.. "</"u8, .. Encoding.UTF8.GetBytes(Prefix), .. _container, .. ">"u8, .. rest] : rest.ToArray();
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = [];
        _stream.Dispose();
    }

    private bool TryFindContainer(int from, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out byte[]? prologue)
    {
        prologue = null;
        var scanner = new XmlScanner(_buffer.AsSpan(0, _filled), from);
        bool sawRoot = false;
        while (scanner.Read())
        {
            if (scanner.Token == XmlToken.Instruction)
                XmlEncoding.CheckDeclaration(scanner);
            if (scanner.Token != XmlToken.Start)
                continue;
            if (!sawRoot)
                AcceptRoot(scanner);
            sawRoot = true;
            if (scanner.Depth <= 1 && scanner.LocalName.SequenceEqual(_container)
                && scanner.Prefix.SequenceEqual(Encoding.UTF8.GetBytes(Prefix)))
            {
                prologue = TakePrologue(scanner);
                return true;
            }
        }

        return false;
    }

    private byte[] TakePrologue(scoped in XmlScanner scanner)
    {
        _start = scanner.End;
        _containerIsEmpty = scanner.IsEmpty;
        if (!scanner.IsEmpty)
            return _buffer.AsSpan(0, scanner.End).ToArray();
        int slash = _buffer.AsSpan(0, scanner.End).LastIndexOf((byte)'/');
        return [.. _buffer.AsSpan(0, slash), .. ">"u8];
    }

    private void AcceptRoot(scoped in XmlScanner root)
    {
        Prefix = Encoding.UTF8.GetString(root.Prefix);
        string attribute = Prefix.Length == 0 ? "xmlns" : "xmlns:" + Prefix[..^1];
        string space = XmlText.Decode(root.Attribute(Encoding.UTF8.GetBytes(attribute)));
        if (!XmlNames.IsMain(space))
            throw WorkbookFormatException.Damaged("A part is not of the spreadsheet namespace.");
        _recordTag = [.. "<"u8, .. Encoding.UTF8.GetBytes(Prefix), .. _record];
        _recordEnd = [.. "</"u8, .. Encoding.UTF8.GetBytes(Prefix), .. _record];
        _plainEnd = [.. _recordEnd, (byte)'>'];
    }

    /// <summary>The offset of the next tag that is neither a comment nor an instruction.</summary>
    private int SkipGap(int at)
    {
        while (true)
        {
            while (at < _filled && XmlAttributes.IsBlank(_buffer[at]))
                at++;
            EnsureAvailable(ref at, 2);
            if (_buffer[at] != (byte)'<')
            {
                if (XmlAttributes.IsBlank(_buffer[at]))
                    continue;
                throw WorkbookFormatException.Damaged("A part holds text among its records.");
            }

            if (_buffer[at + 1] is not ((byte)'!' or (byte)'?'))
                return at;
            var scanner = new XmlScanner(_buffer.AsSpan(0, _filled), at);
            if (scanner.Read())
                at = scanner.End;
            else
                FillOrFail(ref at);
        }
    }

    private int FindRecordEnd(ref int at)
    {
        int tagEnd;
        while ((tagEnd = XmlAttributes.TagEnd(_buffer.AsSpan(at, _filled - at))) < 0)
            FillOrFail(ref at);
        _tagEnd = tagEnd;
        if (_buffer[at + tagEnd - 1] == (byte)'/')
            return at + tagEnd + 1;

        int searched = tagEnd + 1;
        while (true)
        {
            ReadOnlySpan<byte> rest = _buffer.AsSpan(at, _filled - at);
            int found = rest[searched..].IndexOf(_recordEnd);
            int close = found < 0 ? -1 : rest[(searched + found)..].IndexOf((byte)'>');
            if (close >= 0)
            {
                int end = searched + found + close + 1;
                bool isPlain = rest[..end].IndexOf("<!"u8) < 0 && rest[..end].IndexOf("<?"u8) < 0
                    && rest[..end].IndexOf("extLst"u8) < 0;
                return isPlain ? at + end : FindNestedRecordEnd(ref at);
            }

            searched = found < 0 ? Math.Max(searched, rest.Length - _recordEnd.Length) : searched + found;
            FillOrFail(ref at);
        }
    }

    /// <summary>The slow way, for records whose end tag may also occur in a comment, a CDATA section or an extension.</summary>
    private int FindNestedRecordEnd(ref int at)
    {
        while (true)
        {
            var scanner = new XmlScanner(_buffer.AsSpan(0, _filled), at);
            int extension = 0;
            while (scanner.Read())
            {
                if (scanner.Token == XmlToken.Start && scanner.Depth > 0 && extension == 0)
                {
                    // Anything may stand in an extension list; elsewhere the quick way would take a record's end for another's.
                    if (scanner.QualifiedName.SequenceEqual(_recordTag.AsSpan(1)))
                        throw WorkbookFormatException.Damaged("A record lies within another.");
                    if (scanner.LocalName.SequenceEqual("extLst"u8) && !scanner.IsEmpty)
                        extension = scanner.Depth;
                }
                else if (scanner.Token == XmlToken.End && scanner.Depth == extension)
                {
                    if (extension == 0)
                        return scanner.LocalName.SequenceEqual(_record) ? scanner.End : throw WorkbookFormatException.Damaged("An element does not end.");
                    extension = 0;
                }
            }

            FillOrFail(ref at);
        }
    }

    private void EnsureAvailable(ref int at, int count)
    {
        while (_filled - at < count)
            FillOrFail(ref at);
    }

    private void FillOrFail(ref int at)
    {
        int before = _start;
        if (_filled - _start > MaxRecordBytes)
            throw WorkbookFormatException.TooLarge("A record of a sheet is larger than the limit.");
        if (!Fill())
            throw WorkbookFormatException.Damaged("A part ends within its records.");
        at -= before - _start;
    }

    /// <summary>Reads more, moving what is still needed to the front.</summary>
    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _filled - _start).CopyTo(_buffer);
            _dropped += _start;
            _filled -= _start;
            _plainTo = Math.Max(0, _plainTo - _start);
            _start = 0;
        }

        bool isGrowing = _filled == _buffer.Length;
        if (isGrowing)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _filled).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
            _buffer = larger;
        }

        // A record too large for the buffer is looked through again after each read, which then must not bring drops.
        int got = isGrowing
            ? _stream.ReadAtLeast(_buffer.AsSpan(_filled), _buffer.Length - _filled, throwOnEndOfStream: false)
            : _stream.Read(_buffer, _filled, _buffer.Length - _filled);
        bool wasPlain = _plainTo >= _filled - 1;
        _filled += got;
        if (wasPlain)
            _plainTo = FindPlainEnd(_plainTo);
        return got > 0;
    }

    /// <summary>Where the first comment, CDATA section or instruction from here on begins, or may begin behind what is there.</summary>
    [MethodImpl(HotCode.Optimized)]
    private int FindPlainEnd(int from)
    {
        ReadOnlySpan<byte> rest = _buffer.AsSpan(from, _filled - from);
        int at = 0;
        int found;
        while ((found = rest[at..].IndexOfAny((byte)'!', (byte)'?')) >= 0)
        {
            at += found;
            if (at > 0 && rest[at - 1] == (byte)'<')
                return from + at - 1;
            at++;
        }

        return rest.EndsWith("<"u8) ? _filled - 1 : _filled;
    }

    private static bool IsNameByte(byte b) => !XmlAttributes.IsBlank(b) && b is not ((byte)'>' or (byte)'/');
}
