using System.Text.RegularExpressions;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Tests.Promises;
using CellsContact.OpenXml.Tests.Support;
using CellsContact.Promises;

namespace CellsContact.OpenXml.Tests;

/// <summary>保管期間: what 連絡反映履歴 forgets of an erased notice, and what it keeps.</summary>
public sealed class ForgettingTests
{
    private const string Log = "連絡反映履歴";

    public static TheoryData<string> Names => [.. LedgerMaintenancePromises.All.Select(promise => promise.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task TheWorkbookLedgerKeeps(string name)
    {
        using WorkbookHarness harness = new();
        await LedgerMaintenancePromises.All.Single(promise => promise.Name == name).RunAsync(harness);
    }

    [Fact]
    public async Task ForgetAsync_ClearsNoticePersonAndHash_AndKeepsTheRowWithItsNumbers()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        LedgerChangeSet set = Sets.Hire("c-1");
        await test.AppliedAsync(set);
        await test.AppliedAsync(Sets.Hire("c-2", "鈴木　一郎"));
        string[] second = Row(test, 3);

        await ForgetAsync(test, set);

        Assert.Equal(["2026-04-01T09:00:00+09:00", "", "", "入社連絡", "", "反映", "担当 花子", "", "hire=0001"], Row(test, 2));
        Assert.Equal(second, Row(test, 3));
        string log = Package.Text(test.Path, Package.PartOf(test.Path, Log));
        Assert.DoesNotContain("c-1", log, StringComparison.Ordinal);
        Assert.DoesNotContain(set.Hash, log, StringComparison.Ordinal);
        Validate.Workbook(test.Path);

        LedgerReceipt next = await test.AppliedAsync(Sets.Hire("c-3", "佐藤　花子"));
        Assert.Equal("0003", next.AssignedNumbers["hire"].Value);
        Assert.Equal("E001/c-3/1/apply", Row(test, 4)[1]);
    }

    [Fact]
    public async Task ForgetAsync_ChangesTheLogSheetOnly_AndOnlyItsRows()
    {
        using TestLedger test = new(name: "E001.xlsm");
        RichWorkbook.Create(test.Path);
        await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);
        LedgerChangeSet[] sets = [Sets.PlainHire("c-1"), Sets.PlainHire("c-2"), Sets.PlainHire("c-3")];
        foreach (LedgerChangeSet set in sets)
            await test.AppliedAsync(set);
        byte[] before = await File.ReadAllBytesAsync(test.Path);

        await ForgetAsync(test, sets[0], sets[2]);

        byte[] after = await File.ReadAllBytesAsync(test.Path);
        string part = Package.PartOf(test.Path, Log);
        string[] violations = [.. Fidelity.Violations(before, after, new Dictionary<string, IReadOnlySet<int>> { [part] = new HashSet<int> { 2, 4 } })];
        string[] cleared = [.. from row in (int[])[2, 4] from column in (int[])[2, 3, 5, 8] select $"{part}: row {row}: the cell in column {column} changed"];
        Assert.Equal(cleared, violations);
        Validate.Workbook(test.Path);
    }

    [Fact]
    public async Task ForgetAsync_KeepsWhatTheOfficeAddedToTheRow()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        await test.AppliedAsync(Sets.Hire("c-1"));
        string id = Package.Value(test.Path, Log, "E2")!;
        Package.Edit(test.Path, Package.PartOf(test.Path, Log), xml => Regex.Replace(
            xml.Replace("</row></sheetData>", "<c r=\"K2\" t=\"inlineStr\"><is><t>確認済 山田</t></is></c></row></sheetData>", StringComparison.Ordinal),
            "<c r=\"E2\".*?</c>",
            $"<c r=\"E2\" t=\"str\"><f>\"{id}\"</f><v>{id}</v></c>"));

        await ForgetAsync(test, Sets.Hire("c-1"));

        Assert.Equal("確認済 山田", Package.Value(test.Path, Log, "K2"));
        Assert.Contains($"<f>\"{id}\"</f>", Package.Text(test.Path, Package.PartOf(test.Path, Log)), StringComparison.Ordinal);
        Assert.Equal("", Row(test, 2)[1]);
    }

    [Fact]
    public async Task ForgetAsync_WhatTheLogDoesNotHave_LeavesTheFileAsItIs()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        await test.AppliedAsync(Sets.Hire("c-1"));
        byte[] before = await File.ReadAllBytesAsync(test.Path);

        await ForgetAsync(test, Sets.Hire("c-2"));
        await ForgetAsync(test);

        Assert.Equal(before, await File.ReadAllBytesAsync(test.Path));
    }

    [Fact]
    public async Task ForgetAsync_WhileTheWorkbookIsOpenInExcel_IsBusyAndForgetsNothing()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        LedgerChangeSet set = Sets.Hire("c-1");
        await test.AppliedAsync(set);
        await File.WriteAllBytesAsync(Path.Combine(Path.GetDirectoryName(test.Path)!, "~$E001.xlsx"), []);
        byte[] before = await File.ReadAllBytesAsync(test.Path);

        LedgerException busy = await Assert.ThrowsAsync<LedgerBusyException>(() => ForgetAsync(test, set));

        Assert.True(busy.IsTransient);
        Assert.Equal(before, await File.ReadAllBytesAsync(test.Path));
    }

    [Fact]
    public async Task ForgetAsync_OnAProtectedSheetWhereThoseAreRefused_IsRefused()
    {
        using TestLedger test = TestLedger.WithNewWorkbook(options => options.RefuseProtectedSheets = true);
        LedgerChangeSet set = Sets.Hire("c-1");
        await test.AppliedAsync(set);
        Package.Edit(test.Path, Package.PartOf(test.Path, Log), xml => xml.Replace("</sheetData>", "</sheetData><sheetProtection sheet=\"1\"/>", StringComparison.Ordinal));

        LedgerException refused = await Assert.ThrowsAsync<LedgerUnsupportedException>(() => ForgetAsync(test, set));

        Assert.Contains(Log, refused.Message, StringComparison.Ordinal);
    }

    private static Task ForgetAsync(TestLedger test, params LedgerChangeSet[] sets) =>
        test.Ledger.ForgetAsync(Sets.E001, [.. sets.Select(set => set.Id)], CancellationToken.None).AsTask();

    private static string[] Row(TestLedger test, int row) => [.. "ABCDEFGHI".Select(column => Package.Value(test.Path, Log, $"{column}{row}") ?? "")];
}
