using System.IO.Compression;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Tests.Support;

namespace CellsContact.OpenXml.Tests;

/// <summary>Sheets as other programs write them.</summary>
public sealed class SheetXmlTests
{
    [Fact]
    public async Task PrefixedNamespace_IsKeptInNewCellsAndRows()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        await test.AppliedAsync(Sets.Known("c-1", "0001", "鈴木　一郎", new(1980, 1, 1)));
        Package.Edit(test.Path, "xl/worksheets/sheet1.xml", xml => System.Text.RegularExpressions.Regex
            .Replace(xml, "<(/?)(?![?!])", "<$1x:").Replace(" xmlns=", " xmlns:x=", StringComparison.Ordinal));

        await test.ApplyAsync(
            Sets.Of("c-2", Sets.Update(LedgerTable.People, "0001", PersonFields.Phone.To(Sets.Text("03")))), Sets.Hire("c-3"));

        Assert.Equal("03", (await test.PersonAsync("0001")).Row[PersonFields.Phone].Text);
        Assert.Equal("髙橋　太郎", (await test.PersonAsync("0002")).Row[PersonFields.Name].Text);
        Validate.Workbook(test.Path);
    }

    [Fact]
    public async Task RowsAndCellsWithoutReferences_AreCountedByPlace()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        await test.AppliedAsync(Sets.Known("c-1", "0001", "鈴木　一郎", new(1980, 1, 1)));
        Package.Edit(test.Path, "xl/worksheets/sheet1.xml", xml => System.Text.RegularExpressions.Regex
            .Replace(xml, " r=\"[A-Z]*[0-9]+\"", ""));

        await test.ApplyAsync(
            Sets.Of("c-2", Sets.Update(LedgerTable.People, "0001", PersonFields.Name.To(Sets.Text("鈴木　一郎"), Sets.Text("鈴木　二郎")))),
            Sets.Hire("c-3"));

        Assert.Equal("鈴木　二郎", (await test.PersonAsync("0001")).Row[PersonFields.Name].Text);
        Assert.Equal("髙橋　太郎", (await test.PersonAsync("0002")).Row[PersonFields.Name].Text);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+81-90")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData(" 前後の空白 ")]
    [InlineData("改行\nタブ\tと\r復帰")]
    [InlineData("制御\u0001文字\u001f")]
    [InlineData("_x0041_ は文字どおり _x")]
    [InlineData("<a & \"b\"> ]]> '")]
    [InlineData("𠮷田 葛󠄀 髙﨑")]
    [InlineData("0012")]
    [InlineData("片\ud842割れ")]
    [InlineData("\uFFFE\uFFFF")]
    public async Task AnyText_ComesBackAsItWas_AndIsNeverAFormula(string text)
    {
        using TestLedger test = TestLedger.WithNewWorkbook();

        await test.AppliedAsync(Sets.Known("c-1", "0001", text, new(1980, 1, 1)));

        Assert.Equal(Sets.Text(text), (await test.PersonAsync("0001")).Row[PersonFields.Name]);
        Assert.DoesNotContain("<f>", Package.Text(test.Path, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Validate.Workbook(test.Path);
    }

    [Fact]
    public async Task CommentsCDataAndInstructions_AreReadAndKept()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        await test.AppliedAsync(Sets.Known("c-1", "0001", "鈴木　一郎", new(1980, 1, 1)));
        Package.Edit(test.Path, "xl/worksheets/sheet1.xml", xml => xml
            .Replace("<t>鈴木　一郎</t>", "<t><![CDATA[鈴木</c></row>]]>　一郎</t>", StringComparison.Ordinal)
            .Replace("<row r=\"2\">", "<?office keep?><row r=\"2\"><!-- </row> -->", StringComparison.Ordinal));

        await test.ApplyAsync(Sets.Of("c-2", Sets.Update(LedgerTable.People, "0001", PersonFields.Phone.To(Sets.Text("03")))));

        Assert.Equal("鈴木</c></row>　一郎", (await test.PersonAsync("0001")).Row[PersonFields.Name].Text);
        Assert.Contains("<?office keep?><row r=\"2\"><!-- </row> -->", Package.Text(test.Path, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmptySheetData_GetsItsFirstRows()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        Package.Edit(test.Path, "xl/worksheets/sheet2.xml", xml => System.Text.RegularExpressions.Regex.Replace(xml, "<sheetData>.*</sheetData>", "<sheetData />"));

        OpenXmlAdoption report = await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);

        Assert.Equal(["給与データ!社員番号", "給与データ!氏名"], report.Added);
        Assert.Contains("<sheetData ><row r=\"1\">", Package.Text(test.Path, "xl/worksheets/sheet2.xml"), StringComparison.Ordinal);
        await test.ReadAsync();
        Validate.Workbook(test.Path);
    }

    [Fact]
    public async Task ContentBelowTheData_IsSteppedOver_PreparedRowsAreFilled()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        await test.AppliedAsync(Sets.Known("c-1", "0001", "鈴木　一郎", new(1980, 1, 1)));
        Package.Edit(test.Path, "xl/worksheets/sheet1.xml", xml => xml.Replace(
            "</sheetData>",
            "<row r=\"3\"><c r=\"BZ3\"><f>1+1</f><v>2</v></c></row><row r=\"4\"><c r=\"BZ4\" t=\"inlineStr\"><is><t>ここに書かない</t></is></c></row></sheetData>",
            StringComparison.Ordinal));

        await test.ApplyAsync(Sets.Hire("c-2"), Sets.Hire("c-3", "山田　四郎"));

        Assert.Equal("0002", Package.Value(test.Path, "個人情報", "A3"));
        Assert.Equal("2", Package.Value(test.Path, "個人情報", "BZ3"));
        Assert.Equal("ここに書かない", Package.Value(test.Path, "個人情報", "BZ4"));
        Assert.Null(Package.Cell(test.Path, "個人情報", "A4"));
        Assert.Equal("0003", Package.Value(test.Path, "個人情報", "A5"));
    }

    [Fact]
    public async Task ADateInAColumnWithoutADateFormat_GetsOneBesideTheOthers()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        Package.Edit(test.Path, "xl/worksheets/sheet1.xml", xml => xml.Replace(" style=\"2\"", "", StringComparison.Ordinal));
        Package.Edit(test.Path, "xl/styles.xml", xml => xml.Replace("yyyy/m/d", "yyyy/m", StringComparison.Ordinal));
        string styles = Package.Text(test.Path, "xl/styles.xml");

        await test.AppliedAsync(Sets.Hire("c-1"));

        string added = "<xf applyNumberFormat=\"1\" numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs>";
        Assert.Equal(
            styles.Replace("<cellXfs count=\"5\">", "<cellXfs count=\"6\">", StringComparison.Ordinal).Replace("</cellXfs>", added, StringComparison.Ordinal),
            Package.Text(test.Path, "xl/styles.xml"));
        Assert.Equal(Sets.Day(2026, 4, 1), (await test.PersonAsync("0001")).Row[PersonFields.HiredOn]);
        Validate.Workbook(test.Path);
    }

    [Fact]
    public async Task ADateInAColumnWithoutADateFormat_TakesOneOfTheWorkbookThatLooksTheSame()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        Package.Edit(test.Path, "xl/worksheets/sheet1.xml", xml => xml.Replace(" style=\"2\"", "", StringComparison.Ordinal));
        string styles = Package.Text(test.Path, "xl/styles.xml");

        await test.AppliedAsync(Sets.Hire("c-1"));

        Assert.Equal(styles, Package.Text(test.Path, "xl/styles.xml"));
        Assert.Equal("2", (string?)Package.Cell(test.Path, "個人情報", Package.ColumnOf(test.Path, "個人情報", "入社年月日") + "2")!.Attribute("s"));
        Assert.Equal(Sets.Day(2026, 4, 1), (await test.PersonAsync("0001")).Row[PersonFields.HiredOn]);
    }

    [Fact]
    public async Task StreamedZipWithDescriptorsAndStoredParts_IsReadAndRewritten()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        (string Name, byte[] Content)[] parts = [.. Package.Names(test.Path).Select(n => (n, Package.Read(test.Path, n)))];
        using (var stream = new ForwardOnlyStream(File.Create(test.Path)))
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] content) in parts)
            {
                using Stream entry = zip.CreateEntry(name, name.Contains("styles", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        await test.AppliedAsync(Sets.Hire("c-1"));

        Assert.Equal(parts.Select(p => p.Name), Package.Names(test.Path));
        Assert.All(parts.Where(p => !p.Name.Contains("sheets/", StringComparison.Ordinal)), p => Assert.Equal(p.Content, Package.Read(test.Path, p.Name)));
        Validate.Workbook(test.Path);
    }

    [Fact]
    public async Task EmployeeNumbers_KeepTheShapeOfTheOfficesOwn()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        await test.ApplyAsync(
            Sets.Known("c-1", "A-098", "鈴木　一郎", new(1980, 1, 1)),
            Sets.Known("c-2", "A-099", "鈴木　二郎", new(1980, 1, 2)),
            Sets.Known("c-3", "7", "役員　太郎", new(1950, 1, 2)));

        IReadOnlyList<LedgerOutcome> outcomes = await test.ApplyAsync(Sets.Hire("c-4"), Sets.Hire("c-5"));

        Assert.Equal(["A-100", "A-101"], outcomes.Cast<LedgerOutcome.Applied>().Select(o => o.Receipt.AssignedNumbers["hire"].Value));
    }

    /// <summary>What makes <see cref="ZipArchive"/> write data descriptors, as web servers do.</summary>
    private sealed class ForwardOnlyStream(Stream inner) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
