using System.Globalization;
using System.Text;
using System.Xml;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Xml;
using CsCheck;

namespace CellsContact.OpenXml.Tests;

/// <summary>The quick ways through common XML see what a careful reader sees, whatever stands in a sheet.</summary>
public sealed class QuickScanTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly Gen<string> Rows = OneOf(
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r='2' ht=\"20\"/>",
        "<row/>",
        "<row ></row >",
        "<row x=\"a>b/>c\"><c r=\"A1\" t=\"inlineStr\"><is><t>&lt;/row&gt;</t></is></c></row>",
        "<row><c><!-- </row><row> --><v>1</v></c></row>",
        "<row><c t=\"inlineStr\"><is><t><![CDATA[</row>]]></t></is></c></row>",
        "<row><?pi </row> ?><c/></row>",
        "<row><c/><extLst><ext uri=\"u\"><row r=\"9\"><c/></row><row/></ext></extLst></row>",
        "<row><extLst><ext xmlns:y=\"urn:y\"><y:row>1</y:row></ext></extLst></row>",
        "<row><c><f>A1!B2</f><v>?!</v></c></row>",
        "<row><c r=\"B1\"><extLst/></c></row>\r\n",
        "<!-- <row r=\"5\"></row> -->",
        "<?x <row> ?>",
        "\n  ");

    [Fact]
    public void Records_AreThoseOfACarefulReader_AndNothingIsLost() =>
        Gen.Select(Rows.Array[0, 12], Gen.Bool, Gen.Int[1, 40]).Sample((rows, isPrefixed, chunk) =>
        {
            string data = string.Concat(rows);
            string xml = $"<?xml version=\"1.0\"?><worksheet xmlns=\"{Main}\"><dimension ref=\"A1\"/><sheetData>{data}</sheetData><rowBreaks/></worksheet>";
            if (isPrefixed)
                xml = Prefixed(xml);
            List<string> expected = Expected(xml);

            using var reader = new RecordReader(new Trickle(Encoding.UTF8.GetBytes(xml), chunk), "sheetData", "row");
            var whole = new StringBuilder(Encoding.UTF8.GetString(reader.ReadPrologue()));
            var found = new List<string>();
            while (reader.TryRead())
            {
                whole.Append(Encoding.UTF8.GetString(reader.Gap)).Append(Encoding.UTF8.GetString(reader.Record));
                found.Add(Encoding.UTF8.GetString(reader.Record));
            }

            whole.Append(Encoding.UTF8.GetString(reader.ReadEpilogue()));
            Assert.Equal(xml, whole.ToString());
            Assert.Equal(expected.Count, found.Count);
            Assert.All(found, record => Assert.StartsWith(isPrefixed ? "<x:row" : "<row", record, StringComparison.Ordinal));
        });

    [Theory]
    [InlineData("<row x=\"1\" <")]
    [InlineData("<row x=\"1\" <c>")]
    [InlineData("<row x='1<'>")]
    public void TagEnd_AnotherTagBegins_IsDamage(string tag) =>
        Assert.Throws<WorkbookFormatException>(() => XmlAttributes.TagEnd(Encoding.UTF8.GetBytes(tag)));

    [Fact]
    public void ManySelfClosedRows_AreReadInAMoment()
    {
        string rows = string.Concat(Enumerable.Range(1, 200_000).Select(r => $"<row r=\"{r}\" s=\"1\" customFormat=\"1\"/>"));
        using var reader = new RecordReader(
            new MemoryStream(Encoding.UTF8.GetBytes($"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>")), "sheetData", "row");
        reader.ReadPrologue();
        long started = System.Diagnostics.Stopwatch.GetTimestamp();

        int count = 0;
        while (reader.TryRead())
            count++;

        Assert.Equal(200_000, count);
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 5);
    }

    [Fact]
    public void Cells_AreTheSame_HoweverTheirTagIsWritten()
    {
        Gen<string> content = OneOf("<v>27</v>", "<v></v>", "<v>1234567</v>", "<v>12345678</v>", "<v>1234567890.5</v>", "<v>1</v><x/>", "<v/>", "<v>list&lt;</v>", "<is><t>0027</t></is>", "<f>A1</f><v>1</v>", "", "<v><![CDATA[</c>]]></v>");
        Gen<(int Column, int Style, string Type, string Content)> cell =
            Gen.Select(Gen.Int[1, 5], Gen.Int[-1, 3], OneOf("", "s", "n", "str", "inlineStr", "b"), content);
        Gen<string> ending = OneOf("</row>", "\n</row >");
        Gen.Select(cell.Array[0, 6], Gen.Int[1, 1_048_576], ending).Sample((cells, number, rowEnd) =>
        {
            var common = new StringBuilder("<row>");
            var odd = new StringBuilder("<row>");
            int column = 0;
            foreach ((int step, int style, string type, string inner) in cells)
            {
                column += step;
                string s = style < 0 ? "" : $" s=\"{style}\"";
                string t = type.Length == 0 ? "" : $" t=\"{type}\"";
                string reference = CellReference.Of(column, number);
                string end = inner.Length == 0 ? "/>" : $">{inner}</c>";
                common.Append(CultureInfo.InvariantCulture, $"<c r=\"{reference}\"{s}{t}{end}");
                odd.Append(CultureInfo.InvariantCulture, $"\n<c{t.Replace('"', '\'')} {s}\tr = '{reference}' x=\"&gt;\"{end}");
            }

            Assert.Equal(Read(odd.Append(rowEnd).ToString()), Read(common.Append(rowEnd).ToString()));
        });
    }

    [Theory]
    [InlineData("<c r=\"A1\" s=\"\"><v>1</v></c>", 1, -1)]
    [InlineData("<c r=\"XFD1\" s=\"12\"/>", 16384, 12)]
    [InlineData("<c><v>1</v></c>", 1, -1)]
    [InlineData("<c r=\"$B$1\"><v>1</v></c>", 2, -1)]
    [InlineData("<c r=\"A\"/>", 1, -1)]
    [InlineData("<c r=\"A\"></c>", 1, -1)]
    [InlineData("<c r=\"A1\"></c>", 1, -1)]
    [InlineData("<c r=\"A1\" s=\"3\"/>", 1, 3)]
    [InlineData("<c r=\"A1\" t=\"s\"><v></v></c>", 1, -1)]
    [InlineData("<cx/><c r=\"C1\" cm=\"1\" s=\"4\"><v>1</v></c>", 3, 4)]
    public void OddCells_AreStillCells(string xml, int column, int style)
    {
        var cells = new CellScanner(Encoding.UTF8.GetBytes(xml), 0, 0);

        Assert.True(cells.Read());
        Assert.Equal((column, style), (cells.Column, cells.Style));
        Assert.False(cells.Read());
    }

    [Fact]
    public void CellsOfAnotherRowNumber_AreReadAsTheyStand()
    {
        var cells = new CellScanner("<c r=\"A7\" s=\"1\"/><c r=\"B12\" s=\"2\"><v>5</v></c><c r=\"C7\" s=\"3\"/>"u8, 0, 0);

        foreach (int column in (int[])[1, 2, 3])
        {
            Assert.True(cells.Read());
            Assert.Equal((column, column), (cells.Column, cells.Style));
        }

        Assert.False(cells.Read());
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);

    private static List<string> Read(string row)
    {
        var found = new List<string>();
        var view = new RowView(Encoding.UTF8.GetBytes(row));
        CellScanner cells = view.Cells(0);
        while (cells.Read())
        {
            Assert.Equal(Encoding.UTF8.GetString(cells.Content), row.Substring(cells.ContentStart, cells.Content.Length));
            found.Add($"{cells.Column} {cells.Style} {Encoding.UTF8.GetString(cells.Type)} {Encoding.UTF8.GetString(cells.Content)}");
        }

        return found;
    }

    private static List<string> Expected(string xml)
    {
        var rows = new List<string>();
        using var reader = XmlReader.Create(new StringReader(xml));
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader is { Depth: 2, LocalName: "row", NamespaceURI: Main })
                rows.Add(reader.GetAttribute("r") ?? "");
        }

        return rows;
    }

    /// <summary>The same under a prefix; what only looks like a tag stays as it is.</summary>
    private static string Prefixed(string xml) => System.Text.RegularExpressions.Regex.Replace(
        xml.Replace(" xmlns=", " xmlns:x=", StringComparison.Ordinal),
        "<!--.*?-->|<!\\[CDATA\\[.*?\\]\\]>|<\\?.*?\\?>|<(/?)(?=[a-zA-Z]+[\\s/>])",
        match => match.Groups[1].Success ? $"<{match.Groups[1].Value}x:" : match.Value);

    /// <summary>Gives a few bytes at a time, so that every tag is cut somewhere.</summary>
    private sealed class Trickle(byte[] content, int chunk) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, chunk));
    }
}
