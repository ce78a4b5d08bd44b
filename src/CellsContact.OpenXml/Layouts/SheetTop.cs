using CellsContact.Ledgers;
using CellsContact.OpenXml.Files;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Workbooks;

namespace CellsContact.OpenXml.Layouts;

/// <summary>The texts of a sheet's first rows, among which the headers are.</summary>
internal sealed class SheetTop
{
    /// <summary>How far down a header row is looked for.</summary>
    public const int SearchedRows = 50;

    private readonly WorkbookFile _file;
    private readonly SheetInfo _sheet;
    private readonly Dictionary<int, List<HeaderCell>> _rows = [];
    private SheetTail? _tail;

    private SheetTop(WorkbookFile file, SheetInfo sheet) => (_file, _sheet) = (file, sheet);

    public static SheetTop Read(WorkbookFile file, SheetInfo sheet, int lastRow)
    {
        var top = new SheetTop(file, sheet);
        using var rows = new SheetRows(file.Package, sheet);
        while (rows.TryRead() && rows.Number <= lastRow)
        {
            var texts = new List<HeaderCell>();
            CellScanner cells = rows.Row.Cells(rows.PrefixLength);
            while (cells.Read())
            {
                string folded = LedgerMatching.Fold(cells.ReadContent(file.Map.Strings).Text);
                if (folded.Length > 0)
                    texts.Add(new HeaderCell(cells.Column, folded, cells.Style));
            }

            top._rows[rows.Number] = texts;
        }

        return top;
    }

    /// <summary>
    /// The headers in a row. A column that has its header merged down from a row above, as beside headers of two
    /// rows, has that one.
    /// </summary>
    public HeaderCells Headers(int row)
    {
        List<HeaderCell> own = CellsOf(row);
        if (!_rows.Keys.Any(above => above < row && CellsOf(above).Exists(c => At(own, c.Column) is null)))
            return new HeaderCells(row, own);
        List<HeaderCell> all = [.. own];
        foreach (CellArea area in Tail.MergedIn(row))
        {
            if (area.Top < row && At(CellsOf(area.Top), area.Left) is { } header)
                all.Add(header);
        }

        return new HeaderCells(row, [.. all.OrderBy(c => c.Column)]);
    }

    /// <summary>The first row whose headers will do; the first row of all if none does.</summary>
    public HeaderCells Search(Func<HeaderCells, bool> isHeaderRow)
    {
        foreach (int row in _rows.Keys)
        {
            if (Headers(row) is var headers && isHeaderRow(headers))
                return headers;
        }

        return Headers(1);
    }

    /// <summary>The cell of a column, found by halves: a sheet may have sixteen thousand.</summary>
    private static HeaderCell? At(List<HeaderCell> cells, int column)
    {
        (int from, int to) = (0, cells.Count);
        while (from < to)
        {
            int middle = (from + to) / 2;
            if (cells[middle].Column < column)
                from = middle + 1;
            else
                to = middle;
        }

        return from < cells.Count && cells[from].Column == column ? cells[from] : null;
    }

    private List<HeaderCell> CellsOf(int row) => _rows.TryGetValue(row, out List<HeaderCell>? cells) ? cells : [];

    /// <summary>Only asked for where a header may be merged: it stands behind all rows of the sheet.</summary>
    private SheetTail Tail => _tail ??= SheetTail.Read(_file, _sheet);
}
