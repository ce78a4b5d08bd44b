using System.Text;

namespace CellsContact.OpenXml.Tests.Support;

/// <summary>
/// An office's .xlsm as Excel leaves it: macros, a chart, a table with a calculated column, conditional formats
/// (also of 2010), a data validation, phonetic text, a prepared row, customXml and a vendor's part.
/// 個人情報 row 2 has a text number, row 3 a numeric one shown as 0027, row 4 a full-width one.
/// </summary>
internal static class RichWorkbook
{
    public const string PeopleRow2 =
        "<row r=\"2\" spans=\"1:9\" ht=\"20.25\" customHeight=\"1\" x14ac:dyDescent=\"0.4\"><c r=\"A2\" s=\"4\" t=\"s\"><v>9</v></c>"
        + "<c r=\"B2\" s=\"3\" t=\"s\"><v>10</v></c><c r=\"C2\" t=\"s\" ph=\"1\"><v>11</v></c><c r=\"D2\" t=\"str\"><f>PHONETIC(C2)</f><v>ｽｽﾞｷ ｲﾁﾛｳ</v></c>"
        + "<c r=\"E2\" s=\"1\"><v>29221</v></c><c r=\"F2\" t=\"s\"><v>12</v></c><c r=\"G2\" s=\"4\"><f>DATEDIF(E2,DATE(2026,4,1),\"Y\")</f><v>46</v></c>"
        + "<c r=\"H2\" s=\"3\" t=\"s\"><v>13</v></c><c r=\"I2\" s=\"4\"/></row>";

    public const string PeopleRow4 =
        "<row r=\"4\" spans=\"1:9\" ht=\"20.25\" customHeight=\"1\" x14ac:dyDescent=\"0.4\"><c r=\"A4\" s=\"4\"/>"
        + "<c r=\"B4\" s=\"3\" t=\"s\"><v>16</v></c><c r=\"C4\" t=\"s\"><v>17</v></c><c r=\"D4\" t=\"s\"><v>18</v></c>"
        + "<c r=\"E4\" s=\"1\"><v>30000</v></c><c r=\"F4\" t=\"s\"><v>12</v></c><c r=\"G4\" s=\"4\"><f>DATEDIF(E4,DATE(2026,4,1),\"Y\")</f><v>43</v></c>"
        + "<c r=\"H4\" s=\"3\"/><c r=\"I4\" s=\"4\"/></row>";

    private const string PeopleRow3 =
        "<row r=\"3\" spans=\"1:9\" ht=\"20.25\" customHeight=\"1\" x14ac:dyDescent=\"0.4\"><c r=\"A3\" s=\"4\"/>"
        + "<c r=\"B3\" s=\"2\"><v>27</v></c><c r=\"C3\" t=\"s\" ph=\"1\"><v>14</v></c><c r=\"D3\" t=\"s\"><v>15</v></c>"
        + "<c r=\"E3\" s=\"1\"><v>29222</v></c><c r=\"F3\" t=\"s\"><v>12</v></c><c r=\"G3\" s=\"4\"><f>DATEDIF(E3,DATE(2026,4,1),\"Y\")</f><v>46</v></c>"
        + "<c r=\"H3\" s=\"3\" t=\"s\"><v>13</v></c><c r=\"I3\" s=\"4\"/></row>";

    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string R = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";

    private static readonly string[] Strings =
    [
        Item("メモ"), "<si><r><t>社員</t></r><r><rPr><b/><sz val=\"11\"/></rPr><t>番号</t></r></si>", Item("氏　名"), Item("ﾌﾘｶﾞﾅ"), Item("生年月日"),
        Item("入社日"), Item("年齢"), Item("郵便番号"), Item("備考"),
        Item("旧本社"), Item("0001"),
        "<si><t xml:space=\"preserve\">鈴木　一郎</t><rPh sb=\"0\" eb=\"2\"><t>スズキ</t></rPh><rPh sb=\"3\" eb=\"5\"><t>イチロウ</t></rPh><phoneticPr fontId=\"1\"/></si>",
        Item("令和2年4月1日"), Item("460-0008"),
        "<si><t>佐藤　次郎</t><rPh sb=\"0\" eb=\"2\"><t>サトウ</t></rPh><phoneticPr fontId=\"1\"/></si>",
        Item("ｻﾄｳ ｼﾞﾛｳ"), Item("００２８"), Item("髙橋　三郎"), Item("ﾀｶﾊｼ ｻﾌﾞﾛｳ"),
        Item("社員番号"), Item("氏名"), Item("月額通貨"), Item("年額"), Item("続柄"),
    ];

