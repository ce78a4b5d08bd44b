using System.Runtime.CompilerServices;
using CellsContact.OpenXml.Workbooks;

namespace CellsContact.OpenXml.Sheets;

/// <summary>
/// Many texts in few arrays. Each ends with a zero, which no XML text can hold. A place is a page and an offset in it; a
/// text that is larger than a page gets one of its own.
/// </summary>
internal sealed class TextStore
{
    private const int PageBits = 18;

    private const long MaxKeptBytes = 256 << 20;

    private readonly List<byte[]> _pages = [];
    private long _kept;
    private int _used = 1 << PageBits;

    /// <returns>The place to read it from.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Add(ReadOnlySpan<byte> text)
    {
        if (_used + text.Length >= 1 << PageBits)
        {
            _kept += Math.Max(1 << PageBits, text.Length + 1);
            if (_kept > MaxKeptBytes)
                throw WorkbookFormatException.TooLarge("The workbook's shared strings are larger than the limit.");
            _pages.Add(new byte[Math.Max(1 << PageBits, text.Length + 1)]);
            _used = 0;
        }

        int place = ((_pages.Count - 1) << PageBits) | _used;
        byte[] page = _pages[^1];
        text.CopyTo(page.AsSpan(_used));
        _used += text.Length + 1;
        return place;
    }

    public ReadOnlySpan<byte> Read(int place)
    {
        ReadOnlySpan<byte> rest = _pages[place >> PageBits].AsSpan(place & ((1 << PageBits) - 1));
        return rest[..rest.IndexOf((byte)0)];
    }
}
