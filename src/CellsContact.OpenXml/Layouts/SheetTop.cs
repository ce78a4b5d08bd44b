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
        List<HeaderCell> own = _rows.GetValueOrDefault(row, []);
        HashSet<int> taken = [.. own.Select(c => c.Column)];
        HeaderCell[] above = [.. _rows.Where(r => r.Key < row).SelectMany(r => r.Value.Where(c => !taken.Contains(c.Column)))];
        if (above.Length == 0)
            return new HeaderCells(row, own);
        CellArea[] merged = [.. Tail.MergedIn(row).Where(a => a.Top < row)];
        return new HeaderCells(
            row,
            [.. own.Concat(merged.SelectMany(a => _rows.GetValueOrDefault(a.Top, []).Where(c => c.Column == a.Left))).OrderBy(c => c.Column)]);
    }

    /// <summary>The first row whose headers will do; the first row of all if none does.</summary>
    public HeaderCells Search(Func<HeaderCells, bool> isHeaderRow) =>
        _rows.Keys.Select(Headers).FirstOrDefault(isHeaderRow) ?? Headers(1);

    /// <summary>Only asked for where a header may be merged: it stands behind all rows of the sheet.</summary>
    private SheetTail Tail => _tail ??= SheetTail.Read(_file, _sheet);
}
