using System.Runtime.CompilerServices;

namespace CellsContact.OpenXml.Sheets;

/// <summary>Where the mapped cells of the row being visited lie; what they hold is read only when asked for.</summary>
/// <param name="strings">The shared strings.</param>
/// <param name="roles">What each column is, by column.</param>
/// <param name="prefixLength">The length of the sheet's prefix.</param>
/// <param name="width">The columns to look at, from the first: those behind are as if they were not there.</param>
internal sealed class RowCells(SharedStrings strings, ColumnRole[] roles, int prefixLength, int width)
{
    private readonly CellSpan[] _cells = new CellSpan[roles.Length];

    public SharedStrings Strings => strings;

    public int PrefixLength => prefixLength;

    public ReadOnlySpan<CellSpan> Cells => _cells;

    /// <summary>The columns up to the last key column.</summary>
    public static int KeyWidth(ColumnRole[] roles) => 1 + Array.FindLastIndex(roles, role => (role & ColumnRole.Key) != 0);

    /// <summary>Finds the mapped cells of a row.</summary>
    public void Find(RowView row)
    {
        Array.Clear(_cells);
        Find(row, _cells, width);
    }

    /// <summary>The mapped cells of some row, of all columns.</summary>
    public CellSpan[] SpansOf(RowView row)
    {
        var spans = new CellSpan[roles.Length];
        Find(row, spans, roles.Length);
        return spans;
    }

    [MethodImpl(HotCode.Optimized)]
    private void Find(RowView row, CellSpan[] spans, int end)
    {
        CellScanner cells = row.Cells(prefixLength);
        while (cells.Read() && cells.Column < end)
        {
            if (roles[cells.Column] != ColumnRole.Foreign)
            {
                spans[cells.Column] = new CellSpan(
                    cells.Start, cells.End - cells.Start, cells.ContentStart, cells.Content.Length, cells.Style,
                    cells.Type.IsEmpty ? (byte)0 : cells.Type[0]);
            }
        }
    }

    /// <summary>Whether the row is a data row: some key column holds more than blanks.</summary>
    [MethodImpl(HotCode.Optimized)]
    public bool HasKey(RowView row)
    {
        for (int column = 0; column < width; column++)
        {
            if ((roles[column] & ColumnRole.Key) != 0 && _cells[column].IsFilled
                && (!ShownNumber.Read(this, row, column).IsEmpty || !string.IsNullOrWhiteSpace(Content(row, column).Text)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a mapped column holds.</summary>
    public CellContent Content(RowView row, int column) =>
        _cells[column] is { Length: > 0 } cell
            ? CellScanner.Parse(row.Record.Slice(cell.Start, cell.Length), prefixLength).ReadContent(strings)
            : CellContent.Blank;

    /// <summary>The format of a mapped column's cell, -1 for none.</summary>
    public int Style(int column) => _cells[column].Length > 0 ? _cells[column].Style : -1;
}