    public static void Create(string path, bool is1904 = false) => Package.Write(path, Parts(is1904));

    private static IEnumerable<(string, byte[])> Parts(bool is1904)
    {
        yield return Xml("[Content_Types].xml", Types);
        yield return Xml("_rels/.rels", Relationships(
            ("rId1", Office + "/officeDocument", "xl/workbook.xml"),
            ("rId2", Office + "/extended-properties", "docProps/app.xml"),
            ("rId4", "http://vendor.example/relationships/stamp", "vendor/stamp.bin")));
        yield return Xml("xl/workbook.xml", Workbook(is1904));
        yield return Xml("xl/_rels/workbook.xml.rels", Relationships(
            ("rId1", Office + "/worksheet", "worksheets/sheet1.xml"),
            ("rId2", Office + "/worksheet", "worksheets/sheet2.xml"),
            ("rId3", Office + "/worksheet", "worksheets/sheet3.xml"),
            ("rId4", Office + "/worksheet", "worksheets/sheet4.xml"),
            ("rId5", Office + "/styles", "styles.xml"),
            ("rId6", Office + "/sharedStrings", "sharedStrings.xml"),
            ("rId7", Office + "/calcChain", "calcChain.xml"),
            ("rId8", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"),
            ("rId9", Office + "/customXml", "../customXml/item1.xml")));
        yield return Xml("xl/worksheets/sheet1.xml", People);
        yield return Xml("xl/worksheets/_rels/sheet1.xml.rels", Relationships(("rId1", Office + "/drawing", "../drawings/drawing1.xml")));
        yield return Xml("xl/worksheets/sheet2.xml", Payroll);
        yield return Xml("xl/worksheets/_rels/sheet2.xml.rels", Relationships(("rId1", Office + "/table", "../tables/table1.xml")));
        yield return Xml("xl/worksheets/sheet3.xml", Dependents);
        yield return Xml("xl/worksheets/sheet4.xml", $"<worksheet {Main}><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>");
        yield return Xml("xl/tables/table1.xml", Table);
        yield return Xml("xl/drawings/drawing1.xml", Drawing);
        yield return Xml("xl/drawings/_rels/drawing1.xml.rels", Relationships(("rId1", Office + "/chart", "../charts/chart1.xml")));
        yield return Xml("xl/charts/chart1.xml", Chart);
        yield return Xml("xl/styles.xml", Styles);
        yield return Xml("xl/sharedStrings.xml", $"<sst {Main} count=\"40\" uniqueCount=\"{Strings.Length}\">{string.Concat(Strings)}</sst>");
        yield return Xml("xl/calcChain.xml", $"<calcChain {Main}><c r=\"G2\" i=\"1\"/><c r=\"G3\" i=\"1\"/><c r=\"G4\" i=\"1\"/><c r=\"D2\" i=\"1\"/></calcChain>");
        yield return ("xl/vbaProject.bin", [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7))]);
        yield return Xml("customXml/item1.xml", "<office xmlns=\"http://office.example\">顧問先</office>");
        yield return ("vendor/stamp.bin", [1, 2, 3, 4, 5]);
        yield return Xml("docProps/app.xml", "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Microsoft Excel</Application></Properties>");
    }

    private static (string, byte[]) Xml(string name, string xml) => (name, Encoding.UTF8.GetBytes(Head + xml));

    private static string Item(string text) => $"<si><t>{text}</t></si>";

    private static string Relationships(params (string Id, string Type, string Target)[] links) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(links.Select(l => $"<Relationship Id=\"{l.Id}\" Type=\"{l.Type}\" Target=\"{l.Target}\"/>"))
        + "</Relationships>";

    private const string Types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/>"
        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        + "<Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        + "<Override PartName=\"/xl/worksheets/sheet3.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        + "<Override PartName=\"/xl/worksheets/sheet4.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        + "<Override PartName=\"/xl/tables/table1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml\"/>"
        + "<Override PartName=\"/xl/drawings/drawing1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.drawing+xml\"/>"
        + "<Override PartName=\"/xl/charts/chart1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/>"
        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
        + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>"
        + "<Override PartName=\"/xl/calcChain.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml\"/>"
        + "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
        + "</Types>";

    private static string Workbook(bool is1904) =>
        $"<workbook {Main} {R}><workbookPr{(is1904 ? " date1904=\"1\"" : "")} codeName=\"ThisWorkbook\"/><sheets>"
        + "<sheet name=\"個人情報\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"給与データ\" sheetId=\"2\" r:id=\"rId2\"/>"
        + "<sheet name=\"扶養親族\" sheetId=\"7\" r:id=\"rId3\"/><sheet name=\"集計\" sheetId=\"4\" state=\"hidden\" r:id=\"rId4\"/></sheets>"
        + "<definedNames><definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">個人情報!$A$1:$I$4</definedName></definedNames><calcPr calcId=\"191029\"/></workbook>";

    private static readonly string People =
        $"<worksheet {Main} {R} xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"x14ac\" "
        + "xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\"><sheetPr codeName=\"Sheet1\"/><dimension ref=\"A1:I5\"/>"
        + "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
        + "<sheetFormatPr defaultRowHeight=\"18.75\" x14ac:dyDescent=\"0.4\"/><cols><col min=\"2\" max=\"2\" width=\"12\" style=\"3\" customWidth=\"1\"/></cols><sheetData>"
        + "<row r=\"1\" spans=\"1:9\" x14ac:dyDescent=\"0.4\">" + string.Concat("ABCDEFGHI".Select((c, i) => $"<c r=\"{c}1\" s=\"4\" t=\"s\"><v>{i}</v></c>")) + "</row>\r\n"
        + PeopleRow2 + "<!-- <row r=\"99\"> a comment is not a row -->" + PeopleRow3 + PeopleRow4
        + "<row r=\"5\" spans=\"1:9\" ht=\"20.25\" customHeight=\"1\" x14ac:dyDescent=\"0.4\"><c r=\"B5\" s=\"3\"/><c r=\"G5\" s=\"4\"><f>IF(E5=\"\",\"\",DATEDIF(E5,DATE(2026,4,1),\"Y\"))</f><v></v></c></row>"
        + "</sheetData><autoFilter ref=\"A1:I4\"/><phoneticPr fontId=\"1\"/>"
        + "<conditionalFormatting sqref=\"E2:E4 H2:H4\"><cfRule type=\"expression\" dxfId=\"0\" priority=\"2\"><formula>$E2&gt;40000</formula></cfRule></conditionalFormatting>"
        + "<conditionalFormatting sqref=\"C3\"><cfRule type=\"expression\" dxfId=\"0\" priority=\"3\"><formula>TRUE</formula></cfRule></conditionalFormatting>"
        + "<dataValidations count=\"1\"><dataValidation type=\"textLength\" allowBlank=\"1\" sqref=\"H2:H4\"><formula1>1</formula1><formula2>8</formula2></dataValidation></dataValidations>"
        + "<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>"
        + "<ignoredErrors><ignoredError sqref=\"B2:B4\" numberStoredAsText=\"1\"/></ignoredErrors><drawing r:id=\"rId1\"/>"
        + "<extLst><ext uri=\"{78C0D931-6437-407d-A8EE-F0AAD7539E65}\" xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\"><x14:conditionalFormattings>"
        + "<x14:conditionalFormatting xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\"><x14:cfRule type=\"dataBar\" priority=\"1\" id=\"{00000000-0001-0000-0000-000000000001}\">"
        + "<x14:dataBar minLength=\"0\" maxLength=\"100\"><x14:cfvo type=\"autoMin\"/><x14:cfvo type=\"autoMax\"/><x14:negativeFillColor rgb=\"FFFF0000\"/><x14:axisColor rgb=\"FF000000\"/></x14:dataBar></x14:cfRule>"
        + "<xm:sqref>G2:G4</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>";

    private static readonly string Payroll =
        $"<worksheet {Main} {R}><dimension ref=\"A1:D3\"/><sheetData>"
        + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>19</v></c><c r=\"B1\" t=\"s\"><v>20</v></c><c r=\"C1\" t=\"s\"><v>21</v></c><c r=\"D1\" t=\"s\"><v>22</v></c></row>"
        + "<row r=\"2\"><c r=\"A2\" s=\"3\" t=\"s\"><v>10</v></c><c r=\"B2\" t=\"s\"><v>11</v></c><c r=\"C2\"><v>300000</v></c><c r=\"D2\"><f>Pay[[#This Row],[月額通貨]]*12</f><v>3600000</v></c></row>"
        + "<row r=\"3\"><c r=\"A3\" s=\"2\"><v>27</v></c><c r=\"B3\"><f>個人情報!C3</f><v>0</v></c><c r=\"C3\"><v>250000</v></c><c r=\"D3\"><f>Pay[[#This Row],[月額通貨]]*12</f><v>3000000</v></c></row>"
        + "</sheetData><tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts></worksheet>";

    private static readonly string Dependents =
        $"<worksheet {Main}><sheetData>"
        + "<row><c t=\"s\"><v>19</v></c><c t=\"s\"><v>20</v></c><c t=\"s\"><v>23</v></c><c t=\"s\"><v>4</v></c></row>"
        + "<row><c t=\"inlineStr\"><is><t>0001</t></is></c><c t=\"inlineStr\"><is><t>鈴木　花子</t></is></c><c t=\"inlineStr\"><is><t>妻</t></is></c><c t=\"inlineStr\"><is><t>S60.5.3</t></is></c></row>"
        + "</sheetData></worksheet>";

    private const string Table =
        $"<table {Main} id=\"1\" name=\"Pay\" displayName=\"Pay\" ref=\"A1:D3\" totalsRowShown=\"0\"><autoFilter ref=\"A1:D3\"/><tableColumns count=\"4\">"
        + "<tableColumn id=\"1\" name=\"社員番号\"/><tableColumn id=\"2\" name=\"氏名\"/><tableColumn id=\"3\" name=\"月額通貨\"/>"
        + "<tableColumn id=\"4\" name=\"年額\"><calculatedColumnFormula>Pay[[#This Row],[月額通貨]]*12</calculatedColumnFormula></tableColumn></tableColumns>"
        + "<tableStyleInfo name=\"TableStyleMedium2\" showFirstColumn=\"0\" showLastColumn=\"0\" showRowStripes=\"1\" showColumnStripes=\"0\"/></table>";

    private const string Drawing =
        "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
        + "<xdr:twoCellAnchor><xdr:from><xdr:col>10</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
        + "<xdr:to><xdr:col>15</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>"
        + "<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"2\" name=\"グラフ 1\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>"
        + "<xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
        + "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rId1\"/>"
        + "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>";

    private const string Chart =
        "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val=\"col\"/><c:grouping val=\"clustered\"/>"
        + "<c:ser><c:idx val=\"0\"/><c:order val=\"0\"/><c:val><c:numRef><c:f>個人情報!$G$2:$G$4</c:f></c:numRef></c:val></c:ser><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>"
        + "<c:catAx><c:axId val=\"1\"/><c:scaling/><c:delete val=\"0\"/><c:axPos val=\"b\"/><c:crossAx val=\"2\"/></c:catAx>"
        + "<c:valAx><c:axId val=\"2\"/><c:scaling/><c:delete val=\"0\"/><c:axPos val=\"l\"/><c:crossAx val=\"1\"/></c:valAx></c:plotArea></c:chart></c:chartSpace>";

    private const string Styles =
        $"<styleSheet {Main}><numFmts count=\"2\"><numFmt numFmtId=\"176\" formatCode=\"[$-411]ge\\.m\\.d;@\"/><numFmt numFmtId=\"177\" formatCode=\"0000\"/></numFmts>"
        + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"游ゴシック\"/><family val=\"3\"/><charset val=\"128\"/></font><font><sz val=\"6\"/><name val=\"游ゴシック\"/><family val=\"3\"/><charset val=\"128\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"176\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        + "<xf numFmtId=\"177\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\"><alignment horizontal=\"center\"/></xf></cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"標準\" xfId=\"0\" builtinId=\"0\"/></cellStyles><dxfs count=\"1\"><dxf><font><color rgb=\"FF9C0006\"/></font></dxf></dxfs></styleSheet>";
}
