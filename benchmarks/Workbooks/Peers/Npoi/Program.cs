using CellsContact.Benchmarks.Workbooks;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

return Trial.Main(args, (path, work) =>
{
    XSSFWorkbook workbook;
    using (FileStream input = File.OpenRead(path))
        workbook = new(input);
    foreach (RowWork row in work.Rows)
    {
        ISheet sheet = workbook.GetSheet(row.Sheet.Name);
        IRow target = sheet.GetRow(row.Row - 1) ?? sheet.CreateRow(row.Row - 1);
        foreach ((string header, object value) in row.Cells)
        {
            int column = row.Sheet.ColumnOf(header) - 1;
            ICell cell = target.GetCell(column) ?? target.CreateCell(column);
            if (row.IsNew)
                cell.CellStyle = sheet.GetRow(row.Sheet.Records).GetCell(column).CellStyle;
            switch (value)
            {
                case DateOnly day:
                    cell.SetCellValue(day.ToDateTime(TimeOnly.MinValue));
                    break;
                case int number:
                    cell.SetCellValue(number);
                    break;
                default:
                    cell.SetCellValue((string)value);
                    break;
            }
        }
    }

    using FileStream output = File.Create(path);
    workbook.Write(output);
});
