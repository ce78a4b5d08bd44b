using System.Globalization;
using System.Text;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Layouts;
using CellsContact.OpenXml.Xml;

namespace CellsContact.OpenXml.Creation;

/// <summary>The parts of a new workbook in the default layout.</summary>
internal static class NewWorkbookParts
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const int Header = 1;

    // Fonts: 0 text, 1 bold header. Formats: 0 general, 1 header, 2 day, 3 text, 4 amount.
    private const string Styles =
        Declaration
        + "<styleSheet xmlns=\"" + XmlNames.Main + "\">"
        + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy/m/d\"/></numFmts>"
        + "<fonts count=\"2\">"
        + "<font><sz val=\"11\"/><color rgb=\"FF000000\"/><name val=\"游ゴシック\"/><family val=\"3\"/><charset val=\"128\"/></font>"
        + "<font><b/><sz val=\"11\"/><color rgb=\"FF000000\"/><name val=\"游ゴシック\"/><family val=\"3\"/><charset val=\"128\"/></font>"
        + "</fonts>"
        + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
        + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFDDEBF7\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"5\">"
        + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\"/>"
        + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        + "<xf numFmtId=\"3\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        + "</cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"標準\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
        + "<dxfs count=\"0\"/></styleSheet>";

    private static readonly DefaultColumns Columns = new(DateStyle: 2, TextStyle: 3, NumberStyle: 4);

    public static IEnumerable<(string Name, Action<Stream> Content)> Build(OpenXmlLedgerOptions options, bool withMacros)
    {
        (string Name, byte[] Content)[] sheets =
        [
            .. SheetNames.Tables.Select(table =>
                (options.SheetOf(table), NewSheetXml.Build(Columns.Of(table, options), SheetNames.Of(table, options).NewHeaderRow, Header))),
            (options.LogSheet, NewSheetXml.Build(Columns.OfLog(), SheetNames.OfLog(options).NewHeaderRow, Header)),
        ];
        string[] names = [.. sheets.Select(s => s.Name)];
        yield return Part("[Content_Types].xml", ContentTypes(names.Length, withMacros));
        yield return Part("_rels/.rels", Relationships(("rId1", "officeDocument", "xl/workbook.xml")));
        yield return Part("xl/workbook.xml", Workbook(names));
        yield return Part(
            "xl/_rels/workbook.xml.rels",
            Relationships(
            [
                .. names.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")),
                ($"rId{names.Length + 1}", "styles", "styles.xml"),
            ]));
        yield return Part("xl/styles.xml", Styles);
        for (int i = 0; i < sheets.Length; i++)
        {
            byte[] content = sheets[i].Content;
            yield return ($"xl/worksheets/sheet{i + 1}.xml", target => target.Write(content));
        }
    }

    private static (string Name, Action<Stream> Content) Part(string name, string xml) =>
        (name, target => target.Write(Encoding.UTF8.GetBytes(xml)));

    private static string ContentTypes(int sheets, bool withMacros)
    {
        var xml = new StringBuilder(Declaration);
        xml.Append(CultureInfo.InvariantCulture, $"<Types xmlns=\"{XmlNames.ContentTypes}\">");
        xml.Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        xml.Append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        string workbook = withMacros ? XmlNames.MacroWorkbookContentType : XmlNames.WorkbookContentType;
        xml.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{workbook}\"/>");
        xml.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{XmlNames.StylesContentType}\"/>");
        for (int i = 1; i <= sheets; i++)
            xml.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"{XmlNames.WorksheetContentType}\"/>");
        return xml.Append("</Types>").ToString();
    }

    private static string Relationships(params (string Id, string Kind, string Target)[] links)
    {
        var xml = new StringBuilder(Declaration);
        xml.Append(CultureInfo.InvariantCulture, $"<Relationships xmlns=\"{XmlNames.PackageRelationships}\">");
        foreach ((string id, string kind, string target) in links)
            xml.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"{id}\" Type=\"{XmlNames.Relationships}/{kind}\" Target=\"{target}\"/>");
        return xml.Append("</Relationships>").ToString();
    }

    private static string Workbook(string[] sheets)
    {
        var xml = new StringBuilder(Declaration);
        xml.Append(CultureInfo.InvariantCulture, $"<workbook xmlns=\"{XmlNames.Main}\" xmlns:r=\"{XmlNames.Relationships}\">");
        xml.Append("<bookViews><workbookView/></bookViews><sheets>");
        for (int i = 0; i < sheets.Length; i++)
            xml.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{XmlText.Escape(sheets[i])}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>");
        return xml.Append("</sheets></workbook>").ToString();
    }
}
