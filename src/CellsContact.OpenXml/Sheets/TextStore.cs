using System.IO.Compression;
using System.Runtime.CompilerServices;
using CellsContact.OpenXml.Workbooks;

namespace CellsContact.OpenXml.Sheets;

/// <summary>
/// Many texts in few arrays. Each ends with a zero, which no XML text can hold. A place is a page and an offset in it; a
/// text that is larger than a page gets one of its own. Beyond some pages each further one is deflated once it is full,
/// to about a fourth: few texts of a large workbook are ever read, those of one row mostly lie in one page, and the
/// last few pages read are kept at hand.
/// </summary>
internal sealed class TextStore
{
    private const int PageBits = 14;
    private const int PageSize = 1 << PageBits;
    private const int PlainPages = 64;
    private const int QuickPages = 256;
    private const int PagesAtHand = 8;

    private const long MaxKeptBytes = 256 << 20;

    private byte[][] _pages = new byte[PlainPages][];
    private int _count;
    private long _kept;
    private byte[] _page = [];
    private int _used = PageSize;
    private readonly (int Number, byte[] Page)[] _atHand = new (int, byte[])[PagesAtHand];
    private int _oldest;

    /// <summary>What one page after the other is deflated into.</summary>
    private MemoryStream Packed { get; } = new();

    /// <returns>The place to read it from.</returns>
    [MethodImpl(HotCode.Optimized)]
    public int Add(ReadOnlySpan<byte> text)
    {
        if (_used + text.Length >= PageSize)
            TurnPage(text.Length + 1);
        int place = ((_count - 1) << PageBits) | _used;
        text.CopyTo(_page.AsSpan(_used));
        _used += text.Length;
        _page[_used++] = 0;
        return place;
    }

    /// <summary>Whether a text can be read while others are still being added.</summary>
    public static bool IsSettled(int place) => place >> PageBits < PlainPages;

    public ReadOnlySpan<byte> Read(int place)
    {
        int number = place >> PageBits;
        byte[] page = number < PlainPages ? _pages[number] : number == _count - 1 ? _page : Unpack(number);
        ReadOnlySpan<byte> rest = page.AsSpan(place & (PageSize - 1));
        return rest[..rest.IndexOf((byte)0)];
    }

    private void TurnPage(int length)
    {
        bool isKept = _count <= PlainPages;
        if (!isKept)
            _pages[_count - 1] = Pack(_page.AsSpan(0, _used));
        _kept += _count == 0 ? 0 : _pages[_count - 1].Length;
        if (_count > int.MaxValue >> PageBits || _kept + length > MaxKeptBytes)
            throw WorkbookFormatException.TooLarge("The workbook's shared strings are larger than the limit.");
        if (isKept || _page.Length < length)
            _page = new byte[Math.Max(PageSize, length)];
        if (_count == _pages.Length)
            Array.Resize(ref _pages, _count * 2);
        _pages[_count++] = _page;
        _used = 0;
    }

    /// <summary>A quarter less is kept, for half as much work again, where there is much to keep.</summary>
    private byte[] Pack(ReadOnlySpan<byte> page)
    {
        var level = new ZLibCompressionOptions { CompressionLevel = _count < QuickPages ? 1 : 2 };
        Packed.SetLength(0);
        using (var deflate = new DeflateStream(Packed, level, leaveOpen: true))
            deflate.Write(page);
        return Packed.ToArray();
    }

    private byte[] Unpack(int number)
    {
        // The first page is never packed, so that its number stands for none.
        foreach ((int at, byte[] page) in _atHand)
        {
            if (at == number)
                return page;
        }

        byte[] unpacked = _atHand[_oldest].Page ?? new byte[PageSize];
        using var inflate = new DeflateStream(new MemoryStream(_pages[number]), CompressionMode.Decompress);
        int used = 0;
        for (int got; (got = inflate.Read(unpacked, used, unpacked.Length - used)) > 0 || used == unpacked.Length; used += got)
        {
            if (used == unpacked.Length)
                Array.Resize(ref unpacked, used * 2);
        }

        _atHand[_oldest] = (number, unpacked);
        _oldest = (_oldest + 1) % PagesAtHand;
        return unpacked;
    }
}
