using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace CellsContact.Benchmarks.Workbooks;

/// <summary>Reads a result with a library none of the cases uses and compares every cell of every sheet with what must be there.</summary>
internal static class Verifier
{
    /// <returns>What is wrong, or <c>null</c>; and how many formulas lost the result that was in the file.</returns>
    public static (string? Problem, int LostResults) Check(string path, Ledger ledger, Work work)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using FileStream file = File.OpenRead(path);
        using IExcelDataReader reader = ExcelReaderFactory.CreateOpenXmlReader(file);
        int lost = 0;
        do
        {
            if (ledger.Sheets.FirstOrDefault(s => s.Name == reader.Name) is not { } sheet)
                return ($"a sheet {reader.Name} that was not there", lost);
            int last = Math.Max(sheet.Records + 1, work.Rows.Where(r => r.Sheet == sheet).Select(r => r.Row).DefaultIfEmpty(0).Max());
            int row = 0;
            while (reader.Read())
            {
                row++;
                for (int at = 1; at <= sheet.Columns.Count; at++)
                {
                    object? expected = Expected(sheet, row, at, work);
                    object? actual = at <= reader.FieldCount ? reader.GetValue(at - 1) : null;
                    if (expected is Formula && actual is null)
                        lost++;
                    else if (!IsSame(expected, actual) && !(row > sheet.Records + 1 && sheet.Columns[at - 1].Value(1) is Formula))
                        return ($"{sheet.Name} row {row} column {at} is not as expected", lost);
                }
            }

            if (row < last)
                return ($"{sheet.Name} ends at row {row}, not {last}", lost);
        }
        while (reader.NextResult());
        return (null, lost);
    }

    private static object? Expected(Sheet sheet, int row, int column, Work work)
    {
        if (row == 1)
            return sheet.Columns[column - 1].Header;
        foreach ((string header, object value) in work.Find(sheet, row)?.Cells ?? [])
        {
            if (header == sheet.Columns[column - 1].Header)
                return value;
        }

        return row <= sheet.Records + 1 ? sheet.Columns[column - 1].Value(row - 1) : null;
    }

    private static bool IsSame(object? expected, object? actual) => expected switch
    {
        null => actual is null or "",
        PhoneticText name => (string?)actual == name.Text,
        string text => (actual as string) == text,
        DateOnly day => actual is DateTime time && DateOnly.FromDateTime(time) == day,
        Formula formula => IsSame(formula.Result, actual),
        _ => actual is not null && Convert.ToDouble(actual, CultureInfo.InvariantCulture) == Convert.ToDouble(expected, CultureInfo.InvariantCulture),
    };
}
