using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Workbooks;

namespace CellsContact.OpenXml.Ledgers;

/// <summary>Where new rows of a sheet go: below the data, on the first rows that are free; a table around the data grows.</summary>
internal sealed class NewRowPlace
{
    private readonly SheetInfo _sheet;
    private readonly SheetSurvey _survey;
    private readonly int[] _columns;
    private readonly BlockedRows _blocked;
    private readonly List<TableInfo> _tables;
    private readonly List<int> _taken = [];
    private int _next;

    public NewRowPlace(
        SheetInfo sheet, int headerRow, IEnumerable<int> columns, SheetSurvey survey, SheetTail tail, List<TableInfo> tables)
    {
        (_sheet, _survey, _next) = (sheet, survey, survey.LastDataRow + 1);
        _columns = [.. columns];
        int anchor = Math.Max(survey.LastDataRow, headerRow + 1);
        _tables = tables.FindAll(t => Array.Exists(_columns, c => t.Area.Contains(c, headerRow) && t.Area.Contains(c, anchor)));

        // In merged cells a value would be hidden, unless they are of this row alone and it is their first; a table
        // that is not the ledger's is not to be written into.
        List<CellArea> blocked = tail.Merged.FindAll(a => Array.Exists(_columns, c => c >= a.Left && c <= a.Right && (c != a.Left || a.Top != a.Bottom)));
        foreach (TableInfo table in tables)
        {
            if (!_tables.Contains(table) && Array.Exists(_columns, c => c >= table.Area.Left && c <= table.Area.Right))
                blocked.Add(table.Area);
        }

        _blocked = new BlockedRows(blocked);
    }

    /// <summary>The tables that end above the last new row.</summary>
    public IReadOnlyList<TableInfo> GrowingTables =>
        [.. _tables.Where(t => _taken.Count > 0 && t.Area.Bottom < _taken[^1])];

    /// <summary>Takes the next free row.</summary>
    public int Take(DraftJournal journal)
    {
        int before = _next;
        int row = NextFree(_next);
        CheckTables(row, isGap: row != before);
        _next = row + 1;
        _taken.Add(row);
        journal.Record(() =>
        {
            _next = before;
            _taken.RemoveAt(_taken.Count - 1);
        });
        return row;
    }

    /// <summary>Tells an edit which of its rows are new, and fills the calculated columns of a growing table.</summary>
    public void Complete(SheetEdit edit)
    {
        foreach (int row in _taken)
            edit.MarkNew(row);
        foreach (TableInfo table in _tables)
        {
            foreach (int row in _taken.Where(r => r > table.Area.Bottom))
            {
                foreach ((int column, string formula) in table.CalculatedColumns)
                {
                    if (edit.Row(row).Find(column) is null)
                        edit.Write(row, column, new CellWrite(CellContent.OfFormula(formula)));
                }
            }
        }
    }

    private int NextFree(int row)
    {
        while (true)
        {
            int free = _blocked.StepOver(row);
            if (free > CellReference.MaxRows)
                throw WorkbookErrors.SheetIsFull(_sheet.Name);
            if (_survey.IsFree(free) && !_columns.Any(c => _survey.Arrays.Contains(c, free)))
                return free;
            row = free + 1;
        }
    }

    private void CheckTables(int row, bool isGap)
    {
        foreach (TableInfo table in _tables)
        {
            if (table.HasTotals)
            {
                throw new LedgerUnsupportedException(new BilingualText(
                    $"シート「{_sheet.Name}」のテーブルに集計行があるため、行を追加できません。集計行を外してください。",
                    $"The table on the sheet '{_sheet.Name}' has a totals row, so no row can be added. Turn the totals row off."));
            }

            if (isGap && row > table.Area.Bottom)
            {
                throw new LedgerUnsupportedException(new BilingualText(
                    $"シート「{_sheet.Name}」のテーブルのすぐ下にほかの内容があるため、行を追加できません。下の内容を移動してください。",
                    $"Something else lies right below the table on the sheet '{_sheet.Name}', so no row can be added. Move it away."));
            }
        }
    }
}
