using CellsContact.Ledgers;
using CellsContact.OpenXml.Tests.Support;
using Microsoft.Extensions.Options;

namespace CellsContact.OpenXml.Tests;

public sealed class LayoutTests
{
    [Fact]
    public async Task MissingSheetsAndKeyColumns_AreAllListed()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        Package.Edit(test.Path, "xl/workbook.xml", x => x.Replace("name=\"扶養親族\"", "name=\"家族\"", StringComparison.Ordinal));
        Package.Edit(test.Path, "xl/worksheets/sheet1.xml", x => x
            .Replace("<t>社員番号</t>", "<t>番号</t>", StringComparison.Ordinal)
            .Replace("<t>生年月日</t>", "<t></t>", StringComparison.Ordinal));
        Package.Edit(test.Path, "xl/worksheets/sheet5.xml", x => x.Replace("<t>内容ハッシュ</t>", "<t>x</t>", StringComparison.Ordinal));
        byte[] before = await File.ReadAllBytesAsync(test.Path);

        LedgerLayoutException e = await Assert.ThrowsAsync<LedgerLayoutException>(() => test.ApplyAsync(Sets.Hire("c-1")));

        Assert.Equal(["個人情報!社員番号", "個人情報!生年月日", "扶養親族", "連絡反映履歴!内容ハッシュ"], e.Missing);
        Assert.All(e.Missing, m => Assert.Contains(m, e.Text.Japanese, StringComparison.Ordinal));
        Assert.All(e.Missing, m => Assert.Contains(m, e.Text.English, StringComparison.Ordinal));
        Assert.Equal(before, await File.ReadAllBytesAsync(test.Path));
    }

    [Fact]
    public async Task HalfOfTheOptionalColumnsMissing_TheOthersWork()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        LedgerField[] gone = [.. LedgerFields.Of(LedgerTable.People).Where(f => !f.IsKey).Where((_, i) => i % 2 == 0)];
        Package.Edit(test.Path, "xl/worksheets/sheet1.xml", x => gone.Aggregate(
            x, (xml, f) => xml.Replace($"<t>{f.Label}</t>", $"<t>旧{f.Label}欄</t>", StringComparison.Ordinal)));
        LedgerChangeSet hire = Sets.Hire("c-1");
        IReadOnlySet<LedgerField> fields = (await test.ReadAsync()).Fields;

        await test.AppliedAsync(Sets.Of("c-2", [.. hire.Changes.Select(c => c with { Fields = [.. c.Fields.Where(f => fields.Contains(f.Field))] })]));

        Assert.All(gone, f => Assert.DoesNotContain(f, fields));
        Assert.Equal(LedgerFields.All.Count - gone.Length, fields.Count);
        Assert.Equal("髙橋　太郎", (await test.PersonAsync("0001")).Row[PersonFields.Name].Text);
        IReadOnlyList<LedgerConflict> conflicts = await test.ConflictsAsync(Sets.Hire("c-3"));
        Assert.All(conflicts, c => Assert.Equal(LedgerConflictReason.FieldMissing, c.Reason));
        Assert.Equal(hire.Changes[0].Fields.Select(f => f.Field).Intersect(gone), conflicts.Select(c => c.Field!));
    }

    [Fact]
    public async Task DuplicateKeyHeader_IsRefused_DuplicateOptionalHeaderIsTheFirst()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        Package.Edit(test.Path, "xl/worksheets/sheet1.xml", x => x.Replace("<t>備考</t>", "<t>電話番号</t>", StringComparison.Ordinal));
        await test.AppliedAsync(Sets.Known("c-1", "0001", "鈴木　一郎", new(1980, 1, 1)));
        await test.AppliedAsync(Sets.Of("c-2", Sets.Update(LedgerTable.People, "0001", PersonFields.Phone.To(Sets.Text("03-0000-0000")))));
        Assert.Equal("03-0000-0000", Package.Value(test.Path, "個人情報", Package.ColumnOf(test.Path, "個人情報", "電話番号") + "2"));

        Package.Edit(test.Path, "xl/worksheets/sheet1.xml", x => x.Replace("<t>旧姓</t>", "<t>氏 名</t>", StringComparison.Ordinal));
        LedgerLayoutException e = await Assert.ThrowsAsync<LedgerLayoutException>(() => test.ReadAsync());
        OpenXmlAdoption report = await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);

        Assert.StartsWith("個人情報!氏名", Assert.Single(e.Missing), StringComparison.Ordinal);
        Assert.Equal(["個人情報!氏名"], report.Unresolved);
    }

    [Fact]
    public async Task HeadersSheetsAndLabels_CanBeNamedOtherwise()
    {
        using TestLedger test = TestLedger.WithNewWorkbook(o =>
        {
            o.HeaderRow = 3;
            o.LogSheet = "反映ログ";
            o.UseSheet(LedgerTable.People, "社員台帳 <A&B>")
                .UseHeader(PersonFields.PostalCode, "〒", "郵便")
                .UseLabel(PersonFields.Gender, "male", "M", "男")
                .UseKana(PersonFields.NameKana, KanaWidth.Full);
        });

        await test.AppliedAsync(Sets.Hire("c-1"));

        const string Sheet = "社員台帳 <A&B>";
        Assert.Equal("460-0008", Package.Value(test.Path, Sheet, Package.ColumnOf(test.Path, Sheet, "〒", row: 3) + "4"));
        Assert.Equal("M", Package.Value(test.Path, Sheet, Package.ColumnOf(test.Path, Sheet, "性別", row: 3) + "4"));
        Assert.Equal("タカハシ　タロウ", (await test.PersonAsync("0001")).Row[PersonFields.NameKana].Text);
        Assert.NotNull(Package.Cell(test.Path, "反映ログ", "A4"));
        Validate.Workbook(test.Path);
    }

    [Fact]
    public async Task AnAliasCounts_OnlyWhereTheProperHeaderIsNotThere()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        Package.Edit(test.Path, "xl/worksheets/sheet3.xml", x => x.Replace("<t>職業</t>", "<t>扶養終了日</t>", StringComparison.Ordinal));
        Package.Edit(test.Path, "xl/worksheets/sheet3.xml", x => x.Replace("<t>社保扶養開始日</t>", "<t>扶養開始日</t>", StringComparison.Ordinal));

        IReadOnlySet<LedgerField> fields = (await test.ReadAsync()).Fields;

        Assert.Contains(DependentFields.SocialInsuranceFrom, fields);
        Assert.Contains(DependentFields.SocialInsuranceTo, fields);
        Assert.DoesNotContain(DependentFields.Occupation, fields);
    }

    [Fact]
    public async Task AdoptAsync_MissingKeyColumn_IsAddedBehindTheHeadersAndNothingElse()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        string part = "xl/worksheets/sheet2.xml";
        Package.Edit(test.Path, part, x => x.Replace("<t>氏名</t>", "<t>名前欄</t>", StringComparison.Ordinal));
        var before = Package.Fingerprints(test.Path);

        OpenXmlAdoption report = await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);

        Assert.Equal(["給与データ!氏名"], report.Added);
        Assert.Equal("氏名", Package.Value(test.Path, "給与データ", "H1"));
        Assert.Equal([part], Package.Fingerprints(test.Path).Where(p => before[p.Key] != p.Value).Select(p => p.Key));
        await test.ReadAsync();
        Validate.Workbook(test.Path);
    }

    [Fact]
    public async Task AdoptAsync_NothingMissing_DoesNotWrite()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        byte[] before = await File.ReadAllBytesAsync(test.Path);

        OpenXmlAdoption report = await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options, allColumns: true);

        Assert.Empty(report.Added);
        Assert.Empty(report.Missing);
        Assert.Equal(before, await File.ReadAllBytesAsync(test.Path));
    }

    [Theory]
    [InlineData("new.xlsx")]
    [InlineData("new.xlsm")]
    public void Create_ANewWorkbook_IsValidAndNeverReplacesAFile(string name)
    {
        using var folder = new TempFolder();

        OpenXmlWorkbook.Create(folder.File(name));

        Validate.Workbook(folder.File(name));
        Assert.ThrowsAny<LedgerException>(() => OpenXmlWorkbook.Create(folder.File(name)));
        Assert.Throws<ArgumentException>(() => OpenXmlWorkbook.Create(folder.File("new.xls")));
    }

    [Fact]
    public void Options_ThatCannotBe_AreNamedTogether()
    {
        var options = new OpenXmlLedgerOptions { HeaderRow = -1, BusyRetryDelay = TimeSpan.Zero, MaxParts = 0, LogSheet = "a/b", KanaWidth = (KanaWidth)9 };
        options.UseSheet(LedgerTable.Payroll, "個人情報").UseHeader(PersonFields.Phone, "備考");

        OptionsValidationException e = Assert.Throws<OptionsValidationException>(() => new OpenXmlLedger(options));

        string all = string.Join('\n', e.Failures);
        Assert.All(
            ["WorkbookFor", "HeaderRow is -1", "BusyRetryDelay", "MaxParts is 0", "'a/b'", "KanaWidth is 9", "'個人情報'", "'備考'", "People.Phone"],
            part => Assert.Contains(part, all, StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => options.UseKana(PersonFields.Name, KanaWidth.Full));
        Assert.Throws<ArgumentException>(() => options.UseLabel(PersonFields.Gender, "other", "他"));
        Assert.Throws<ArgumentException>(() => options.UseHeader(PersonFields.Name, " "));
    }
}
