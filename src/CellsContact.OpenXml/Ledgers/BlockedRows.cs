using CellsContact.OpenXml.Sheets;

namespace CellsContact.OpenXml.Ledgers;

/// <summary>Rows in which no new data may go, however many areas say so.</summary>
internal sealed class BlockedRows
{
    private readonly List<(int Top, int Bottom)> _rows = [];

    public BlockedRows(IEnumerable<CellArea> areas)
    {
        foreach (CellArea area in areas.OrderBy(a => a.Top))
        {
            if (_rows.Count > 0 && area.Top <= _rows[^1].Bottom + 1)
                _rows[^1] = (_rows[^1].Top, Math.Max(_rows[^1].Bottom, area.Bottom));
            else
                _rows.Add((area.Top, area.Bottom));
        }
    }

    /// <summary>The row itself, or the first one below those that are blocked.</summary>
    public int StepOver(int row)
    {
        int at = _rows.BinarySearch((row, int.MaxValue));
        int above = at >= 0 ? at : ~at - 1;
        return above >= 0 && _rows[above].Bottom >= row ? _rows[above].Bottom + 1 : row;
    }
}
