using CellsContact.OpenXml.Sheets;

namespace CellsContact.OpenXml.Ledgers;

/// <summary>Rows in which no new data may go, however many areas say so.</summary>
internal sealed class BlockedRows
{
    /// <summary>The first and the last row of each block, from the top; blocks neither overlap nor touch.</summary>
    private readonly List<int> _tops = [];
    private readonly List<int> _bottoms = [];

    public BlockedRows(List<CellArea> areas)
    {
        areas.Sort((a, b) => a.Top.CompareTo(b.Top));
        foreach (CellArea area in areas)
        {
            if (_tops.Count > 0 && area.Top <= _bottoms[^1] + 1)
            {
                _bottoms[^1] = Math.Max(_bottoms[^1], area.Bottom);
                continue;
            }

            _tops.Add(area.Top);
            _bottoms.Add(area.Bottom);
        }
    }

    /// <summary>The row itself, or the first one below those that are blocked.</summary>
    public int StepOver(int row)
    {
        int at = _tops.BinarySearch(row);
        int above = at >= 0 ? at : ~at - 1;
        return above >= 0 && _bottoms[above] >= row ? _bottoms[above] + 1 : row;
    }
}
