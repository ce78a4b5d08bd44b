using System.Globalization;

namespace CellsContact.OpenXml.Sheets;

/// <summary>Column letters and row numbers; columns count from 1.</summary>
internal static class CellReference
{
    public const int MaxColumns = 16_384;
    public const int MaxRows = 1_048_576;

    public static string Column(int column)
    {
        Span<char> letters = stackalloc char[3];
        int at = 3;
        for (int rest = column; rest > 0; rest = (rest - 1) / 26)
            letters[--at] = (char)('A' + ((rest - 1) % 26));
        return new string(letters[at..]);
    }

    public static string Of(int column, int row) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads <c>AB12</c> (dollar signs allowed); zero where a part is missing or out of range.</summary>
    public static (int Column, int Row) Parse(ReadOnlySpan<byte> reference)
    {
        int column = 0;
        int row = 0;
        foreach (byte b in reference)
        {
            if (b == (byte)'$')
                continue;
            int letter = (b | 0x20) - 'a';
            if (letter is >= 0 and < 26 && row == 0)
                column = (column * 26) + letter + 1;
            else if (b is >= (byte)'0' and <= (byte)'9')
                row = (row * 10) + b - '0';
            else
                return default;
            if (column > MaxColumns || row > MaxRows)
                return default;
        }

        return (column, row);
    }
}
