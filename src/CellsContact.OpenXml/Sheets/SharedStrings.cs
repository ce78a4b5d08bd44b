using System.Globalization;
using System.Runtime.CompilerServices;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Xml;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Sheets;

/// <summary>
/// The shared strings, kept as UTF-8 that is decoded string by string: few of them are ever looked at. Short numbers, which
/// every row is found by, are kept as numbers. Positions are counted, since the counts a file states are often wrong.
/// </summary>
/// <remarks>
/// A thread of the pool reads them while the workbook's other parts are read. Whoever asks for one waits until it has come
/// so far, or reads them all himself if no thread has begun.
/// </remarks>
internal sealed class SharedStrings : IDisposable
{
    private const int MaxStrings = 1 << 24;
    private const int PageBits = 13;
    private const int NumberBits = 24;
    private const int MaxNumberDigits = 7;

    private readonly TextStore _texts = new();
    private readonly ZipReader _package;
    private readonly Loading? _loading;
    private readonly object _progress = new();

    /// <summary>For each string where its text lies, or, negative, the complement of a number and its count of digits.</summary>
    private int[][] _places = [];
    private volatile int _count;
    private volatile int _awaited = int.MaxValue;

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
        if (!int.TryParse(index, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int at)
            || !Has(at))
        {
            throw WorkbookFormatException.Damaged("A cell refers to a shared string that is not there.");
        }

        int place = PlaceOf(at);
        if (place < 0)
            return NumberAt(at).ToString();
        if (!TextStore.IsSettled(place))
            Complete();
        // What is read lies in a page at hand, which the next who reads may put another one in place of.
        lock (_texts)
        {
            ReadOnlySpan<byte> item = _texts.Read(place);
            if (item.IsEmpty || item[0] != (byte)'<')
                return XmlText.UnescapeCellText(XmlText.Decode(item));
            var scanner = new XmlScanner(item);
            scanner.Read();
            return scanner.IsEmpty ? "" : RichText.Read(ref scanner);
        }
    }

    /// <summary>The string if it is a short number, else empty.</summary>
    [MethodImpl(HotCode.Optimized)]
    public ShownNumber NumberAt(int index)
    {
        if (!Has(index) || PlaceOf(index) is not (< 0 and var place))
            return default;
        int packed = ~place;
        return new ShownNumber((ulong)(packed & ((1 << NumberBits) - 1)), packed >> NumberBits, null);
    }

    /// <summary>Comes back once all are read and found to be sound, whether anybody has asked for one or not.</summary>
    public void Complete()
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
    }

    /// <summary>To be called before the package is closed.</summary>
    public void Dispose() => _loading?.Dispose();

    private bool Has(int index)
    {
        if (index < _count)
            return true;
        if (_loading is null)
            return false;
        if (!_loading.TryExecute())
        {
            lock (_progress)
            {
                while (index >= _count && !_loading.IsOver)
                {
                    _awaited = Math.Min(_awaited, index);
                    Monitor.Wait(_progress);
                }
            }
        }

        if (index < _count)
            return true;
        Complete();
        return false;
    }

    private int PlaceOf(int index) => _places[index >> PageBits][index & ((1 << PageBits) - 1)];

    private void TellWhoWaits()
    {
        lock (_progress)
        {
            _awaited = int.MaxValue;
            Monitor.PulseAll(_progress);
        }
    }

    [MethodImpl(HotCode.Optimized)]
    private void LoadAll(RecordReader reader)
    {
        int count = 0;
        while (reader.TryRead())
        {
            ReadOnlySpan<byte> item = reader.Record;
            ReadOnlySpan<byte> plain = PlainText(item, out bool isPlain);
            ShownNumber number = isPlain && plain.Length <= MaxNumberDigits ? ShownNumber.OfDigits(plain) : default;
            int at = count & ((1 << PageBits) - 1);
            if (at == 0)
                _places = [.. _places, new int[1 << PageBits]];
            _places[^1][at] = number.Digits > 0 ? ~((number.Digits << NumberBits) | (int)number.Value) : _texts.Add(isPlain ? plain : item);
            if (++count > MaxStrings)
                throw WorkbookFormatException.TooLarge("The workbook's shared strings are more than the limit.");
            // From here on others may read it.
            _count = count;
            if (count > _awaited)
                TellWhoWaits();
        }
    }

    /// <summary>
    /// The text of an item that is a single <c>t</c>, with phonetic runs or without; any other is kept whole. A text
    /// cannot start with the sign that tells the two apart.
    /// </summary>
    [MethodImpl(HotCode.Optimized)]
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

        protected override void Ended() => _strings.TellWhoWaits();
    }
}
