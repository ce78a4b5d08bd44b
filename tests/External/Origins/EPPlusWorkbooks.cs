using System.Globalization;
using OfficeOpenXml;
using OfficeOpenXml.Table;

namespace CellsContact.External.Origins;

/// <summary>Ledgers as EPPlus writes them.</summary>
internal static class EPPlusWorkbooks
{
    private static readonly (string Name, Action<ExcelPackage, ExcelWorksheet> Shape)[] s_shapes =
    [
        ("plain", (_, _) => { }),
        ("table", (_, sheet) => sheet.Tables.Add(sheet.Cells["A1:E21"], "Shain").TableStyle = TableStyles.Medium2),
        ("validation", (_, sheet) => sheet.DataValidations.AddListValidation("F2:F21").Formula.Values.Add("男")),
        ("color-scale", (_, sheet) => sheet.ConditionalFormatting.AddThreeColorScale(sheet.Cells["D2:D21"])),
        ("data-bar", (_, sheet) => sheet.ConditionalFormatting.AddDatabar(sheet.Cells["D2:D21"], System.Drawing.Color.Blue)),
        ("comment", (_, sheet) => sheet.Cells["B2"].AddComment("確認済み", "総務")),
        ("rich-text", (_, sheet) => sheet.Cells["F2"].RichText.Add("太字").Bold = true),
        ("array", (_, sheet) => sheet.Cells["H2:H4"].CreateArrayFormula("D2:D4*2")),
        ("shared", (_, sheet) => sheet.Cells["G2:G21"].Formula = "D2*2"),
        ("merged", (_, sheet) => sheet.Cells["A25:E26"].Merge = true),
        ("1904", (package, _) => package.Workbook.Date1904 = true),
        ("protected", (_, sheet) => sheet.Protection.IsProtected = true),
    ];

    public static IEnumerable<(string Name, byte[] Content)> Make() => s_shapes.Select(s => ($"epplus-{s.Name}.xlsx", Make(s.Shape)));

    private static byte[] Make(Action<ExcelPackage, ExcelWorksheet> shape)
    {
        using var package = new ExcelPackage();
        ExcelWorksheet sheet = package.Workbook.Worksheets.Add("個人情報");
        for (int column = 0; column < People.Headers.Length; column++)
            sheet.Cells[1, column + 1].Value = People.Headers[column];
        int row = 1;
        foreach ((string number, string name, DateTime birth, double wage) in People.All)
        {
            row++;
            sheet.Cells[row, 1].Value = number;
            sheet.Cells[row, 2].Value = name;
            sheet.Cells[row, 3].Value = birth;
            sheet.Cells[row, 3].Style.Numberformat.Format = "yyyy/m/d";
            sheet.Cells[row, 4].Value = wage;
            sheet.Cells[row, 5].Formula = string.Create(CultureInfo.InvariantCulture, $"D{row}*12");
        }

        shape(package, sheet);
        return package.GetAsByteArray();
    }
}
