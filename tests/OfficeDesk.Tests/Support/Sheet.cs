using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OfficeDesk.Tests.Support;

/// <summary>A sheet as a person sees it, read with the Open XML SDK: rows by header, real dates as yyyy-MM-dd.</summary>
internal static class Sheet
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string workbook, string name)
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(workbook, isEditable: false);
        WorkbookPart book = document.WorkbookPart!;
        WorksheetPart part = PartOf(book, name);
        List<Dictionary<int, string>> rows = [.. part.Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().ToDictionary(ColumnOf, cell => TextOf(book, cell)))];
        return
        [
            .. rows.Skip(1).Select(row => (IReadOnlyDictionary<string, string>)rows[0]
                .ToDictionary(header => header.Value, header => row.GetValueOrDefault(header.Key, ""))),
        ];
    }

    /// <summary>The only row whose column has a value.</summary>
    public static IReadOnlyDictionary<string, string> Row(string workbook, string sheet, string column, string value) =>
        Assert.Single(Read(workbook, sheet), row => row[column] == value);

    /// <summary>Writes another text over a header.</summary>
    public static void RenameHeader(string workbook, string sheet, string header, string renamed)
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(workbook, isEditable: true);
        WorkbookPart book = document.WorkbookPart!;
        Worksheet worksheet = PartOf(book, sheet).Worksheet;
        Cell cell = worksheet.Descendants<Row>().First().Elements<Cell>().Single(each => TextOf(book, each) == header);
        cell.DataType = CellValues.InlineString;
        cell.CellValue = null;
        cell.InlineString = new(new Text(renamed));
        worksheet.Save();
    }

    private static WorksheetPart PartOf(WorkbookPart book, string name) =>
        (WorksheetPart)book.GetPartById(book.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(sheet => sheet.Name == name).Id!);

    private static string TextOf(WorkbookPart book, Cell cell)
    {
        string raw = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value == CellValues.InlineString)
            return cell.InlineString!.InnerText;
        if (cell.DataType?.Value == CellValues.SharedString)
            return string.Concat(book.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().ElementAt(int.Parse(raw, CultureInfo.InvariantCulture)).Descendants<Text>().Select(text => text.Text));
        return raw.Length > 0 && IsDate(book, cell)
            ? DateTime.FromOADate(double.Parse(raw, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : raw;
    }

    private static bool IsDate(WorkbookPart book, Cell cell)
    {
        Stylesheet styles = book.WorkbookStylesPart!.Stylesheet;
        uint format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0)).NumberFormatId?.Value ?? 0;
        string? code = styles.NumberingFormats?.Elements<NumberingFormat>().FirstOrDefault(each => each.NumberFormatId?.Value == format)?.FormatCode;
        return format is >= 14 and <= 17 || code?.Contains("yy", StringComparison.OrdinalIgnoreCase) == true;
    }

    private static int ColumnOf(Cell cell) =>
        cell.CellReference!.Value!.TakeWhile(char.IsAsciiLetter).Aggregate(0, (column, letter) => (column * 26) + (letter - 'A' + 1));
}
