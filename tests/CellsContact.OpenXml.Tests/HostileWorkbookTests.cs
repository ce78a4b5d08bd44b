using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Tests.Support;

namespace CellsContact.OpenXml.Tests;

/// <summary>Files made to cost time, memory or trust: each is refused by name, soon and cheaply, and stays as it is.</summary>
public sealed class HostileWorkbookTests
{
    /// <summary>On a machine that does much else; by itself each takes a second or two.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private const long MemoryBound = 512L << 20;

    [Theory]
    [InlineData(PlainWorkbook.Sheet)]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/styles.xml")]
    public async Task AnInflationBomb_IsTooLarge(string part)
    {
        using var test = new TestLedger();
        Write(test.Path, new PlainWorkbook(), part, stream =>
        {
            byte[] blanks = Encoding.ASCII.GetBytes(new string(' ', 1 << 20));
            for (int i = 0; i < 300; i++)
                stream.Write(blanks);
        });

        await RefusedAsync<LedgerUnsupportedException>(test, "上限");
    }

    [Fact]
    public async Task ABombOfManyShortTexts_IsTooLarge()
    {
        using var test = new TestLedger(o => o.MaxCompressionRatio = 100_000);
        byte[] texts = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<si/>", 1 << 18)));
        Write(test.Path, new PlainWorkbook(), "xl/sharedStrings.xml", stream =>
        {
            stream.Write(Encoding.ASCII.GetBytes($"<sst xmlns=\"{PlainWorkbook.Main}\">"));
            for (int i = 0; i < 100; i++)
                stream.Write(texts);
            stream.Write("</sst>"u8);
        });

        await RefusedAsync<LedgerUnsupportedException>(test, "上限");
    }

    [Fact]
    public async Task RowsOfSixteenThousandTexts_AreSearchedForHeadersSoon()
    {
        using var test = new TestLedger(o => (o.HeaderRow, o.MaxCompressionRatio) = (0, 100_000));
        string cells = string.Concat(Enumerable.Repeat("<c t=\"inlineStr\"><is><t>x</t></is></c>", 16_384));
        Write(test.Path, new PlainWorkbook(), PlainWorkbook.Sheet, stream =>
        {
            stream.Write(Encoding.ASCII.GetBytes($"<worksheet xmlns=\"{PlainWorkbook.Main}\"><sheetData>"));
            for (int row = 0; row < 60; row++)
                stream.Write(Encoding.ASCII.GetBytes($"<row>{cells}</row>"));
            stream.Write("</sheetData></worksheet>"u8);
        });

        await RefusedAsync<LedgerUnsupportedException>(test, "列を追加する場所がありません");
    }

