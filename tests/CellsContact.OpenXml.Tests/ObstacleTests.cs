using CellsContact.Ledgers;
using CellsContact.OpenXml.Tests.Support;

namespace CellsContact.OpenXml.Tests;

/// <summary>What stands where a new row or a value would go.</summary>
public sealed class ObstacleTests
{
    private const string End = "</sheetData></worksheet>";

    [Fact]
    public async Task MergedCellsBelowTheData_AreSteppedOver_ThoseOfOneRowAreWrittenIntoTheirFirstCell()
    {
        using var test = new TestLedger();
        await AdoptAsync(test, new PlainWorkbook().Edit(
            PlainWorkbook.Sheet,
            End,
            "</sheetData><mergeCells count=\"3\"><mergeCell ref=\"A3:B3\"/><mergeCell ref=\"C4:C6\"/><mergeCell ref=\"C7:E7\"/></mergeCells></worksheet>"));

        await test.AppliedAsync(Sets.PlainHire("c-1"));

        Assert.Equal("0028", Package.Value(test.Path, "個人情報", "A7"));
        Assert.Equal("髙橋　太郎", Package.Value(test.Path, "個人情報", "B7"));
        Validate.Workbook(test.Path);
    }

    [Fact]
    public async Task ATableBelowTheData_IsNotWrittenInto()
    {
        using var test = new TestLedger();
        await AdoptAsync(test, WithTable(new PlainWorkbook(), "B3:C5", ""));

        await test.AppliedAsync(Sets.PlainHire("c-1"));

        Assert.Equal("0028", Package.Value(test.Path, "個人情報", "A6"));
    }

    [Fact]
    public async Task ATableAroundTheData_GrowsWithItsFilter()
    {
        using var test = new TestLedger();
        await AdoptAsync(test, WithTable(new PlainWorkbook(), "A1:C2", ""));
        string before = Package.Text(test.Path, "xl/tables/table1.xml");

        await test.AppliedAsync(Sets.PlainHire("c-1"));

        Assert.Equal(before.Replace("A1:C2", "A1:C3", StringComparison.Ordinal), Package.Text(test.Path, "xl/tables/table1.xml"));
    }

    [Fact]
    public async Task ATableWithATotalsRow_RefusesNewRowsByName_UpdatesAreWritten()
    {
        using var test = new TestLedger();
        await AdoptAsync(test, WithTable(new PlainWorkbook().Edit(
            PlainWorkbook.Sheet, End, "<row r=\"3\"><c r=\"C3\"><f>SUBTOTAL(103,C2:C2)</f><v>1</v></c></row>" + End), "A1:C3", " totalsRowCount=\"1\""));
        byte[] before = await File.ReadAllBytesAsync(test.Path);

        LedgerUnsupportedException e = await Assert.ThrowsAsync<LedgerUnsupportedException>(() => test.ApplyAsync(Sets.PlainHire("c-1")));

        Assert.Contains("集計行", e.Text.Japanese, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(test.Path));
        await test.AppliedAsync(Renamed("c-2"));
    }

    [Theory]
    [InlineData("<f t=\"array\" ref=\"B2:C2\">TRANSPOSE(F1:F2)</f>", "C2", "")]
    [InlineData("<f t=\"dataTable\" ref=\"B2:C3\" dt2D=\"1\" r1=\"F1\" r2=\"F2\"/>", "C2", "")]
    [InlineData("<f t=\"shared\" ref=\"B2:B3\" si=\"0\">F2</f>", "B2", "<row r=\"3\"><c r=\"A3\"><v>28</v></c><c r=\"B3\"><f t=\"shared\" si=\"0\"/><v>2</v></c></row>")]
    public async Task ACellThatAFormulaOfSeveralCellsFills_IsAFormulaConflict(string formula, string cell, string rest)
    {
        using var test = new TestLedger();
        await AdoptAsync(test, new PlainWorkbook()
            .Edit(PlainWorkbook.Sheet, "<c r=\"B2\" t=\"s\"><v>4</v></c>", $"<c r=\"B2\" t=\"str\">{formula}<v>鈴木　一郎</v></c>")
            .Edit(PlainWorkbook.Sheet, End, rest + End));
        byte[] before = await File.ReadAllBytesAsync(test.Path);
        LedgerField field = cell == "C2" ? PersonFields.BirthDate : PersonFields.Name;
        LedgerValue value = (await test.PersonAsync("0027")).Row[field];

        LedgerConflict conflict = Assert.Single(await test.ConflictsAsync(Sets.Of(
            "c-1", Sets.Update(LedgerTable.People, "0027", field.To(value, cell == "C2" ? Sets.Day(2000, 1, 1) : Sets.Text("鈴木　二郎"))))));

        Assert.Equal(LedgerConflictReason.Formula, conflict.Reason);
        Assert.Equal(before, await File.ReadAllBytesAsync(test.Path));
    }

