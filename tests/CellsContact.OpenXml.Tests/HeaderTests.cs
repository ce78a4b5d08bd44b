using CellsContact.Ledgers;
using CellsContact.OpenXml.Tests.Support;

namespace CellsContact.OpenXml.Tests;

/// <summary>Headers that are not simply in row 1, and columns that headers do not tell.</summary>
public sealed class HeaderTests
{
    private const string Title = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>社員名簿</t></is></c></row>";

    [Fact]
    public async Task HeadersInTwoRows_TheLowerCountsAndWhatIsMergedDownToIt()
    {
        using var test = new TestLedger(o => o.UseHeaderRow(LedgerTable.People, 2).UseHeader(PersonFields.BirthDate, "年月日"));
        PlainWorkbook workbook = new PlainWorkbook()
            .Edit(PlainWorkbook.Sheet, PlainWorkbook.Row1 + PlainWorkbook.Row2,
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"D1\" t=\"inlineStr\"><is><t>生年</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\"/><c r=\"B2\"/><c r=\"D2\" t=\"inlineStr\"><is><t>年月日</t></is></c><c r=\"E2\" t=\"inlineStr\"><is><t>和暦</t></is></c></row>"
                + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>3</v></c><c r=\"B3\" t=\"s\"><v>4</v></c><c r=\"D3\" s=\"1\"><v>29221</v></c></row>")
            .Edit(PlainWorkbook.Sheet, "</sheetData>", "</sheetData><mergeCells count=\"3\"><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C2\"/><mergeCell ref=\"D1:E1\"/></mergeCells>");
        Package.Write(test.Path, workbook.Parts);

        OpenXmlAdoption report = await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);
        await test.AppliedAsync(Sets.PlainHire("c-1"));

