using System.IO.Compression;
using System.Runtime.CompilerServices;
using CellsContact.OpenXml.Workbooks;

namespace CellsContact.OpenXml.Sheets;

/// <summary>
/// Many texts in few arrays. Each ends with a zero, which no XML text can hold. A place is a page and an offset in it; a
/// text that is larger than a page gets one of its own. Beyond some pages each further one is deflated once it is full,
/// to about a fourth: few texts of a large workbook are ever read, and those of one row mostly lie in one page.
/// </summary>
internal sealed class TextStore
{
    private const int PageBits = 15;
    private const int PageSize = 1 << PageBits;
    private const int PlainPages = 96;

    private const long MaxKeptBytes = 256 << 20;

    private readonly List<byte[]> _pages = [];
    private long _kept;
    private byte[] _page = [];
    private int _used = PageSize;
    private byte[] _unpacked = [];
    private int _unpackedPage = -1;

    /// <returns>The place to read it from.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Add(ReadOnlySpan<byte> text)
    {
        if (_used + text.Length >= PageSize)
            TurnPage(text.Length + 1);
        int place = ((_pages.Count - 1) << PageBits) | _used;
        text.CopyTo(_page.AsSpan(_used));
        _used += text.Length;
        _page[_used++] = 0;
        return place;
    }

    public ReadOnlySpan<byte> Read(int place)
    {
        int number = place >> PageBits;
        byte[] page = number < PlainPages ? _pages[number] : number == _pages.Count - 1 ? _page : Unpack(number);
        ReadOnlySpan<byte> rest = page.AsSpan(place & (PageSize - 1));
        return rest[..rest.IndexOf((byte)0)];
    }

    private void TurnPage(int length)
    {
        bool isKept = _pages.Count <= PlainPages;
        if (!isKept)
            _pages[^1] = Pack(_page.AsSpan(0, _used));
        _kept += _pages.Count == 0 ? 0 : _pages[^1].Length;
        if (_pages.Count > int.MaxValue >> PageBits || _kept + length > MaxKeptBytes)
            throw WorkbookFormatException.TooLarge("The workbook's shared strings are larger than the limit.");
        if (isKept || _page.Length < length)
            _page = new byte[Math.Max(PageSize, length)];
        _pages.Add(_page);
        _used = 0;
    }

    private static byte[] Pack(ReadOnlySpan<byte> page)
    {
        using var packed = new MemoryStream(PageSize / 2);
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(page);
        return packed.ToArray();
    }

    private byte[] Unpack(int number)
    {
        if (number == _unpackedPage)
            return _unpacked;
        using var inflate = new DeflateStream(new MemoryStream(_pages[number]), CompressionMode.Decompress);
        (_unpackedPage, int used) = (number, 0);
        if (_unpacked.Length == 0)
            _unpacked = new byte[PageSize];
        for (int got; (got = inflate.Read(_unpacked, used, _unpacked.Length - used)) > 0 || used == _unpacked.Length; used += got)
        {
            if (used == _unpacked.Length)
                Array.Resize(ref _unpacked, used * 2);
        }

        return _unpacked;
    }
}
