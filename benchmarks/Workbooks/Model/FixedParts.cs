namespace CellsContact.Benchmarks.Workbooks;

/// <summary>The parts that do not depend on the records.</summary>
internal static class FixedParts
{
    public const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string R = "xmlns:r=\"" + Office + "\"";
    private const string Sheets = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Drawings = "application/vnd.openxmlformats-officedocument";

    public static IEnumerable<(string Name, string Xml)> Head(Ledger ledger)
    {
        yield return ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Default Extension=\"bin\" ContentType=\"application/octet-stream\"/><Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"
            + Override("/xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
            + string.Concat(ledger.Sheets.Select((_, at) => Override($"/xl/worksheets/sheet{at + 1}.xml", Sheets + ".worksheet+xml")))
            + Override("/xl/styles.xml", Sheets + ".styles+xml") + Override("/xl/sharedStrings.xml", Sheets + ".sharedStrings+xml")
            + Override("/xl/calcChain.xml", Sheets + ".calcChain+xml") + Override("/xl/tables/table1.xml", Sheets + ".table+xml")
            + Override("/xl/comments1.xml", Sheets + ".comments+xml") + Override("/xl/drawings/drawing1.xml", Drawings + ".drawing+xml")
            + Override("/xl/charts/chart1.xml", Drawings + ".drawingml.chart+xml") + Override("/xl/vbaProject.bin", "application/vnd.ms-office.vbaProject")
            + "</Types>");
        yield return ("_rels/.rels", Links(("rId1", Office + "/officeDocument", "xl/workbook.xml"), ("rId2", "http://vendor.example/relationships/stamp", "vendor/stamp.bin")));
        yield return ("xl/workbook.xml", $"<workbook {Main} {R}><workbookPr codeName=\"ThisWorkbook\"/><sheets>"
            + string.Concat(ledger.Sheets.Select((sheet, at) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{at + 1}\" r:id=\"rId{at + 1}\"/>"))
            + $"</sheets><definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">個人情報!$A$1:$AN${ledger.Employees + 1}</definedName>"
            + "<definedName name=\"基準日\">DATE(2026,4,1)</definedName></definedNames><calcPr calcId=\"191029\"/></workbook>");
        yield return ("xl/_rels/workbook.xml.rels", Links(
        [
            .. ledger.Sheets.Select((_, at) => ($"rId{at + 1}", Office + "/worksheet", $"worksheets/sheet{at + 1}.xml")),
            ("rId11", Office + "/styles", "styles.xml"), ("rId12", Office + "/sharedStrings", "sharedStrings.xml"),
            ("rId13", Office + "/calcChain", "calcChain.xml"), ("rId14", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"),
        ]));
        yield return ("xl/styles.xml", Styles);
    }

    public static IEnumerable<(string Name, string Xml)> Tail(Ledger ledger)
    {
        yield return ("xl/worksheets/_rels/sheet1.xml.rels", Links(
            ("rId1", Office + "/drawing", "../drawings/drawing1.xml"), ("rId2", Office + "/vmlDrawing", "../drawings/vmlDrawing1.vml"), ("rId3", Office + "/comments", "../comments1.xml")));
        yield return ("xl/worksheets/_rels/sheet2.xml.rels", Links(("rId1", Office + "/table", "../tables/table1.xml")));
        yield return ("xl/tables/table1.xml", Table(ledger.Payroll));
        yield return ("xl/comments1.xml", $"<comments {Main}><authors><author>clerk</author></authors><commentList><comment ref=\"B2\" authorId=\"0\"><text><r><t>本人に確認済み</t></r></text></comment></commentList></comments>");
        yield return ("xl/drawings/vmlDrawing1.vml", "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
            + "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"/>"
            + "<v:shape id=\"_x0000_s1025\" type=\"#_x0000_t202\" style=\"visibility:hidden\"><v:textbox/><x:ClientData ObjectType=\"Note\"><x:Row>1</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>");
        yield return ("xl/drawings/drawing1.xml", "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
            + "<xdr:twoCellAnchor><xdr:from><xdr:col>42</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>48</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>"
            + "<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"2\" name=\"グラフ 1\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm>"
            + $"<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" {R} r:id=\"rId1\"/></a:graphicData></a:graphic>"
            + "</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>");
        yield return ("xl/drawings/_rels/drawing1.xml.rels", Links(("rId1", Office + "/chart", "../charts/chart1.xml")));
        yield return ("xl/charts/chart1.xml", "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val=\"col\"/><c:grouping val=\"clustered\"/>"
            + "<c:ser><c:idx val=\"0\"/><c:order val=\"0\"/><c:val><c:numRef><c:f>個人情報!$T$2:$T$20</c:f></c:numRef></c:val></c:ser><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>"
            + "<c:catAx><c:axId val=\"1\"/><c:scaling/><c:delete val=\"0\"/><c:axPos val=\"b\"/><c:crossAx val=\"2\"/></c:catAx><c:valAx><c:axId val=\"2\"/><c:scaling/><c:delete val=\"0\"/><c:axPos val=\"l\"/><c:crossAx val=\"1\"/></c:valAx></c:plotArea></c:chart></c:chartSpace>");
    }

    private static string Table(Sheet payroll) =>
        $"<table {Main} id=\"1\" name=\"Pay\" displayName=\"Pay\" ref=\"A1:T{payroll.Records + 1}\" totalsRowShown=\"0\"><autoFilter ref=\"A1:T{payroll.Records + 1}\"/><tableColumns count=\"20\">"
        + string.Concat(payroll.Columns.Select((column, at) => $"<tableColumn id=\"{at + 1}\" name=\"{column.Header}\"/>"))
        + "</tableColumns><tableStyleInfo name=\"TableStyleMedium2\" showFirstColumn=\"0\" showLastColumn=\"0\" showRowStripes=\"1\" showColumnStripes=\"0\"/></table>";

    private static string Override(string part, string type) => $"<Override PartName=\"{part}\" ContentType=\"{type}\"/>";

    private static string Links(params (string Id, string Type, string Target)[] links) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(links.Select(l => $"<Relationship Id=\"{l.Id}\" Type=\"{l.Type}\" Target=\"{l.Target}\"/>")) + "</Relationships>";

    private const string Styles =
        $"<styleSheet {Main}><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"游ゴシック\"/><family val=\"3\"/><charset val=\"128\"/></font><font><sz val=\"6\"/><name val=\"游ゴシック\"/><family val=\"3\"/><charset val=\"128\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        + "<xf numFmtId=\"3\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\"><alignment horizontal=\"center\"/></xf></cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"標準\" xfId=\"0\" builtinId=\"0\"/></cellStyles><dxfs count=\"1\"><dxf><font><color rgb=\"FF9C0006\"/></font></dxf></dxfs></styleSheet>";
}
