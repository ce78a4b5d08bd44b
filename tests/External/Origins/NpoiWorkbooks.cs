using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;

namespace CellsContact.External.Origins;

/// <summary>Ledgers as NPOI writes them.</summary>
internal static class NpoiWorkbooks
{
    private static readonly (string Name, Action<XSSFWorkbook, ISheet> Shape)[] s_shapes =
    [
        ("plain", (_, _) => { }),
        ("merged", (_, sheet) => sheet.AddMergedRegion(new CellRangeAddress(24, 25, 0, 4))),
        ("frozen", (_, sheet) => sheet.CreateFreezePane(2, 1)),
        ("filter", (_, sheet) => sheet.SetAutoFilter(new CellRangeAddress(0, 20, 0, 4))),
        ("groups", (_, sheet) => sheet.GroupRow(4, 9)),
        ("protected", (_, sheet) => sheet.ProtectSheet("secret")),
        ("comment", Comment),
        ("validation", Validation),
        ("names", Names),
        ("hidden", (_, sheet) => sheet.GetRow(3).ZeroHeight = true),
    ];

    public static IEnumerable<(string Name, byte[] Content)> Make() => s_shapes.Select(s => ($"npoi-{s.Name}.xlsx", Make(s.Shape)));

    private static byte[] Make(Action<XSSFWorkbook, ISheet> shape)
    {
        var book = new XSSFWorkbook();
        ISheet sheet = book.CreateSheet("個人情報");
        ICellStyle day = book.CreateCellStyle();
        day.DataFormat = book.CreateDataFormat().GetFormat("yyyy/m/d");
        IRow headers = sheet.CreateRow(0);
        for (int column = 0; column < People.Headers.Length; column++)
            headers.CreateCell(column).SetCellValue(People.Headers[column]);
        foreach ((string number, string name, DateTime birth, double wage) in People.All)
        {
            IRow row = sheet.CreateRow(sheet.LastRowNum + 1);
            row.CreateCell(0).SetCellValue(number);
            row.CreateCell(1).SetCellValue(name);
            ICell date = row.CreateCell(2);
            date.SetCellValue(birth);
            date.CellStyle = day;
            row.CreateCell(3).SetCellValue(wage);
            row.CreateCell(4).SetCellFormula($"D{row.RowNum + 1}*12");
        }

        shape(book, sheet);
        using var stream = new MemoryStream();
        book.Write(stream);
        return stream.ToArray();
    }

    private static void Comment(XSSFWorkbook book, ISheet sheet)
    {
        IComment comment = sheet.CreateDrawingPatriarch().CreateCellComment(new XSSFClientAnchor(0, 0, 0, 0, 6, 1, 8, 4));
        comment.String = new XSSFRichTextString("確認済み");
        sheet.GetRow(1).GetCell(1).CellComment = comment;
    }

    private static void Validation(XSSFWorkbook book, ISheet sheet)
    {
        IDataValidationHelper helper = sheet.GetDataValidationHelper();
        sheet.AddValidationData(helper.CreateValidation(helper.CreateExplicitListConstraint(["男", "女"]), new CellRangeAddressList(1, 20, 5, 5)));
    }

    private static void Names(XSSFWorkbook book, ISheet sheet)
    {
        IName name = book.CreateName();
        name.NameName = "社員番号一覧";
        name.RefersToFormula = "個人情報!$A$2:$A$21";
        book.SetPrintArea(0, "$A$1:$E$21");
        book.CreateSheet("集計").CreateRow(0).CreateCell(0).SetCellFormula("COUNTA(個人情報!A:A)");
    }
}
