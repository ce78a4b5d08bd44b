using CellsContact.Ledgers;
using CellsContact.OpenXml.Tests.Support;

namespace CellsContact.OpenXml.Tests;

public sealed class UnsupportedWorkbookTests
{
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];

    [Theory]
    [InlineData("E001.xlsx", "パスワード")]
    [InlineData("E001.xls", "旧形式")]
    public async Task CompoundFile_IsRefusedByName(string name, string says)
    {
        using var test = new TestLedger(name: name);
        await File.WriteAllBytesAsync(test.Path, CompoundFile);

        await RefusedAsync<LedgerUnsupportedException>(test, says);
    }

    [Fact]
    public async Task BinaryWorkbook_IsRefusedByExtensionAndByContentType()
    {
        using var byName = new TestLedger(name: "E001.xlsb");
        OpenXmlWorkbook.Create(byName.Folder.File("a.xlsx"));
        File.Move(byName.Folder.File("a.xlsx"), byName.Path);
        await RefusedAsync<LedgerUnsupportedException>(byName, ".xlsb");

        using TestLedger byType = TestLedger.WithNewWorkbook();
        Package.Edit(byType.Path, "[Content_Types].xml", x => x.Replace(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
            StringComparison.Ordinal));
        await RefusedAsync<LedgerUnsupportedException>(byType, ".xlsb");
    }

    [Fact]
    public async Task NotAZip_IsRefused()
    {
        using var test = new TestLedger();
        await File.WriteAllTextAsync(test.Path, "社員番号,氏名");

        await RefusedAsync<LedgerUnsupportedException>(test, "ブックではありません");
    }

    [Fact]
    public async Task EmptyFile_IsRefused()
    {
        using var test = new TestLedger();
        await File.WriteAllBytesAsync(test.Path, []);

        await RefusedAsync<LedgerUnsupportedException>(test, "ブックではありません");
    }

    [Fact]
    public async Task ZipWithoutAWorkbook_IsRefused()
    {
        using var test = new TestLedger();
        Package.Write(test.Path, [("readme.txt", [1, 2, 3])]);

        await RefusedAsync<LedgerUnsupportedException>(test, "ブックではありません");
    }

    [Fact]
    public async Task SignedPackage_IsReadButNotWritten()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        Package.Edit(test.Path, "_rels/.rels", x => x.Replace(
            "</Relationships>",
            "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin\" Target=\"_xmlsignatures/origin.sigs\"/></Relationships>",
            StringComparison.Ordinal));

        Assert.Empty((await test.ReadAsync()).People);
        LedgerUnsupportedException e = await Assert.ThrowsAsync<LedgerUnsupportedException>(() => test.ApplyAsync(Sets.Hire("c-1")));
        Assert.Contains("署名", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>")]
    [InlineData("\uFEFF\0<?xml version=\"1.0\" encoding=\"UTF-32\"?>")]
    public async Task SheetInAnotherEncoding_IsRefused(string head)
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        byte[] start = head[0] == '\uFEFF' ? [0xFF, 0xFE, 0, 0] : System.Text.Encoding.ASCII.GetBytes(head);
        Package.Write(test.Path, [.. Package.Names(test.Path).Select(n => (n, n == "xl/worksheets/sheet1.xml"
            ? [.. start, .. Package.Read(test.Path, n).AsSpan(55)]
            : Package.Read(test.Path, n)))]);

        await RefusedAsync<LedgerUnsupportedException>(test, "UTF-8");
    }

    [Fact]
    public async Task SheetBeyondTheLimit_IsRefused()
    {
        using TestLedger test = TestLedger.WithNewWorkbook(o => o.MaxPartBytes = 1000);

        await RefusedAsync<LedgerUnsupportedException>(test, "上限");
    }

    [Fact]
    public async Task PartWithAWrongChecksum_IsDamaged()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        byte[] bytes = await File.ReadAllBytesAsync(test.Path);
        // The CRC of the first entry of the central directory, that of [Content_Types].xml.
        int directory = bytes.AsSpan().IndexOf("PK\x01\x02"u8);
        bytes[directory + 16] ^= 0xFF;
        await File.WriteAllBytesAsync(test.Path, bytes);

        await RefusedAsync<LedgerCorruptException>(test, "壊れています");
    }

    [Theory]
    [InlineData("<sheetData>", "<sheetData><!DOCTYPE x>")]
    [InlineData("</sheetData></worksheet>", "")]
    [InlineData("<row r=\"1\">", "<row r=\"1\"/><row r=\"1\">")]
    [InlineData("<row r=\"1\">", "text<row r=\"1\">")]
    [InlineData("<row r=\"1\">", "<other/><row r=\"1\">")]
    [InlineData("<c r=\"A1\"", "<c r=\"C1\"")]
    public async Task DamagedSheet_IsRefusedAndStaysAsItIs(string find, string replace)
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        Package.Edit(test.Path, "xl/worksheets/sheet1.xml", x => x.Replace(find, replace, StringComparison.Ordinal));

        await RefusedAsync<LedgerCorruptException>(test, "壊れています");
    }

    private static async Task RefusedAsync<TException>(TestLedger test, string says)
        where TException : LedgerException
    {
        byte[] before = await File.ReadAllBytesAsync(test.Path);
        TException e = await Assert.ThrowsAsync<TException>(() => test.ApplyAsync(Sets.Hire("c-1")));
        Assert.Contains(says, e.Text.Japanese, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(test.Path), e.Text.English, StringComparison.Ordinal);
        await Assert.ThrowsAsync<TException>(() => test.ReadAsync());
        Assert.Equal(before, await File.ReadAllBytesAsync(test.Path));
    }
}
