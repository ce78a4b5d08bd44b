using CellsContact.Ledgers;
using CellsContact.OpenXml.Tests.Support;

namespace CellsContact.OpenXml.Tests;

/// <summary>The shapes in which programs other than Excel write a workbook: each is adopted, gets one more person, and keeps everything else.</summary>
public sealed class OriginTests
{
    public static TheoryData<string> Names => [.. WorkbookShapes.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AWorkbookOfThisShape_GetsAPersonAndLosesNothing(string shape)
    {
        using var test = new TestLedger();
        Package.Write(test.Path, WorkbookShapes.All[shape](new PlainWorkbook()).Parts);
        byte[] before = await File.ReadAllBytesAsync(test.Path);

        await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);
        LedgerReceipt receipt = await test.AppliedAsync(Sets.PlainHire("c-1"));

        Assert.Equal("0028", receipt.AssignedNumbers["hire"].Value);
        LedgerRow old = (await test.PersonAsync("0027")).Row;
        Assert.EndsWith("　一郎", old[PersonFields.Name].Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(1980, 1, 1), shape == "no styles" ? new DateOnly(1980, 1, 1) : old[PersonFields.BirthDate].AsDate());
        Assert.Equal("髙橋　太郎", (await test.PersonAsync("0028")).Row[PersonFields.Name].Text);
        string part = Package.Names(test.Path).First(n => n.Contains("heet1.", StringComparison.OrdinalIgnoreCase) || n.Contains("台帳", StringComparison.Ordinal));
        Assert.Empty(Fidelity.Violations(before, await File.ReadAllBytesAsync(test.Path), new Dictionary<string, IReadOnlySet<int>>
        {
            [part.Replace('\\', '/').TrimStart('/')] = new HashSet<int> { 3 },
        }));

        byte[] once = await File.ReadAllBytesAsync(test.Path);
        Assert.IsType<LedgerOutcome.AlreadyApplied>(Assert.Single(await test.ApplyAsync(Sets.PlainHire("c-1"))));
        Assert.Equal(once, await File.ReadAllBytesAsync(test.Path));
    }
}
