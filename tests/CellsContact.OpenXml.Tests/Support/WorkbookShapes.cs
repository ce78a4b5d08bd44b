using System.Text;
using System.Text.RegularExpressions;

namespace CellsContact.OpenXml.Tests.Support;

/// <summary>The shapes in which programs other than Excel write a workbook.</summary>
internal static class WorkbookShapes
{
    private const string Row2 = PlainWorkbook.Row2;

    /// <summary>What makes each of a plain workbook, by name.</summary>
    public static IReadOnlyDictionary<string, Func<PlainWorkbook, PlainWorkbook>> All { get; } = new Dictionary<string, Func<PlainWorkbook, PlainWorkbook>>
    {
        ["as Excel writes it"] = w => w,
        ["Strict Open XML"] = w => w
            .EditAll("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
            .EditAll("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
            .Edit(PlainWorkbook.Sheet, "<c r=\"C2\" s=\"1\"><v>29221</v></c>", "<c r=\"C2\" s=\"1\" t=\"d\"><v>1980-01-01T00:00:00.000</v></c>"),
        ["content type by extension"] = w => w
            .Edit(PlainWorkbook.Types, "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>", "")
            .Edit(PlainWorkbook.Types, "ContentType=\"application/xml\"", "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\""),
        ["byte order marks"] = w => w.Recode(content => [.. Encoding.UTF8.Preamble, .. content]),
        ["UTF-16"] = w => w.Recode(content => Wide(content, Encoding.Unicode)),
        ["UTF-16, big-endian"] = w => w.Recode(content => Wide(content, Encoding.BigEndianUnicode)),
        ["a prefix for the namespace"] = w => w.Set(PlainWorkbook.Sheet, Prefixed(w.Text(PlainWorkbook.Sheet))),
        ["no references"] = w => w.Set(PlainWorkbook.Sheet, Encoding.UTF8.GetBytes(Regex.Replace(w.Text(PlainWorkbook.Sheet), " r=\"[A-Z]*[0-9]\"", ""))),
        ["no dimension"] = w => w.Edit(PlainWorkbook.Sheet, "<dimension ref=\"A1:C2\"/>", ""),
        ["single quotes and blanks in tags"] = w => w.Edit(PlainWorkbook.Sheet, "<row r=\"2\">", "<row\n r = '2' >").Edit(PlainWorkbook.Sheet, "</row></sheetData>", "</row >\n</sheetData >"),
        ["lower-case references and dollars"] = w => w.Edit(PlainWorkbook.Sheet, "\"A2\"", "\"a2\"").Edit(PlainWorkbook.Sheet, "\"B2\"", "\"$B$2\""),
        ["no styles"] = w => w.Without("xl/styles.xml").Edit(PlainWorkbook.Links, "styles\" Target=\"styles.xml\"", "theme\" Target=\"styles.xml\"").Edit(PlainWorkbook.Sheet, " s=\"1\"", ""),
        ["inline strings only"] = w => w.Without("xl/sharedStrings.xml").Set(PlainWorkbook.Sheet, Encoding.UTF8.GetBytes(Regex.Replace(
            w.Text(PlainWorkbook.Sheet), "t=\"s\"><v>([0-9])</v>", m => $"t=\"inlineStr\"><is><t>{((string[])["社員番号", "氏名", "生年月日", "0027", "鈴木　一郎"])[int.Parse(m.Groups[1].Value, null)]}</t></is>"))),
        ["absolute targets"] = w => w.Edit(PlainWorkbook.Links, "Target=\"", "Target=\"/xl/").Edit("_rels/.rels", "Target=\"", "Target=\"/"),
        ["targets with dots"] = w => w.Edit(PlainWorkbook.Links, "worksheets/sheet1", "./../xl/./worksheets/sheet1"),
        ["entry names from the root"] = w => w.Rename(PlainWorkbook.Sheet, "/xl/worksheets/sheet1.xml").Rename(PlainWorkbook.Workbook, "/xl/workbook.xml"),
        ["entry names of other case"] = w => w.Rename(PlainWorkbook.Sheet, "XL/WorkSheets/Sheet1.XML").Rename(PlainWorkbook.Types, "[content_types].xml").Rename(PlainWorkbook.Links, "xl/_rels/Workbook.xml.rels"),
        ["backslashes in entry names"] = w => w.Rename(PlainWorkbook.Sheet, @"xl\worksheets\sheet1.xml").Rename(PlainWorkbook.Links, @"xl\_rels\workbook.xml.rels").Rename("_rels/.rels", @"_rels\.rels"),
        ["escapes in entry names"] = w => w.Rename(PlainWorkbook.Sheet, "xl/社員 台帳.xml").Edit(PlainWorkbook.Links, "worksheets/sheet1.xml", "%E7%A4%BE%E5%93%A1%20%E5%8F%B0%E5%B8%B3.xml"),
        ["folders as entries"] = w => { w.Parts.InsertRange(0, [("xl/", []), ("xl/", []), ("_rels/", [])]); return w; },
        ["comments and instructions"] = w => w.Edit(PlainWorkbook.Sheet, Row2, $"<!-- <row r=\"9\"> --><?keep this?>{Row2}<!-- </sheetData> -->\r\n"),
        ["CDATA"] = w => w.Edit(PlainWorkbook.Sheet, "<c r=\"B2\" t=\"s\"><v>4</v></c>", "<c r=\"B2\" t=\"inlineStr\"><is><t><![CDATA[鈴木</c></row>]]>　一郎</t></is></c>"),
        ["empty rows"] = w => w.Edit(PlainWorkbook.Sheet, "</sheetData>", "<row r=\"3\"/><row r=\"4\" ht=\"30\" customHeight=\"1\" /></sheetData>"),
        ["alternate content"] = w => w.Edit(PlainWorkbook.Sheet, "</sheetData>", "</sheetData><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice Requires=\"x14\" xmlns:x14=\"urn:x\"><x14:row/><x14:sheetData/></mc:Choice></mc:AlternateContent>"),
        ["an extension within a row"] = w => w.Edit(PlainWorkbook.Sheet, "29221</v></c></row>", "29221</v></c><extLst><ext uri=\"{1}\"><x:row xmlns:x=\"urn:x\"><x:c/></x:row></ext></extLst></row>"),
        ["a row of another namespace before the rows"] = w => w.Edit(PlainWorkbook.Sheet, "<sheetData>", "<sheetPr/><x:sheetData xmlns:x=\"urn:x\"><x:row/></x:sheetData><sheetData>"),
        ["prepared rows with formats"] = w => w.Edit(PlainWorkbook.Sheet, "</sheetData>", string.Concat(Enumerable.Range(3, 5).Select(r => $"<row r=\"{r}\" spans=\"1:3\"><c r=\"A{r}\" s=\"1\"/><c r=\"C{r}\" s=\"1\"></c></row>")) + "</sheetData>"),
        ["hidden and grouped rows"] = w => w.Edit(PlainWorkbook.Sheet, "<row r=\"2\">", "<row r=\"2\" hidden=\"1\" outlineLevel=\"1\">"),
    };

    private static string Prefixed(string xml) => Regex.Replace(xml[(xml.IndexOf("?>", StringComparison.Ordinal) + 2)..].Trim(), "<(/?)(?![?!])", "<$1x:").Replace(" xmlns=", " xmlns:x=", StringComparison.Ordinal);

    private static byte[] Wide(byte[] content, Encoding encoding) =>
        [.. encoding.Preamble, .. encoding.GetBytes(Encoding.UTF8.GetString(content).Replace("UTF-8", "UTF-16", StringComparison.Ordinal))];
}
