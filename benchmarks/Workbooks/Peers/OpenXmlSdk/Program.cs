using System.Globalization;
using CellsContact.Benchmarks.Workbooks;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;

return Trial.Main(args, (path, work) =>
{
    using SpreadsheetDocument document = SpreadsheetDocument.Open(path, isEditable: true);
    WorkbookPart workbook = document.WorkbookPart!;
    foreach (IGrouping<string, RowWork> group in work.Rows.GroupBy(r => r.Sheet.Name))
    {
        string id = workbook.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First(s => s.Name == group.Key).Id!;
        SheetData data = ((WorksheetPart)workbook.GetPartById(id)).Worksheet.GetFirstChild<SheetData>()!;
        Dictionary<uint, Row> rows = data.Elements<Row>().ToDictionary(r => r.RowIndex!.Value);
        foreach (RowWork row in group)
        {
            if (!rows.TryGetValue((uint)row.Row, out Row? target))
                data.Append(target = new() { RowIndex = (uint)row.Row });
            foreach ((string header, object value) in row.Cells.OrderBy(c => row.Sheet.ColumnOf(c.Header)))
            {
                int column = row.Sheet.ColumnOf(header);
                string reference = LedgerFile.LettersOf(column) + row.Row.ToString(CultureInfo.InvariantCulture);
                Cell? cell = target.Elements<Cell>().FirstOrDefault(c => c.CellReference == reference);
                if (cell is null)
                    target.Append(cell = new() { CellReference = reference, StyleIndex = (uint)row.Sheet.Columns[column - 1].Style });
                Set(cell, value);
            }
        }
    }
});

static void Set(Cell cell, object value)
{
    cell.RemoveAllChildren();
    cell.DataType = null;
    switch (value)
    {
        case DateOnly day:
            cell.CellValue = new(LedgerFile.SerialOf(day));
            break;
        case int number:
            cell.CellValue = new(number);
            break;
        default:
            cell.DataType = CellValues.InlineString;
            cell.InlineString = new(new Text((string)value) { Space = SpaceProcessingModeValues.Preserve });
            break;
    }
}
