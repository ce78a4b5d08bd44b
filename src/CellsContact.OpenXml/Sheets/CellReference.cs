using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CellsContact.OpenXml.Sheets;

/// <summary>Column letters and row numbers; columns count from 1.</summary>
internal static class CellReference
{
    public const int MaxColumns = 16_384;
    public const int MaxRows = 1_048_576;

    public static string Column(int column)
    {
        Span<byte> letters = stackalloc byte[3];
        return Encoding.ASCII.GetString(letters[..WriteColumn(column, letters)]);
    }

    /// <summary>Writes a column's letters, three at most.</summary>
    /// <returns>How many they are.</returns>
    public static int WriteColumn(int column, Span<byte> letters)
    {
        int count = column > 702 ? 3 : column > 26 ? 2 : column > 0 ? 1 : 0;
        for (int at = count, rest = column; rest > 0; rest = (rest - 1) / 26)
            letters[--at] = (byte)('A' + ((rest - 1) % 26));
        return count;
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
