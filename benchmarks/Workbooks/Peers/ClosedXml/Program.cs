using CellsContact.Benchmarks.Workbooks;
using ClosedXML.Excel;

return Trial.Main(args, (path, work) =>
{
    using XLWorkbook workbook = new(path);
    foreach (RowWork row in work.Rows)
    {
        IXLWorksheet sheet = workbook.Worksheet(row.Sheet.Name);
        foreach ((string header, object value) in row.Cells)
        {
            IXLCell cell = sheet.Cell(row.Row, row.Sheet.ColumnOf(header));
            if (row.IsNew)
                cell.Style = sheet.Cell(row.Sheet.Records + 1, row.Sheet.ColumnOf(header)).Style;
            switch (value)
            {
                case DateOnly day:
                    cell.SetValue(day.ToDateTime(TimeOnly.MinValue));
                    break;
                case int number:
                    cell.SetValue(number);
                    break;
                default:
                    cell.SetValue((string)value);
                    break;
            }
        }
    }

    workbook.Save();
});
