using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Xml;

namespace CellsContact.OpenXml.Sheets;

/// <summary>Walks the cells of a row in one pass without looking into them.</summary>
internal ref struct CellScanner
{
    // As they lie in the eight bytes that are compared at a time.
    private const ulong CellTag = 0x223D_7220_633C; // <c r="
    private const ulong StyleAttribute = 0x22_3D73_2022; // " s="
    private const ulong TypeAttribute = 0x22_3D74_2022; // " t="
    private const ulong EndOfTag = 0x3E22; // ">
    private const ulong Value = 0x3E763C; // <v>
    private const ulong EndOfValue = 0x3E63_2F3C_3E76_2F3C; // </v></c>
    private const ulong EightTagSigns = 0x3C3C_3C3C_3C3C_3C3C; // <<<<<<<<

    private readonly ReadOnlySpan<byte> _row;
    private readonly int _prefix;

    // The row's number as its first cell states it, with the sign behind: that of the next is the same, nearly always.
    private ulong _number = ulong.MaxValue;
    private ulong _numberMask = ulong.MaxValue;
    private int _numberLength;

    public CellScanner(ReadOnlySpan<byte> row, int from, int prefixLength)
    {
        _row = row;
        _prefix = prefixLength;
        Start = End = from;
    }

    /// <summary>The column, from the cell's reference or from its place.</summary>
    public int Column { get; private set; }

    public int Start { get; private set; }

    public int End { get; private set; }

    /// <summary>The index of the cell's format, -1 if it states none.</summary>
    public int Style { get; private set; }

    /// <summary>The cell's <c>t</c>, empty for numbers.</summary>
    public ReadOnlySpan<byte> Type { get; private set; }

    /// <summary>Whether the cell states <c>ph</c>, i.e. shows its phonetic text.</summary>
    public bool ShowsPhonetic { get; private set; }

    /// <summary>Just behind the start tag.</summary>
    public int ContentStart { get; private set; }

    /// <summary>What stands between the cell's tags.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>One cell by itself.</summary>
    public static CellScanner Parse(ReadOnlySpan<byte> cell, int prefixLength)
    {
        var scanner = new CellScanner(cell, 0, prefixLength);
        scanner.Read();
        return scanner;
    }

    /// <summary>Moves to the next cell; others' elements between the cells are stepped over.</summary>
    public bool Read() => ReadCommon() || ReadAny();

    /// <summary>Reads the content, resolving shared strings; phonetic text is not part of it.</summary>
    public readonly CellContent ReadContent(SharedStrings strings)
    {
        if (Content.IsEmpty)
            return CellContent.Blank;
        bool hasFormula = false;
        string? value = null;
        string? inline = null;
        var scanner = new XmlScanner(Content);
        while (scanner.Read())
        {
            if (scanner.Token != XmlToken.Start)
                continue;
            if (scanner.LocalName.SequenceEqual("f"u8))
            {
                hasFormula = true;
                scanner.Skip();
            }
            else if (scanner.LocalName.SequenceEqual("v"u8) && !scanner.IsEmpty)
            {
                value = RichText.ReadElementText(ref scanner);
            }
            else if (scanner.LocalName.SequenceEqual("is"u8) && !scanner.IsEmpty)
            {
                inline = RichText.Read(ref scanner);
            }
            else
            {
                scanner.Skip();
            }
        }

        return Interpret(hasFormula, value, inline, strings);
    }

    private readonly CellContent Interpret(bool hasFormula, string? value, string? inline, SharedStrings strings)
    {
        string text = Type switch
        {
            _ when inline is not null => inline,
            _ when value is null => "",
            _ when Type.SequenceEqual("s"u8) => strings.Get(value),
            _ when Type.SequenceEqual("str"u8) => XmlText.UnescapeCellText(value),
            _ => value,
        };
        if (hasFormula)
            return new CellContent(CellKind.Formula, text);
        if (text.Length == 0)
            return CellContent.Blank;
        CellKind kind = Type switch
        {
            _ when Type.IsEmpty || Type.SequenceEqual("n"u8) => CellKind.Number,
            _ when Type.SequenceEqual("b"u8) => CellKind.Boolean,
            _ when Type.SequenceEqual("e"u8) => CellKind.Error,
            _ when Type.SequenceEqual("d"u8) => CellKind.Date,
            _ => CellKind.Text,
        };
        return new CellContent(kind, kind == CellKind.Number ? text.Trim() : text);
    }

    /// <summary>
    /// Reads a cell as Excel and most others write it, <c>&lt;c r="AB12" s="3" t="s"&gt;…&lt;/c&gt;</c>, right behind the
    /// one before; this is several times faster than taking names and attributes as they come.
    /// </summary>
    /// <returns>False, with nothing read, for every other.</returns>
    [MethodImpl(HotCode.Optimized)]
    private bool ReadCommon()
    {
        ReadOnlySpan<byte> row = _row;
        int at = End;
        if (_prefix > 0 || (EightAt(row, at) & 0xFFFF_FFFF_FFFF) != CellTag)
            return false;
        at += 6;
        int column = 0;
        uint sign;
        for (; at < row.Length && (sign = row[at] - (uint)'A') < 26 && column <= CellReference.MaxColumns; at++)
            column = (column * 26) + (int)sign + 1;
        if (((EightAt(row, at) ^ _number) & _numberMask) != 0 && !TakeNumber(at))
            return false;
        at += _numberLength;
        if (column <= Column || column > CellReference.MaxColumns)
            return false;

        int style = -1;
        ulong next = EightAt(row, at);
        if ((next & 0xFF_FFFF_FFFF) == StyleAttribute)
        {
            style = 0;
            int digits = at += 5;
            for (; at < row.Length && (sign = row[at] - (uint)'0') < 10 && style < 1_000_000; at++)
                style = (style * 10) + (int)sign;
            if (at == digits)
                return false;
            next = EightAt(row, at);
        }

        ReadOnlySpan<byte> type = default;
        if ((next & 0xFF_FFFF_FFFF) == TypeAttribute)
        {
            at += 5;
            int length = row[at..].StartsWith("s\""u8) ? 1 : row[at..].IndexOf((byte)'"');
            if (length <= 0)
                return false;
            type = row.Slice(at, length);
            at += length;
            next = EightAt(row, at);
        }

        int contentStart, contentLength, end;
        if ((next & 0xFFFF) == EndOfTag)
        {
            contentStart = at + 2;
            contentLength = CommonContentLength(row[contentStart..]);
            if (contentLength < 0)
                return false;
            end = contentStart + contentLength + 4;
        }
        else if (row[at..].StartsWith("\"/>"u8))
        {
            (contentStart, contentLength, end) = (at + 3, 0, at + 3);
        }
        else
        {
            return false;
        }

        (Start, End, Column, Style, ShowsPhonetic, ContentStart) = (End, end, column, style, false, contentStart);
        Type = type;
        Content = row.Slice(contentStart, contentLength);
        return true;
    }

    /// <summary>Takes the row number of the first cell, to compare those of the others with.</summary>
    private bool TakeNumber(int from)
    {
        int at = from;
        while (at < _row.Length && _row[at] - (uint)'0' < 10)
            at++;
        if (at == from || at - from > 6)
            return false;
        _numberLength = at - from;
        _numberMask = ulong.MaxValue >> (8 * (7 - _numberLength));
        _number = EightAt(_row, from);
        return true;
    }

    /// <summary>How far it is to the cell's end tag, -1 if that is not plain to see. Most cells hold a value and nothing else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CommonContentLength(ReadOnlySpan<byte> rest)
    {
        if ((EightAt(rest, 0) & 0xFF_FFFF) == Value)
        {
            // The lowest byte that is zero marks the first '<'; short values are nearly all, so there is no search.
            ulong others = EightAt(rest, 3) ^ EightTagSigns;
            ulong zeros = (others - 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080;
            int at = 3 + (BitOperations.TrailingZeroCount(zeros) / 8);
            while (at < rest.Length && rest[at] != (byte)'<')
                at++;
            if (EightAt(rest, at) == EndOfValue)
                return at + 4;
        }

        int length = rest.IndexOf("</c>"u8);
        return length < 0 || rest[..length].IndexOf("<!"u8) >= 0 ? -1 : length;
    }

    /// <summary>Eight bytes from a place on, zero if there are fewer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EightAt(ReadOnlySpan<byte> bytes, int at) =>
        at <= bytes.Length - sizeof(ulong) ? BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]) : 0;

    private bool ReadAny()
    {
        while (true)
        {
            int tag = _row[End..].IndexOf((byte)'<');
            if (tag < 0)
                return false;
            Start = End + tag;
            ReadOnlySpan<byte> rest = _row[Start..];
            if (IsCell(rest))
            {
                ReadCell(rest);
                return true;
            }

            var other = new XmlScanner(_row, Start);
            if (!other.Read())
                throw WorkbookFormatException.Damaged("A row ends within a tag.");
            other.Skip();
            End = other.End;
        }
    }

    private readonly bool IsCell(ReadOnlySpan<byte> tag) =>
        tag.Length > _prefix + 2 && tag[_prefix + 1] == (byte)'c'
        && (tag[_prefix + 2] is (byte)'>' or (byte)'/' || XmlAttributes.IsBlank(tag[_prefix + 2]));

    private void ReadCell(ReadOnlySpan<byte> rest)
    {
        int tagEnd = XmlAttributes.TagEnd(rest) + 1;
        if (tagEnd == 0)
            throw WorkbookFormatException.Damaged("A cell's tag does not end.");
        ReadAttributes(rest[..tagEnd]);
        ContentStart = Start + tagEnd;
        if (rest[tagEnd - 2] == (byte)'/')
        {
            Content = default;
            End = Start + tagEnd;
            return;
        }

        int close = FindEndTag(rest, tagEnd);
        Content = rest[tagEnd..close];
        int after = rest[close..].IndexOf((byte)'>');
        End = Start + close + after + 1;
    }

    private readonly int FindEndTag(ReadOnlySpan<byte> rest, int from)
    {
        // "</c" plus '>' or a blank, so that another element whose name starts with c is not taken for it.
        Span<byte> endTag = stackalloc byte[_prefix + 3];
        "</"u8.CopyTo(endTag);
        rest.Slice(1, _prefix + 1).CopyTo(endTag[2..]);
        int at = from;
        while (true)
        {
            int found = rest[at..].IndexOf(endTag);
            if (found < 0 || at + found + endTag.Length >= rest.Length)
                throw WorkbookFormatException.Damaged("A cell does not end.");
            at += found;
            if (rest[at + endTag.Length] == (byte)'>' || XmlAttributes.IsBlank(rest[at + endTag.Length]))
                break;
            at += endTag.Length;
        }

        return rest[from..at].IndexOf("<!"u8) < 0 ? at : FindEndTagSlowly(rest);
    }

    private static int FindEndTagSlowly(ReadOnlySpan<byte> rest)
    {
        var scanner = new XmlScanner(rest);
        scanner.Read();
        scanner.Skip();
        return scanner.Start;
    }

    private void ReadAttributes(ReadOnlySpan<byte> tag)
    {
        int column = Column + 1;
        Style = -1;
        Type = default;
        ShowsPhonetic = false;
        int at = _prefix + 2;
        while (XmlAttributes.Next(tag, ref at, tag.Length, out Range name, out Range value))
        {
            ReadOnlySpan<byte> key = tag[name];
            if (key.SequenceEqual("r"u8))
                column = CellReference.Parse(tag[value]).Column;
            else if (key.SequenceEqual("s"u8))
                Style = int.TryParse(tag[value], NumberStyles.None, CultureInfo.InvariantCulture, out int style) ? style : -1;
            else if (key.SequenceEqual("t"u8))
                Type = tag[value];
            else if (key.SequenceEqual("ph"u8))
                ShowsPhonetic = tag[value].SequenceEqual("1"u8) || tag[value].SequenceEqual("true"u8);
        }

        if (column <= Column)
            throw WorkbookFormatException.Damaged("A row's cells are out of order.");
        Column = column;
    }
}
