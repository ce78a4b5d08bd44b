using CellsContact.Ledgers;

namespace CellsContact.OpenXml.Layouts;

/// <summary>The headers of a sheet, in the order of their columns.</summary>
internal sealed class HeaderCells(int row, List<HeaderCell> cells)
{
    /// <summary>The row they are in; data starts below it.</summary>
    public int Row => row;

    /// <summary>The last column that has a header.</summary>
    public int LastColumn => cells.Count == 0 ? 0 : cells[^1].Column;

    /// <summary>The format of the last header, for one that is added behind it; -1 for none.</summary>
    public int LastStyle => cells.Count == 0 ? -1 : cells[^1].Style;

    /// <summary>The columns under the first of these names that any column has.</summary>
    public List<int> Find(IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            string folded = LedgerMatching.Fold(name);
            List<int> columns = [];
            foreach (HeaderCell cell in cells)
            {
                if (cell.Folded == folded)
                    columns.Add(cell.Column);
            }

            if (columns.Count > 0)
                return columns;
        }

        return [];
    }
}
