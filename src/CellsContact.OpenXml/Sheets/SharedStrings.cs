using System.Globalization;
using System.Runtime.CompilerServices;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Xml;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Sheets;

/// <summary>
/// The shared strings, read when first asked for and kept as UTF-8 that is decoded string by string: few of them are
/// ever looked at. Short numbers, which every row is found by, are kept as numbers. Positions are counted, since the
/// counts a file states are often wrong. A thread of the pool may read them while the workbook's other parts are read.
/// </summary>
internal sealed class SharedStrings : IDisposable
{
    private const int MaxStrings = 1 << 24;
    private const int PageBits = 13;
    private const int NumberBits = 24;
    private const int MaxNumberDigits = 7;

    /// <summary>For each string where its text lies, or, negative, the complement of a number and its count of digits.</summary>
    private readonly List<int[]> _places = [];
    private readonly TextStore _texts = new();
    private readonly ZipReader _package;
    private readonly Loading? _loading;
    private int _count;
    private bool _isLoaded;

    public SharedStrings(ZipReader package, ZipEntry? part)
    {
        _package = package;
        if (part is null)
            return;
        _loading = new Loading(this, package, part);
        _loading.Offer();
    }

    public string Get(string index)
    {
        if (!_isLoaded)
            Load();
        if (!int.TryParse(index, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int at)
            || at >= _count)
        {
            throw WorkbookFormatException.Damaged("A cell refers to a shared string that is not there.");
        }

        if (PlaceOf(at) < 0)
            return NumberAt(at).ToString();
        ReadOnlySpan<byte> item = _texts.Read(PlaceOf(at));
        if (item.IsEmpty || item[0] != (byte)'<')
            return XmlText.UnescapeCellText(XmlText.Decode(item));
        var scanner = new XmlScanner(item);
        scanner.Read();
        return scanner.IsEmpty ? "" : RichText.Read(ref scanner);
    }

    /// <summary>The string if it is a short number, else empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ShownNumber NumberAt(int index)
    {
        if (!_isLoaded)
            Load();
        if (index >= _count || PlaceOf(index) is not (< 0 and var place))
            return default;
        int packed = ~place;
        return new ShownNumber((ulong)(packed & ((1 << NumberBits) - 1)), packed >> NumberBits, null);
    }

    private int PlaceOf(int index) => _places[index >> PageBits][index & ((1 << PageBits) - 1)];

    private void Load()
    {
        try
        {
            _loading?.Finish();
        }
        catch
        {
            _package.Place.Current = _loading!.Place.Current;
            throw;
        }

        _isLoaded = true;
    }

    /// <summary>To be called before the package is closed.</summary>
    public void Dispose() => _loading?.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LoadAll(RecordReader reader)
    {
        while (reader.TryRead())
        {
            ReadOnlySpan<byte> item = reader.Record;
            ReadOnlySpan<byte> plain = PlainText(item, out bool isPlain);
            ShownNumber number = isPlain && plain.Length <= MaxNumberDigits ? ShownNumber.OfDigits(plain) : default;
            if ((_count & ((1 << PageBits) - 1)) == 0)
                _places.Add(new int[1 << PageBits]);
            _places[_count >> PageBits][_count & ((1 << PageBits) - 1)] =
                number.Digits > 0 ? ~((number.Digits << NumberBits) | (int)number.Value) : _texts.Add(isPlain ? plain : item);
            if (++_count > MaxStrings)
                throw WorkbookFormatException.TooLarge("The workbook's shared strings are more than the limit.");
        }
    }

    /// <summary>
    /// The text of an item that is a single <c>t</c>, with phonetic runs or without; any other is kept whole. A text
    /// cannot start with the sign that tells the two apart.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ReadOnlySpan<byte> PlainText(ReadOnlySpan<byte> item, out bool isPlain)
    {
        isPlain = false;
        if (!item.StartsWith("<si><t"u8) || item["<si><t"u8.Length] is not ((byte)'>' or (byte)' ') || item.IndexOf("<!"u8) >= 0)
            return default;
        int start = item["<si><t"u8.Length] == (byte)'>'
            ? "<si><t>"u8.Length
            : XmlAttributes.TagEnd(item["<si>"u8.Length..]) + "<si>"u8.Length + 1;
        int length = item[start..].IndexOf((byte)'<');
        if (item[start - 2] == (byte)'/' || length < 0 || !item[(start + length)..].StartsWith("</t>"u8))
            return default;
        isPlain = true;
        return item.Slice(start, length);
    }

    private sealed class Loading : SharedWork, IDisposable
    {
        private readonly SharedStrings _strings;
        private readonly RecordReader _reader;

        public Loading(SharedStrings strings, ZipReader package, ZipEntry part)
        {
            _strings = strings;
            _reader = new RecordReader(WideText.Open(package, part), "sst", "si", Place, part.Name);
            Place.Set(part.Name, 0);
        }

        /// <summary>How far it has come: meanwhile, other parts are being read.</summary>
        public ReadingPlace Place { get; } = new();

        public void Dispose()
        {
            Abandon();
            _reader.Dispose();
        }

        protected override void Run()
        {
            _reader.ReadPrologue();
            _strings.LoadAll(_reader);
            _reader.ReadEpilogue();
            _reader.Dispose();
        }
    }
}
