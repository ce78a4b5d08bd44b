using System.Globalization;
using System.Runtime.CompilerServices;

namespace CellsContact.OpenXml.Sheets;

/// <summary>
/// An employee number as its cell shows it. Nearly all are digits alone; those are kept as what they count and how
/// many they are, so that going through the numbers of a sheet makes no strings.
/// </summary>
/// <param name="Value">What the digits count.</param>
/// <param name="Digits">How many digits are shown, leading zeros included; zero if there is other text.</param>
/// <param name="Text">Any other text; <c>null</c> if there is none.</param>
internal readonly record struct ShownNumber(ulong Value, int Digits, string? Text)
{
    /// <summary>More do not fit a <see cref="ulong"/> for certain.</summary>
    public const int MaxDigits = 18;

    public bool IsEmpty => Digits == 0 && Text is null;

    public static ShownNumber Of(string text)
    {
        if (text.Length == 0)
            return default;
        return text.Length <= MaxDigits && !text.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? new ShownNumber(ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture), text.Length, null)
            : new ShownNumber(0, 0, text);
    }

    /// <summary>
    /// Reads digits from a cell in one of the common forms: a shared string, a plain inline one, or a number without a
    /// format. Empty where the cell is of another form, whatever it holds.
    /// </summary>
    [MethodImpl(HotCode.Optimized)]
    public static ShownNumber Read(RowCells cells, RowView row, int column)
    {
        CellSpan cell = cells.Cells[column];
        ReadOnlySpan<byte> content = row.Record.Slice(cell.ContentStart, cell.ContentLength);
        switch (cell.Type)
        {
            case (byte)'s':
                ShownNumber index = Between(content, "<v>"u8, "</v>"u8);
                return index.Digits is > 0 and < 10 ? cells.Strings.NumberAt((int)index.Value) : default;
            case (byte)'i':
                return Between(content, "<is><t>"u8, "</t></is>"u8);
            case 0:
                // A number shows no leading zeros of its own.
                ShownNumber number = Between(content, "<v>"u8, "</v>"u8);
                return number.Digits > 1 && content[3] == (byte)'0' ? default : number;
            default:
                return default;
        }
    }

    public static ShownNumber OfDigits(ReadOnlySpan<byte> digits)
    {
        if (digits.Length is 0 or > MaxDigits)
            return default;
        ulong value = 0;
        foreach (byte b in digits)
        {
            uint digit = (uint)(b - '0');
            if (digit > 9)
                return default;
            value = (value * 10) + digit;
        }

        return new ShownNumber(value, digits.Length, null);
    }

    public override string ToString() => Text ?? (Digits == 0 ? "" : Value.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0'));

    private static ShownNumber Between(ReadOnlySpan<byte> content, ReadOnlySpan<byte> open, ReadOnlySpan<byte> close) =>
        content.Length > open.Length + close.Length && content.StartsWith(open) && content.EndsWith(close)
            ? OfDigits(content[open.Length..^close.Length])
            : default;
}
