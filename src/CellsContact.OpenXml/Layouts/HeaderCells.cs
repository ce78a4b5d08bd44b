using CellsContact.Ledgers;
using CellsContact.OpenXml.Files;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Workbooks;

namespace CellsContact.OpenXml.Layouts;

/// <summary>The texts of a sheet's header row, folded for comparing.</summary>
internal sealed class HeaderCells
{
    private readonly List<(int Column, string Folded)> _cells = [];

    /// <summary>The last column that has a header.</summary>
    public int LastColumn => _cells.Count == 0 ? 0 : _cells[^1].Column;

    /// <summary>The format of the last header, for one that is added behind it; -1 for none.</summary>
    public int LastStyle { get; private set; } = -1;

    public static HeaderCells Read(WorkbookFile file, SheetInfo sheet, int headerRow)
    {
        var headers = new HeaderCells();
        using var rows = new SheetRows(file.Package, sheet);
        while (rows.TryRead() && rows.Number <= headerRow)
        {
            if (rows.Number != headerRow)
                continue;
            CellScanner cells = rows.Row.Cells(rows.PrefixLength);
            while (cells.Read())
            {
                CellContent content = cells.ReadContent(file.Map.Strings);
                string folded = LedgerMatching.Fold(content.Text);
                if (folded.Length == 0)
                    continue;
                headers._cells.Add((cells.Column, folded));
                headers.LastStyle = cells.Style;
            }
        }

        return headers;
    }

    /// <summary>The columns under the first of these names that any column has.</summary>
    public IReadOnlyList<int> Find(IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            string folded = LedgerMatching.Fold(name);
            int[] columns = [.. _cells.Where(c => c.Folded == folded).Select(c => c.Column)];
            if (columns.Length > 0)
                return columns;
        }

        return [];
    }
}
