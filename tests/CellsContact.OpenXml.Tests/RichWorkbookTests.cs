using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Tests.Support;

namespace CellsContact.OpenXml.Tests;

public sealed class RichWorkbookTests
{
    [Fact]
    public void TheWorkbookOfTheseTests_IsValid()
    {
        using var folder = new TempFolder();
        RichWorkbook.Create(folder.File("a.xlsm"));
        Validate.Workbook(folder.File("a.xlsm"));
    }

    [Fact]
    public async Task AdoptAsync_AddsMissingSheetsOnly_AndKeepsEveryOtherPart()
    {
        using var test = new TestLedger(name: "E001.xlsm");
        RichWorkbook.Create(test.Path);
        var before = Package.Fingerprints(test.Path);
        IReadOnlyList<string> names = Package.Names(test.Path);

        OpenXmlAdoption report = await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);

        Assert.Contains("マイナンバー取扱状況記録簿", report.Added);
        Assert.Contains("連絡反映履歴!内容ハッシュ", report.Added);
        Assert.Contains("個人情報!社員番号", report.Found);
        Assert.Contains("個人情報!電話番号", report.Missing);
        Assert.Empty(report.Unresolved);
        Assert.DoesNotContain(report.Added, a => a.StartsWith("個人情報", StringComparison.Ordinal));
        Assert.Equal([.. names, "xl/worksheets/sheet5.xml", "xl/worksheets/sheet6.xml"], Package.Names(test.Path));
        Assert.Equal(
            ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml"], Changed(before, test.Path));
        Validate.Workbook(test.Path);

        OpenXmlAdoption again = await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);
        Assert.Empty(again.Added);
    }

    [Fact]
    public async Task ApplyAsync_HireAndUpdate_KeepsEveryUntouchedPartAndRow()
    {
        using TestLedger test = await AdoptedAsync();
        var before = Package.Fingerprints(test.Path);
        IReadOnlyList<string> names = Package.Names(test.Path);

        await test.ApplyAsync(
            Hire("c-1"),
            Sets.Of("c-2", Sets.Update(
                LedgerTable.People, "0027", PersonFields.Name.To(Sets.Text("佐藤　次郎"), Sets.Text("=加藤　次郎")))));

        Assert.Equal(names, Package.Names(test.Path));
        Assert.Equal(
            ["xl/tables/table1.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet6.xml"],
            Changed(before, test.Path));
        string people = Package.Text(test.Path, "xl/worksheets/sheet1.xml");
        Assert.Contains(RichWorkbook.PeopleRow2 + "<!-- <row r=\"99\"> a comment is not a row --><row r=\"3\" spans=\"1:9\"", people, StringComparison.Ordinal);
        Assert.Contains(RichWorkbook.PeopleRow4, people, StringComparison.Ordinal);
        Assert.Contains(
            "<c r=\"B3\" s=\"2\"><v>27</v></c><c r=\"C3\" t=\"inlineStr\" ph=\"1\"><is><t>=加藤　次郎</t></is></c><c r=\"D3\" t=\"s\"><v>15</v></c>",
            people,
            StringComparison.Ordinal);
        Validate.Workbook(test.Path);
    }

    [Fact]
    public async Task ApplyAsync_NewRow_FillsThePreparedRowAndGrowsWhatCoversTheData()
    {
        using TestLedger test = await AdoptedAsync();

        LedgerReceipt receipt = await test.AppliedAsync(Hire("c-1"));

        Assert.Equal("0029", receipt.AssignedNumbers["hire"].Value);
        string people = Package.Text(test.Path, "xl/worksheets/sheet1.xml");
        Assert.Contains("<c r=\"B5\" s=\"3\" t=\"inlineStr\"><is><t>0029</t></is></c>", people, StringComparison.Ordinal);
        Assert.Contains("<c r=\"E5\" s=\"1\"><v>32996</v></c>", people, StringComparison.Ordinal);
        Assert.Contains("<c r=\"F5\" t=\"inlineStr\"><is><t>令和8年4月1日</t></is></c>", people, StringComparison.Ordinal);
        Assert.Contains("<c r=\"G5\" s=\"4\"><f>IF(E5", people, StringComparison.Ordinal);
        Assert.Contains("<c r=\"A5\" s=\"4\"/>", people, StringComparison.Ordinal);
        Assert.Contains("<conditionalFormatting sqref=\"E2:E5 H2:H5\">", people, StringComparison.Ordinal);
        Assert.Contains("<conditionalFormatting sqref=\"C3\">", people, StringComparison.Ordinal);
        Assert.Contains("sqref=\"H2:H5\"><formula1>", people, StringComparison.Ordinal);
        Assert.Contains("<xm:sqref>G2:G5</xm:sqref>", people, StringComparison.Ordinal);
        Assert.Contains("<ignoredError sqref=\"B2:B5\"", people, StringComparison.Ordinal);
        Assert.Contains("<autoFilter ref=\"A1:I4\"/>", people, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApplyAsync_SecondNewRow_IsAppendedWithTheFormatsOfTheRowAbove()
    {
        using TestLedger test = await AdoptedAsync();

        await test.ApplyAsync(Hire("c-1"), Hire("c-2", "山田　四郎"));

        string people = Package.Text(test.Path, "xl/worksheets/sheet1.xml");
        Assert.Contains("<row r=\"6\" ht=\"20.25\" customHeight=\"1\"><c r=\"A6\" s=\"4\"/><c r=\"B6\" s=\"3\" t=\"inlineStr\">", people, StringComparison.Ordinal);
        Assert.Contains("<c r=\"G6\" s=\"4\"/>", people, StringComparison.Ordinal);
        Assert.Contains("<dimension ref=\"A1:I6\"/>", people, StringComparison.Ordinal);
        Validate.Workbook(test.Path);
    }

    [Fact]
    public async Task ApplyAsync_NewRowInATable_GrowsTheTableAndFillsItsCalculatedColumn()
    {
        using TestLedger test = await AdoptedAsync();

        await test.AppliedAsync(Hire("c-1"));

        string table = Package.Text(test.Path, "xl/tables/table1.xml");
        Assert.Contains("ref=\"A1:D4\" totalsRowShown=\"0\"><autoFilter ref=\"A1:D4\"/>", table, StringComparison.Ordinal);
        string payroll = Package.Text(test.Path, "xl/worksheets/sheet2.xml");
        Assert.Contains("<c r=\"C4\"><v>280000</v></c><c r=\"D4\"><f>Pay[[#This Row],[月額通貨]]*12</f></c>", payroll, StringComparison.Ordinal);
        Assert.Contains("<dimension ref=\"A1:D4\"/>", payroll, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApplyAsync_TableWithATotalsRow_RefusesToAddAndLeavesTheFile()
    {
        using TestLedger test = await AdoptedAsync();
        Package.Edit(test.Path, "xl/tables/table1.xml", x => x.Replace("totalsRowShown=\"0\"", "totalsRowCount=\"1\"", StringComparison.Ordinal));
        byte[] before = await File.ReadAllBytesAsync(test.Path);

        LedgerException e = await Assert.ThrowsAsync<LedgerUnsupportedException>(() => test.ApplyAsync(Hire("c-1")));

        Assert.Contains("給与データ", e.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(test.Path));
    }

    [Fact]
    public async Task ReadAsync_FindsColumnsByHeader_WhateverTheirOrderWidthAndRuns()
    {
        using TestLedger test = await AdoptedAsync();

        LedgerPerson suzuki = await test.PersonAsync("1");

        Assert.Equal("0001", suzuki.Number.Value);
        Assert.Equal("鈴木　一郎", suzuki.Row[PersonFields.Name].Text);
        Assert.Equal(LedgerValue.Raw(LedgerValueKind.Formula, "ｽｽﾞｷ ｲﾁﾛｳ"), suzuki.Row[PersonFields.NameKana]);
        Assert.Equal(Sets.Day(1980, 1, 1), suzuki.Row[PersonFields.BirthDate]);
        Assert.Equal(Sets.Text("令和2年4月1日"), suzuki.Row[PersonFields.HiredOn]);
        Assert.Equal(LedgerValue.OfNumber(300_000), suzuki.Payroll![PayrollFields.WageInCash]);
        LedgerRow wife = Assert.Single(suzuki.Dependents);
        Assert.Equal(LedgerValue.OfChoice("wife"), wife[DependentFields.Relationship]);
        Assert.Equal(new DateOnly(1985, 5, 3), wife[DependentFields.BirthDate].AsDate());
    }

    [Fact]
    public async Task ReadAsync_ANumericNumberShownWithZeros_IsTheNumberShown()
    {
        using TestLedger test = await AdoptedAsync();

        LedgerSnapshot snapshot = await test.ReadAsync(
            PersonQuery.ByNumber(EmployeeNumber.Parse("27")), PersonQuery.ByNumber(EmployeeNumber.Parse("28")));

        Assert.Equal(["0027", "００２８"], snapshot.People.Select(p => p.Number.Value));
        Assert.Equal(LedgerValue.OfNumber(250_000), snapshot.People[0].Payroll![PayrollFields.WageInCash]);
    }

    [Fact]
    public async Task ApplyAsync_FormulaCell_IsAConflictEvenForTheVeryValueRead()
    {
        using TestLedger test = await AdoptedAsync();
        LedgerValue read = (await test.PersonAsync("0001")).Row[PersonFields.NameKana];

        LedgerConflict conflict = Assert.Single(await test.ConflictsAsync(Sets.Of(
            "c-1", Sets.Update(LedgerTable.People, "0001", PersonFields.NameKana.To(read, Sets.Text("スズキ　イチロウ"))))));

        Assert.Equal((LedgerConflictReason.Formula, PersonFields.NameKana), (conflict.Reason, conflict.Field));
    }

    [Fact]
    public async Task ApplyAsync_AFieldWithoutAColumn_IsAConflict()
    {
        using TestLedger test = await AdoptedAsync();

        LedgerSnapshot snapshot = await test.ReadAsync();
        LedgerConflict conflict = Assert.Single(await test.ConflictsAsync(Sets.Of(
            "c-1", Sets.Update(LedgerTable.People, "0001", PersonFields.Phone.To(Sets.Text("03-0000-0000"))))));

        Assert.DoesNotContain(PersonFields.Phone, snapshot.Fields);
        Assert.Contains(PersonFields.HiredOn, snapshot.Fields);
        Assert.Equal((LedgerConflictReason.FieldMissing, PersonFields.Phone), (conflict.Reason, conflict.Field));
    }

    [Fact]
    public async Task ApplyAsync_TextDates_KeepTheirForm()
    {
        using TestLedger test = await AdoptedAsync();

        await test.AppliedAsync(Sets.Of(
            "c-1",
            Sets.Update(LedgerTable.People, "0001", PersonFields.HiredOn.To(Sets.Day(2020, 4, 1), Sets.Day(2019, 5, 1))),
            Sets.Dependent(LedgerChangeAction.Update, "0001", new(1985, 5, 3), "花子", DependentFields.BirthDate.To(Sets.Text("S60.5.3"), Sets.Day(1991, 6, 7)))));

        Assert.Equal("令和元年5月1日", Package.Value(test.Path, "個人情報", "F2"));
        Assert.Equal("H3.6.7", Package.Value(test.Path, "扶養親族", "D2"));
    }

    [Fact]
    public async Task ApplyAsync_1904Workbook_CountsDaysFrom1904()
    {
        using var test = new TestLedger(name: "E001.xlsm");
        RichWorkbook.Create(test.Path, is1904: true);
        await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);

        await test.AppliedAsync(Hire("c-1"));

        Assert.Equal("31534", Package.Value(test.Path, "個人情報", "E5"));
        Assert.Equal(Sets.Day(1990, 5, 3), (await test.PersonAsync("0029")).Row[PersonFields.BirthDate]);
        Assert.Equal(Sets.Day(1984, 1, 2), (await test.PersonAsync("0001")).Row[PersonFields.BirthDate]);
    }

    [Fact]
    public async Task AdoptAsync_AllColumns_AddsThemBehindTheLastHeader()
    {
        using var test = new TestLedger(name: "E001.xlsm");
        RichWorkbook.Create(test.Path);

        await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options, allColumns: true);

        Assert.Equal(LedgerFields.All.Count, (await test.ReadAsync()).Fields.Count);
        Assert.Contains(RichWorkbook.PeopleRow2, Package.Text(test.Path, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Validate.Workbook(test.Path);
    }

    /// <summary>A hire as a reflector makes it for a workbook without 性別.</summary>
    private static LedgerChangeSet Hire(string contact, string name = "髙橋　太郎") => Sets.Of(
        contact,
        [
            .. Sets.Hire(contact, name).Changes.Select(c => c with { Fields = [.. c.Fields.Where(f => f.Field != PersonFields.Gender)] }),
        ]);

    private static async Task<TestLedger> AdoptedAsync()
    {
        var test = new TestLedger(name: "E001.xlsm");
        RichWorkbook.Create(test.Path);
        await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);
        return test;
    }

    /// <summary>The parts that were there before and are other now.</summary>
    private static IEnumerable<string> Changed(IReadOnlyDictionary<string, (uint, long)> before, string path) =>
        Package.Fingerprints(path).Where(p => before.TryGetValue(p.Key, out (uint, long) old) && old != p.Value)
            .Select(p => p.Key).Order(StringComparer.Ordinal);
}
