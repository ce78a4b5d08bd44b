using CellsContact.Benchmarks.Workbooks;
using OfficeOpenXml;

return Trial.Main(args, (path, work) =>
{
    using ExcelPackage package = new(new FileInfo(path));
    foreach (RowWork row in work.Rows)
    {
        ExcelWorksheet sheet = package.Workbook.Worksheets[row.Sheet.Name];
        foreach ((string header, object value) in row.Cells)
        {
            int column = row.Sheet.ColumnOf(header);
            if (row.IsNew)
                sheet.Cells[row.Row, column].StyleID = sheet.Cells[row.Sheet.Records + 1, column].StyleID;
            sheet.Cells[row.Row, column].Value = value is DateOnly day ? day.ToDateTime(TimeOnly.MinValue) : value;
        }
    }

    package.Save();
});