    [Fact]
    public async Task ManyPartsThatDescribe_AreTooLargeTogether()
    {
        using var test = new TestLedger();
        var workbook = new PlainWorkbook();
        workbook.Set("xl/worksheets/_rels/sheet1.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + string.Concat(Enumerable.Range(0, 10).Select(i => $"<Relationship Id=\"r{i}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/table\" Target=\"../tables/table{i}.xml\"/>")) + "</Relationships>");
        byte[] table = Encoding.ASCII.GetBytes($"<table xmlns=\"{PlainWorkbook.Main}\" ref=\"A9:B10\"><!--{new string('x', 8 << 20)}--></table>");
        for (int i = 0; i < 10; i++)
            workbook.Set($"xl/tables/table{i}.xml", table);
        Package.Write(test.Path, workbook.Parts);
        await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);

        await RefusedAsync<LedgerUnsupportedException>(test, "上限");
    }

    [Theory]
    [InlineData(PlainWorkbook.Workbook)]
    [InlineData(PlainWorkbook.Links)]
    [InlineData("xl/styles.xml")]
    public async Task AHundredThousandElementsWithinEachOther_AreDamage(string part)
    {
        using var test = new TestLedger();
        var workbook = new PlainWorkbook();
        int root = workbook.Text(part).LastIndexOf("</", StringComparison.Ordinal);
        workbook.Set(part, Encoding.UTF8.GetBytes(workbook.Text(part).Insert(root, Nested())));
        Package.Write(test.Path, workbook.Parts);

        LedgerCorruptException e = await RefusedAsync<LedgerCorruptException>(test, part);
        Assert.Equal(part, e.Part);
    }

    [Theory]
    [InlineData(PlainWorkbook.Workbook)]
    [InlineData(PlainWorkbook.Links)]
    [InlineData(PlainWorkbook.Types)]
    [InlineData("xl/styles.xml")]
    [InlineData("xl/sharedStrings.xml")]
    public async Task ALongTextWithABrokenCharacterAtItsEnd_IsDamage(string part)
    {
        using var test = new TestLedger();
        var workbook = new PlainWorkbook();
        string content = workbook.Text(part);
        int root = content.LastIndexOf("</", StringComparison.Ordinal);
        workbook.Set(part, [.. Encoding.UTF8.GetBytes(content[..root] + new string('x', 100_000)), 0xC3, 0x28, .. Encoding.UTF8.GetBytes(content[root..])]);
        Package.Write(test.Path, workbook.Parts);

        LedgerCorruptException e = await RefusedAsync<LedgerCorruptException>(test, "壊れています");
        Assert.Equal(part, e.Part);
    }

    [Fact]
    public async Task AHundredThousandElementsInACell_AndAroundTheRows_DoNotMatter()
    {
        using var test = new TestLedger();
        Package.Write(test.Path, new PlainWorkbook()
            .Edit(PlainWorkbook.Sheet, "<v>4</v>", "<v>4</v>" + Nested())
            .Edit(PlainWorkbook.Sheet, "</sheetData>", "</sheetData>" + Nested())
            .Edit("xl/sharedStrings.xml", "<si><t>鈴木", $"<si>{Nested()}<t>鈴木").Parts);

        await InTimeAsync(async () =>
        {
            await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);
            await test.AppliedAsync(Sets.PlainHire("c-1"));
        });
    }

    [Theory]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData(PlainWorkbook.Sheet)]
    [InlineData(PlainWorkbook.Workbook)]
    [InlineData(PlainWorkbook.Types)]
    public async Task ADocumentType_IsDamageInWhateverPart(string part)
    {
        using var test = new TestLedger();
        Package.Write(test.Path, new PlainWorkbook().Edit(part, "?>", "?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>").Parts);

        LedgerCorruptException e = await RefusedAsync<LedgerCorruptException>(test, "壊れています");
        Assert.Equal(part, e.Part);
        Assert.NotNull(e.Position);
    }

    [Fact]
    public async Task ARowWithManyCommentsAndRuns_IsReadInTime()
    {
        using var test = new TestLedger();
        string runs = string.Concat(Enumerable.Repeat("<r><t>x</t></r><!---->", 300_000));
        Package.Write(test.Path, new PlainWorkbook().Edit(PlainWorkbook.Sheet, "<c r=\"B2\" t=\"s\"><v>4</v></c>", $"<c r=\"B2\" t=\"inlineStr\"><is>{runs}</is></c>").Parts);

        await InTimeAsync(async () =>
        {
            await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);
            await test.AppliedAsync(Sets.PlainHire("c-1"));
        });
    }

    [Fact]
    public async Task ManyMergedCellsInTheWay_AreSteppedOverInTime()
    {
        using var test = new TestLedger();
        string merged = string.Concat(Enumerable.Range(3, 200_000).Select(r => $"<mergeCell ref=\"A{r}:B{r + 1}\"/>"));
        Package.Write(test.Path, new PlainWorkbook().Edit(PlainWorkbook.Sheet, "</sheetData>", $"</sheetData><mergeCells>{merged}</mergeCells>").Parts);

        await InTimeAsync(async () =>
        {
            await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);
            await test.AppliedAsync(Sets.PlainHire("c-1"));
        });
        Assert.Equal("0028", Package.Value(test.Path, "個人情報", "A200004"));
    }

    [Fact]
    public async Task TwoPartsOfOneName_AreDamage()
    {
        using var test = new TestLedger();
        var workbook = new PlainWorkbook();
        workbook.Parts.Add((PlainWorkbook.Sheet.ToUpperInvariant(), [1]));
        Package.Write(test.Path, workbook.Parts);

        await RefusedAsync<LedgerCorruptException>(test, "壊れています");
    }

    [Fact]
    public async Task ANameThatLeadsOutOfThePackage_IsOnlyAName()
    {
        using var test = new TestLedger();
        var workbook = new PlainWorkbook();
        workbook.Parts.Add(("../../outside.txt", [1, 2, 3]));
        Package.Write(test.Path, workbook.Parts);

        await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);
        await test.AppliedAsync(Sets.PlainHire("c-1"));

        Assert.Equal([1, 2, 3], Package.Read(test.Path, "../../outside.txt"));
        Assert.Equal(["E001.xlsx"], test.Folder.Names());
    }

    [Theory]
    [InlineData("<c r=\"C2\"", "<c r=\"A2\"")]
    [InlineData("<c r=\"C2\"", "<c r=\"XFE2\"")]
    [InlineData("<c r=\"C2\" s=\"1\">", "<c r=\"C2\" s=\"1\" ")]
    [InlineData("<row r=\"2\">", "<row r=\"2\" ")]
    [InlineData("<row r=\"2\">", "<row r=\"1\">")]
    [InlineData("<row r=\"2\">", "<row r=\"9999999\">")]
    public async Task ADamagedRow_IsToldWithPartAndPosition(string find, string replace)
    {
        using var test = new TestLedger();
        Package.Write(test.Path, new PlainWorkbook().Edit(PlainWorkbook.Sheet, find, replace).Parts);
        int row = new PlainWorkbook().Text(PlainWorkbook.Sheet).IndexOf("<row r=\"2\"", StringComparison.Ordinal);

        LedgerCorruptException e = await RefusedAsync<LedgerCorruptException>(test, PlainWorkbook.Sheet);

        Assert.Equal(PlainWorkbook.Sheet, e.Part);
        Assert.InRange(e.Position!.Value, row - 120, row + 10);
    }

    [Fact]
    public async Task ARowWithAnElementThatDoesNotEndBesideASection_IsDamage()
    {
        using var test = new TestLedger();
        Package.Write(test.Path, new PlainWorkbook().Edit(PlainWorkbook.Sheet, "<c r=\"B2\" t=\"s\"><v>4</v></c>", "<c r=\"B2\" t=\"inlineStr\"><is><t><![CDATA[</c></row>]]>鈴木</is></c>").Parts);

        LedgerCorruptException e = await RefusedAsync<LedgerCorruptException>(test, "壊れています");
        Assert.Equal(PlainWorkbook.Sheet, e.Part);
    }

    [Fact]
    public async Task ARowWithinARowBesideASection_IsDamage()
    {
        using var test = new TestLedger();
        Package.Write(test.Path, new PlainWorkbook()
            .Edit(PlainWorkbook.Sheet, "<c r=\"B2\" t=\"s\"><v>4</v></c>", "<c r=\"B2\" t=\"inlineStr\"><is><t><![CDATA[鈴木　一郎]]></t></is></c>")
            .Edit(PlainWorkbook.Sheet, "29221</v>", "29221<row><row></row></row></v>").Parts);

        LedgerCorruptException e = await RefusedAsync<LedgerCorruptException>(test, "壊れています");
        Assert.Equal(PlainWorkbook.Sheet, e.Part);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-802884689")]
    public async Task AColumnStyleBeforeTheFirstColumn_NeverMakesACell(string first)
    {
        using var test = new TestLedger();
        Package.Write(test.Path, new PlainWorkbook().Edit(PlainWorkbook.Sheet, "<sheetData>", $"<cols><col min=\"{first}\" max=\"1\" style=\"1\"/></cols><sheetData>").Parts);
        await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);

        await test.AppliedAsync(Sets.PlainHire("c-1"));

        Assert.Equal(["A3", "B3", "C3"], Package.Sheet(test.Path, "個人情報").Descendants(Package.Main + "row").Last().Elements().Select(cell => (string?)cell.Attribute("r")));
        Assert.IsType<LedgerOutcome.AlreadyApplied>(Assert.Single(await test.ApplyAsync(Sets.PlainHire("c-1"))));
    }

    [Theory]
    [InlineData("002x\07")]
    [InlineData("A\u00857")]
    public async Task ANumberThatIsNone_IsNoSignOfTheUsualShape(string number)
    {
        using var test = new TestLedger();
        Package.Write(test.Path, new PlainWorkbook().Edit(PlainWorkbook.Sheet, "<c r=\"A2\" t=\"s\"><v>3</v></c>", $"<c r=\"A2\" t=\"inlineStr\"><is><t>{number}</t></is></c>").Parts);
        await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);

        LedgerReceipt receipt = await test.AppliedAsync(Sets.PlainHire("c-1"));

        Assert.Equal("0001", Assert.Single(receipt.AssignedNumbers).Value.Value);
    }

    private static string Nested() => string.Concat(Enumerable.Repeat("<x>", 100_000)) + string.Concat(Enumerable.Repeat("</x>", 100_000));

    private static void Write(string path, PlainWorkbook workbook, string part, Action<Stream> content)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach ((string name, byte[] bytes) in workbook.Parts.Where(p => p.Name != part))
        {
            using Stream entry = zip.CreateEntry(name).Open();
            entry.Write(bytes);
        }

        using Stream large = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
        content(large);
    }

    /// <summary>On a thread of its own, so that what is allocated is counted for it alone: nothing here waits for anything.</summary>
    private static async Task InTimeAsync(Func<Task> action)
    {
        long started = Stopwatch.GetTimestamp();
        long allocated = await Task.Factory.StartNew(
            () =>
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                action().GetAwaiter().GetResult();
                return GC.GetAllocatedBytesForCurrentThread() - before;
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Patience);
        Assert.InRange(allocated, 0, MemoryBound);
    }

    private static async Task<TException> RefusedAsync<TException>(TestLedger test, string says)
        where TException : LedgerException
    {
        byte[] before = await File.ReadAllBytesAsync(test.Path);
        TException? refusal = null;
        await InTimeAsync(async () =>
        {
            refusal = await Assert.ThrowsAsync<TException>(async () =>
            {
                await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);
                await test.ApplyAsync(Sets.PlainHire("c-1"));
            });
        });
        Assert.Contains(says, refusal!.Text.Japanese, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(test.Path));
        return refusal;
    }
}
