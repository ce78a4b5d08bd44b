using CellsContact.OpenXml.Files;
using CellsContact.OpenXml.Layouts;
using CellsContact.OpenXml.Sheets;

namespace CellsContact.OpenXml.Ledgers;

/// <summary>
/// Clears in 連絡反映履歴 what tells which notice a set was of, whom it was about, and its content. The row stays where it is, with its
/// instant, its operator and the numbers it assigned, which are never given again.
/// </summary>
internal sealed class LogClearing
{
    private static readonly LogColumn[] s_cleared = [LogColumn.ChangeSetId, LogColumn.ContactId, LogColumn.EmployeeNumber, LogColumn.Hash];

    private LogClearing(SheetEdit edit, SheetTail tail) => (Edit, Tail) = (edit, tail);

    public SheetEdit Edit { get; }

    public SheetTail Tail { get; }

    /// <param name="file">The workbook.</param>
    /// <param name="layout">Where the log's columns are.</param>
    /// <param name="ids">The sets to forget; those the log does not have are passed over.</param>
    public static LogClearing Plan(WorkbookFile file, SheetLayout<LogColumn> layout, IReadOnlySet<string> ids)
    {
        int id = layout.Columns[LogColumn.ChangeSetId];
        int[] cleared = [.. s_cleared.Where(layout.Columns.ContainsKey).Select(column => layout.Columns[column])];
        List<(int Row, int Column)> cells = [];
        using var rows = new SheetRows(file.Package, layout.Sheet);
        SheetSurvey found = SheetSurvey.Run(file.Map.Strings, rows, layout.HeaderRow, AppliedLog.RolesOf(layout), (survey, number, row) =>
        {
            if (!ids.Contains(survey.Cells.Content(row, id).Text.Trim()))
                return;

            foreach (int column in cleared)
            {
                // A formula is never overwritten, whoever put it there.
                if (survey.Cells.Content(row, column).Kind is not (CellKind.Blank or CellKind.Formula) && !survey.Arrays.Contains(column, number))
                    cells.Add((number, column));
            }
        });
        var edit = new SheetEdit { LastDataRow = found.LastDataRow, HeaderRow = layout.HeaderRow };
        foreach ((int row, int column) in cells)
            edit.Write(row, column, new CellWrite(CellContent.Blank));
        return new LogClearing(edit, new SheetTail(rows.ReadEpilogue()));
    }
}
