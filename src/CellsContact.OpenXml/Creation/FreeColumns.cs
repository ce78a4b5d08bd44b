using CellsContact.OpenXml.Files;
using CellsContact.OpenXml.Layouts;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Workbooks;

namespace CellsContact.OpenXml.Creation;

/// <summary>
/// The columns behind a sheet's headers, or before them if none is left there, that are wholly free, for headers that
/// are added: nothing in any of their cells, no merged header over them. Otherwise what an office keeps beside its table would become values. All cells
/// are read, so that damage among them is found before anything is written.
/// </summary>
internal sealed class FreeColumns
{
    private readonly SheetInfo _sheet;
    private readonly HashSet<int> _used = [];
    private int _next;
    private bool _isBefore;

    public FreeColumns(WorkbookFile file, SheetInfo sheet, HeaderCells headers)
    {
        (_sheet, _next) = (sheet, headers.LastColumn + 1);
        using var rows = new SheetRows(file.Package, sheet);
        while (rows.TryRead())
        {
            CellScanner cells = rows.Row.Cells(rows.PrefixLength);
            while (cells.Read())
            {
                if (!cells.Content.IsEmpty)
                    _used.Add(cells.Column);
            }
        }

        foreach (CellArea area in new SheetTail(rows.ReadEpilogue()).MergedIn(headers.Row))
            _used.UnionWith(Enumerable.Range(area.Left, area.Right - area.Left + 1));
    }

    public int Take()
    {
        while (_used.Contains(_next))
            _next++;
        if (_next <= CellReference.MaxColumns)
            return _next++;
        if (_isBefore)
            throw WorkbookErrors.SheetHasNoColumn(_sheet.Name);
        (_isBefore, _next) = (true, 1);
        return Take();
    }
}
