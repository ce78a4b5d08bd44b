using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Tests.Support;
using CsCheck;

namespace CellsContact.OpenXml.Tests;

/// <summary>Whatever is wrong with a workbook, the ledger answers with its own exceptions and leaves the file.</summary>
public sealed class DamageTests
{
    private static readonly string[] Snippets = ["", "<", ">", "\"", "&", "</row>", "<row>", "<c/>", "r=\"ZZZZ9\"", "99999999999", "\0", "<!--", "]]>"];

    [Fact]
    public async Task RandomDamageToAnyXmlPart_IsALedgerExceptionOrHarmless()
    {
        using var folder = new TempFolder();
        string good = folder.File("good.xlsm");
        RichWorkbook.Create(good);
        await OpenXmlWorkbook.AdoptAsync(good);
        (string Name, byte[] Content)[] parts = [.. Package.Names(good).Select(n => (n, Package.Read(good, n)))];
        string[] damageable = [.. parts.Select(p => p.Name).Where(n => n.EndsWith("xml", StringComparison.Ordinal) || n.EndsWith("rels", StringComparison.Ordinal))];

        await Gen.Select(Gen.Int[0, damageable.Length - 1], Gen.Double[0, 1], Gen.Int[0, 30], Gen.Int[0, Snippets.Length - 1]).SampleAsync(
            async (part, place, cut, snippet) =>
            {
                using var test = new TestLedger(name: "E001.xlsm");
                Package.Write(test.Path, parts.Select(p => p.Name == damageable[part] ? (p.Name, Damage(p.Content, place, cut, Snippets[snippet])) : p));
                byte[] before = File.ReadAllBytes(test.Path);
                try
                {
                    await test.ReadAsync(PersonQuery.ByNumber(EmployeeNumber.Parse("27")));
                    await test.ApplyAsync(Sets.Known("c-1", "0100", "髙橋　太郎", new(1990, 1, 1)));
                }
                catch (LedgerException)
                {
                    Assert.Equal(before, File.ReadAllBytes(test.Path));
                    Assert.Equal(["E001.xlsm"], test.Folder.Names());
                }
            },
            iter: 400,
            threads: 2);
    }

    [Fact]
    public async Task DamageInASheet_IsToldWithItsPart_WhoeverReadsTheSheet_TheFirstOneBeforeOthers()
    {
        for (int round = 0; round < 20; round++)
        {
            await IsToldAsync("個人情報", "個人情報");
            await IsToldAsync("給与データ", "給与データ");
            await IsToldAsync("連絡反映履歴", "連絡反映履歴");
            await IsToldAsync("個人情報", "連絡反映履歴", "給与データ", "個人情報");
            await IsToldAsync("給与データ", "連絡反映履歴", "給与データ");
        }

        static async Task IsToldAsync(string told, params string[] damaged)
        {
            using var test = TestLedger.WithNewWorkbook();
            await test.AppliedAsync(Sets.Hire("c-0"));
            foreach (string sheet in damaged)
                Package.Edit(test.Path, Package.PartOf(test.Path, sheet), xml => xml.Replace("</sheetData>", "<row r=\"1\"/></sheetData>", StringComparison.Ordinal));
            byte[] before = File.ReadAllBytes(test.Path);

            var e = await Assert.ThrowsAsync<LedgerCorruptException>(() => test.ApplyAsync(Sets.Hire("c-1")));
            Assert.Equal(Package.PartOf(test.Path, told), e.Part);
            Assert.NotNull(e.Position);
            Assert.Equal(before, File.ReadAllBytes(test.Path));
        }
    }

    private static byte[] Damage(byte[] content, double place, int cut, string snippet)
    {
        int at = (int)(place * (content.Length - 1));
        return [.. content.AsSpan(0, at), .. System.Text.Encoding.UTF8.GetBytes(snippet), .. content.AsSpan(Math.Min(content.Length, at + cut))];
    }
}