        Assert.DoesNotContain(report.Added, a => a.StartsWith("個人情報", StringComparison.Ordinal));
        Assert.Equal("0028", Package.Value(test.Path, "個人情報", "A4"));
        Assert.Equal("髙橋　太郎", Package.Value(test.Path, "個人情報", "B4"));
        Assert.Equal(new DateOnly(1990, 5, 3), (await test.PersonAsync("0028")).Row[PersonFields.BirthDate].AsDate());
        Assert.Equal("0027", (await test.PersonAsync("27")).Number.Value);
    }

    [Fact]
    public async Task HeaderRowZero_IsLookedForOnEachSheet()
    {
        using var test = new TestLedger(o => o.HeaderRow = 0);
        Package.Write(test.Path, new PlainWorkbook().Edit(
            PlainWorkbook.Sheet, PlainWorkbook.Row1 + PlainWorkbook.Row2, Title + Moved(PlainWorkbook.Row1, 4) + Moved(PlainWorkbook.Row2, 5)).Parts);

        await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);
        await test.AppliedAsync(Sets.PlainHire("c-1"));

        Assert.Equal("0028", Package.Value(test.Path, "個人情報", "A6"));
        Assert.Equal("社員番号", Package.Value(test.Path, "給与データ", "A1"));
        Assert.NotNull(Package.Cell(test.Path, "連絡反映履歴", "A2"));
    }

    [Fact]
    public async Task HeaderRowZero_WithoutAnyHeaders_IsALayoutError()
    {
        using TestLedger test = TestLedger.WithNewWorkbook(o => o.HeaderRow = 0);
        Package.Edit(test.Path, "xl/worksheets/sheet1.xml", x => x.Replace("<t>氏名</t>", "<t>名前欄</t>", StringComparison.Ordinal));

        LedgerLayoutException e = await Assert.ThrowsAsync<LedgerLayoutException>(() => test.ReadAsync());

        Assert.Contains("個人情報!氏名", e.Missing);
    }

    [Fact]
    public async Task AColumnNamedByItsLetters_NeedsNoHeaderAndSettlesTwoOfOneName()
    {
        using var test = new TestLedger(o => o.UseColumn(PersonFields.Name, "b").UseColumn(PersonFields.BirthDate, "D"));
        Package.Write(test.Path, new PlainWorkbook()
            .Edit("xl/sharedStrings.xml", "生年月日", "氏名")
            .Edit(PlainWorkbook.Sheet, "<c r=\"C2\" s=\"1\"><v>29221</v></c>", "<c r=\"C2\" t=\"s\"><v>3</v></c><c r=\"D2\" s=\"1\"><v>29221</v></c>").Parts);

        OpenXmlAdoption report = await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);
        await test.AppliedAsync(Sets.PlainHire("c-1"));

        Assert.Empty(report.Unresolved);
        Assert.Equal("髙橋　太郎", Package.Value(test.Path, "個人情報", "B3"));
        Assert.Null(Package.Cell(test.Path, "個人情報", "C3"));
        Assert.Equal(Sets.Day(1980, 1, 1), (await test.PersonAsync("0027")).Row[PersonFields.BirthDate]);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("B2")]
    [InlineData("XFE")]
    public void UseColumn_WithoutAColumn_IsAnError(string column) =>
        Assert.Throws<ArgumentException>(() => new OpenXmlLedgerOptions().UseColumn(PersonFields.Name, column));

    [Fact]
    public async Task AddedHeaders_StandInColumnsThatAreWhollyFree()
    {
        using var test = new TestLedger();
        Package.Write(test.Path, new PlainWorkbook()
            .Edit("xl/sharedStrings.xml", "氏名", "名前")
            .Edit("xl/sharedStrings.xml", "生年月日", "誕生日")
            .Edit(PlainWorkbook.Sheet, "</sheetData>", "<row r=\"9\"><c r=\"D9\"><v>1</v></c></row></sheetData><mergeCells count=\"1\"><mergeCell ref=\"F1:G1\"/></mergeCells>").Parts);

        OpenXmlAdoption report = await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);

        Assert.Contains("個人情報!氏名", report.Added);
        Assert.Equal("氏名", Package.Value(test.Path, "個人情報", "E1"));
        Assert.Equal("生年月日", Package.Value(test.Path, "個人情報", "H1"));
        Assert.Null(Package.Cell(test.Path, "個人情報", "D1"));
    }

    [Fact]
    public async Task AHeaderInTheLastColumn_LeavesTheFreeOnesBeforeIt()
    {
        using var test = new TestLedger();
        Package.Write(test.Path, new PlainWorkbook()
            .Edit("xl/sharedStrings.xml", "氏名", "名前")
            .Edit(PlainWorkbook.Sheet, "</row><row r=\"2\">", "<c r=\"XFD1\"><v>1</v></c></row><row r=\"2\">").Parts);

        await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);
        await test.AppliedAsync(Sets.PlainHire("c-1"));

        Assert.Equal("氏名", Package.Value(test.Path, "個人情報", "D1"));
        Assert.Equal("髙橋　太郎", Package.Value(test.Path, "個人情報", "D3"));
    }

    [Fact]
    public async Task ASheetWithoutAFreeColumn_IsRefusedByName()
    {
        using var test = new TestLedger();
        Package.Write(test.Path, new PlainWorkbook()
            .Edit("xl/sharedStrings.xml", "氏名", "名前")
            .Edit(PlainWorkbook.Sheet, "</sheetData>", "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:XFD1\"/></mergeCells>").Parts);
        byte[] before = await File.ReadAllBytesAsync(test.Path);

        LedgerUnsupportedException e = await Assert.ThrowsAsync<LedgerUnsupportedException>(() => OpenXmlWorkbook.AdoptAsync(test.Path, test.Options));

        Assert.Contains("個人情報", e.Text.Japanese, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(test.Path));
    }

    private static string Moved(string row, int to) => System.Text.RegularExpressions.Regex.Replace(row, "(r=\"[A-Z]*)[0-9]", $"${{1}}{to}");
}