    [Fact]
    public async Task AnArrayFormulaBelowTheData_IsSteppedOver()
    {
        using var test = new TestLedger();
        await AdoptAsync(test, new PlainWorkbook().Edit(
            PlainWorkbook.Sheet, End, "<row r=\"3\"><c r=\"B3\"><f t=\"array\" ref=\"B3:B5\">F1:F3</f><v>1</v></c></row>" + End));

        await test.AppliedAsync(Sets.PlainHire("c-1"));

        Assert.Equal("0028", Package.Value(test.Path, "個人情報", "A6"));
    }

    [Fact]
    public async Task AHiddenPreparedRow_IsShownOnceItIsFilled()
    {
        using var test = new TestLedger();
        await AdoptAsync(test, new PlainWorkbook().Edit(
            PlainWorkbook.Sheet, End, "<row r=\"3\" hidden=\"1\" ht=\"15\"><c r=\"A3\" s=\"1\"/></row><row r=\"4\" hidden=\"1\"/>" + End));

        await test.AppliedAsync(Sets.PlainHire("c-1"));

        string sheet = Package.Text(test.Path, PlainWorkbook.Sheet);
        Assert.Contains("<row r=\"3\" ht=\"15\"><c r=\"A3\" s=\"1\" t=\"inlineStr\">", sheet, StringComparison.Ordinal);
        Assert.Contains("<row r=\"4\" hidden=\"1\"/>", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProtectedSheet_IsWritten_OrRefusedWhereTheOfficeWantsIt()
    {
        PlainWorkbook workbook = new PlainWorkbook().Edit(PlainWorkbook.Sheet, End, "</sheetData><sheetProtection sheet=\"1\" objects=\"1\"/></worksheet>");
        using var writing = new TestLedger();
        await AdoptAsync(writing, workbook);
        await writing.AppliedAsync(Sets.PlainHire("c-1"));

        using var refusing = new TestLedger(o => o.RefuseProtectedSheets = true);
        await AdoptAsync(refusing, workbook);
        byte[] before = await File.ReadAllBytesAsync(refusing.Path);
        LedgerUnsupportedException e = await Assert.ThrowsAsync<LedgerUnsupportedException>(() => refusing.ApplyAsync(Sets.PlainHire("c-1")));

        Assert.Contains("個人情報", e.Text.Japanese, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(refusing.Path));
        Assert.Equal("鈴木　一郎", (await refusing.PersonAsync("0027")).Row[PersonFields.Name].Text);
    }

    [Fact]
    public async Task AProtectedSheetThatLacksAColumn_IsNotAdoptedWhereTheOfficeRefusesIt()
    {
        using var test = new TestLedger(o => o.RefuseProtectedSheets = true);
        Package.Write(test.Path, new PlainWorkbook()
            .Edit("xl/sharedStrings.xml", "生年月日", "誕生日")
            .Edit(PlainWorkbook.Sheet, End, "</sheetData><sheetProtection sheet=\"1\"/></worksheet>").Parts);
        byte[] before = await File.ReadAllBytesAsync(test.Path);

        await Assert.ThrowsAsync<LedgerUnsupportedException>(() => OpenXmlWorkbook.AdoptAsync(test.Path, test.Options));

        Assert.Equal(before, await File.ReadAllBytesAsync(test.Path));
    }

    private static LedgerChangeSet Renamed(string contact) => Sets.Of(
        contact, Sets.Update(LedgerTable.People, "0027", PersonFields.Name.To(Sets.Text("鈴木　一郎"), Sets.Text("鈴木　二郎"))));

    private static async Task AdoptAsync(TestLedger test, PlainWorkbook workbook)
    {
        Package.Write(test.Path, workbook.Parts);
        Assert.Empty((await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options)).Unresolved);
    }

    private static PlainWorkbook WithTable(PlainWorkbook workbook, string area, string attributes) => workbook
        .Edit(PlainWorkbook.Sheet, "</worksheet>", "<tableParts count=\"1\"><tablePart xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rId1\"/></tableParts></worksheet>")
        .Set("xl/worksheets/_rels/sheet1.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/table\" Target=\"../tables/table1.xml\"/></Relationships>")
        .Set("xl/tables/table1.xml", $"<table xmlns=\"{PlainWorkbook.Main}\" id=\"1\" name=\"表1\" displayName=\"表1\" ref=\"{area}\"{attributes}><autoFilter ref=\"{area}\"/><tableColumns count=\"3\"><tableColumn id=\"1\" name=\"社員番号\"/><tableColumn id=\"2\" name=\"氏名\"/><tableColumn id=\"3\" name=\"生年月日\"/></tableColumns></table>");
}
