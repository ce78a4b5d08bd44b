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
    private readonly List<TableInfo> _tables;
    private readonly List<int> _taken = [];
    private int _next;

    public NewRowPlace(
        SheetInfo sheet, int headerRow, IEnumerable<int> columns, SheetSurvey survey, IReadOnlyList<TableInfo> tables)
    {
        (_sheet, _survey, _next) = (sheet, survey, survey.LastDataRow + 1);
        int anchor = Math.Max(survey.LastDataRow, headerRow + 1);
        _tables = [.. tables.Where(t => columns.Any(c => t.Area.Contains(c, headerRow) && t.Area.Contains(c, anchor)))];
    }

    /// <summary>The tables that end above the last new row.</summary>
    public IReadOnlyList<TableInfo> GrowingTables =>
        [.. _tables.Where(t => _taken.Count > 0 && t.Area.Bottom < _taken[^1])];

    /// <summary>Takes the next free row.</summary>
    public int Take(DraftJournal journal)
    {
        int before = _next;
        int row = _next;
        while (!_survey.IsFree(row))
            row++;
        if (row > CellReference.MaxRows)
            throw WorkbookErrors.SheetIsFull(_sheet.Name);
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
