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
    private readonly SheetTail _tail;
    private readonly int[] _columns;
    private readonly List<TableInfo> _tables;
    private readonly List<TableInfo> _otherTables;
    private readonly SortedSet<int> _taken = [];
    private int _next;

    public NewRowPlace(
        SheetInfo sheet, int headerRow, IEnumerable<int> columns, SheetSurvey survey, SheetTail tail, IReadOnlyList<TableInfo> tables)
    {
        (_sheet, _survey, _tail, _next) = (sheet, survey, tail, survey.LastDataRow + 1);
        _columns = [.. columns];
        int anchor = Math.Max(survey.LastDataRow, headerRow + 1);
        _tables = [.. tables.Where(t => _columns.Any(c => t.Area.Contains(c, headerRow) && t.Area.Contains(c, anchor)))];
        _otherTables = [.. tables.Except(_tables)];
    }

    /// <summary>The tables that end above the last new row.</summary>
    public IReadOnlyList<TableInfo> GrowingTables =>
        [.. _tables.Where(t => _taken.Count > 0 && t.Area.Bottom < _taken.Max)];

    /// <summary>Takes the next free row.</summary>
    public int Take(DraftJournal journal)
    {
        int before = _next;
        int row = _next;
        while (row <= CellReference.MaxRows && (!_survey.IsFree(row) || IsBlocked(row)))
            row++;
        if (row > CellReference.MaxRows)
            throw WorkbookErrors.SheetIsFull(_sheet.Name);
        CheckTables(row, isGap: row != before);
        _next = row + 1;
        _taken.Add(row);
        journal.Record(() =>
        {
            _next = before;
            _taken.Remove(row);
        });
        return row;
    }

    /// <summary>Tells an edit which of its rows are new, and fills the calculated columns of a growing table.</summary>
    public void Complete(SheetEdit edit)
    {
        edit.NewRows.UnionWith(_taken);
        foreach (TableInfo table in _tables)
        {
            foreach (int row in _taken.Where(r => r > table.Area.Bottom))
            {
                foreach ((int column, string formula) in table.CalculatedColumns)
                {
                    if (!edit.Rows[row].ContainsKey(column))
                        edit.Write(row, column, new CellWrite(CellContent.OfFormula(formula)));
                }
            }
        }
    }

    /// <summary>Where a value would be hidden in merged cells, or land in an array formula or in a table that is not the ledger's.</summary>
    private bool IsBlocked(int row) =>
        _tail.MergedIn(row).Any(a => _columns.Any(c => a.Contains(c, row) && (c != a.Left || a.Top != a.Bottom)))
        || _columns.Any(c => _survey.Arrays.Contains(c, row))
        || _otherTables.Any(t => _columns.Any(c => t.Area.Contains(c, row)));

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
