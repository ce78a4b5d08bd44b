using System.Text;

namespace CellsContact.OpenXml.Tests.Support;

/// <summary>
/// A small workbook with one sheet, 個人情報, of one person, as its parts: the tests bend them into the shapes that
/// other programs write.
/// </summary>
internal sealed class PlainWorkbook
{
    public const string Sheet = "xl/worksheets/sheet1.xml";
    public const string Workbook = "xl/workbook.xml";
    public const string Links = "xl/_rels/workbook.xml.rels";
    public const string Types = "[Content_Types].xml";
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Row1 = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row>";
    public const string Row2 = "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>3</v></c><c r=\"B2\" t=\"s\"><v>4</v></c><c r=\"C2\" s=\"1\"><v>29221</v></c></row>";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public PlainWorkbook()
    {
        Set(Types, "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
            + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>");
        Set("_rels/.rels", Relationships($"<Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        Set(Workbook, $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"個人情報\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        Set(Links, Relationships(
            $"<Relationship Id=\"rId1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            + $"<Relationship Id=\"rId2\" Type=\"{Office}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId3\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/>"));
        Set(Sheet, $"<worksheet xmlns=\"{Main}\"><dimension ref=\"A1:C2\"/><sheetData>{Row1}{Row2}</sheetData></worksheet>");
        Set("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font><sz val=\"11\"/></font></fonts><fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
            + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\"/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\" xfId=\"0\"/><xf numFmtId=\"14\" xfId=\"0\"/></cellXfs></styleSheet>");
        Set("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(((string[])["社員番号", "氏名", "生年月日", "0027", "鈴木　一郎"]).Select(t => $"<si><t>{t}</t></si>"))}</sst>");
    }

    /// <summary>The parts in the order of the package.</summary>
    public List<(string Name, byte[] Content)> Parts { get; private set; } = [];

    public string Text(string part) => Encoding.UTF8.GetString(Parts.Single(p => p.Name == part).Content);

    public PlainWorkbook Set(string part, string xml) => Set(part, Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n" + xml));

    public PlainWorkbook Set(string part, byte[] content)
    {
        int at = Parts.FindIndex(p => p.Name == part);
        if (at < 0)
            Parts.Add((part, content));
        else
            Parts[at] = (part, content);
        return this;
    }

    /// <summary>Replaces a text that is there in a part.</summary>
    public PlainWorkbook Edit(string part, string find, string replace)
    {
        string text = Text(part);
        Assert.Contains(find, text, StringComparison.Ordinal);
        return Set(part, Encoding.UTF8.GetBytes(text.Replace(find, replace, StringComparison.Ordinal)));
    }

    /// <summary>Replaces a text in every part.</summary>
    public PlainWorkbook EditAll(string find, string replace) =>
        Recode(content => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace(find, replace, StringComparison.Ordinal)));

    /// <summary>Changes the bytes of every part.</summary>
    public PlainWorkbook Recode(Func<byte[], byte[]> recode)
    {
        Parts = [.. Parts.Select(p => (p.Name, recode(p.Content)))];
        return this;
    }

    public PlainWorkbook Rename(string part, string name)
    {
        Parts = [.. Parts.Select(p => p.Name == part ? (name, p.Content) : p)];
        return this;
    }

    public PlainWorkbook Without(string part)
    {
        Parts.RemoveAll(p => p.Name == part);
        return this;
    }

    private static string Relationships(string links) => $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{links}</Relationships>";
}
