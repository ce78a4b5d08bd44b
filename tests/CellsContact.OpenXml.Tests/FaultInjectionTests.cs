using CellsContact.Ledgers;
using CellsContact.OpenXml.Tests.Support;

namespace CellsContact.OpenXml.Tests;

/// <summary>
/// At every single step of a save something fails, or everything stops: the workbook is the old one or the new one,
/// whole, and the next run ends with the new one and nothing left over.
/// </summary>
public sealed class FaultInjectionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ApplyAsync_AnyStep_LeavesTheOldWorkbookOrTheNew(bool stops)
    {
        (byte[] before, byte[] after) = await UndisturbedAsync();
        var failures = new HashSet<string>();
        for (int step = 1; ; step++)
        {
            var files = new StoppingFiles(step, stops);
            using var test = new TestLedger(files: files);
            await File.WriteAllBytesAsync(test.Path, before);
            try
            {
                await test.AppliedAsync(Sets.PlainHire("c-1"));
                if (files.Failure.Length == 0)
                    break;
            }
            catch (LedgerException e)
            {
                Assert.False(e.NothingBegun && !Same(before, await File.ReadAllBytesAsync(test.Path)), $"{files.Failure} at {step}");
            }

            failures.Add(files.Failure);
            byte[] left = await File.ReadAllBytesAsync(test.Path);
            Assert.True(Same(before, left) || Same(after, left), $"{files.Failure} at {step}");
            await AssertNextRunAsync(test, after);
        }

        Assert.Superset(
            new HashSet<string> { "open", "stamp", "lock", "find", "read", "create", "write", "flush", "swap", "swapped" }, failures);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AdoptAsync_AnyStep_LeavesTheOldWorkbookOrTheNew(bool stops)
    {
        using var undisturbed = new TestLedger();
        Package.Write(undisturbed.Path, new PlainWorkbook().Parts);
        byte[] before = await File.ReadAllBytesAsync(undisturbed.Path);
        await OpenXmlWorkbook.AdoptAsync(undisturbed.Path, undisturbed.Options);
        byte[] after = await File.ReadAllBytesAsync(undisturbed.Path);
        for (int step = 1; ; step++)
        {
            var files = new StoppingFiles(step, stops);
            using var test = new TestLedger();
            await File.WriteAllBytesAsync(test.Path, before);
            try
            {
                await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options, false, files, CancellationToken.None);
                if (files.Failure.Length == 0)
                    break;
            }
            catch (LedgerException)
            {
                // What is asserted holds either way.
            }

            byte[] left = await File.ReadAllBytesAsync(test.Path);
            Assert.True(Same(before, left) || Same(after, left), $"{files.Failure} at {step}");
            await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);
            Assert.True(Same(after, await File.ReadAllBytesAsync(test.Path)), $"{files.Failure} at {step}");
        }
    }

    private static async Task<(byte[] Before, byte[] After)> UndisturbedAsync()
    {
        using var test = new TestLedger();
        Package.Write(test.Path, new PlainWorkbook().Parts);
        await OpenXmlWorkbook.AdoptAsync(test.Path, test.Options);
        byte[] before = await File.ReadAllBytesAsync(test.Path);
        await test.AppliedAsync(Sets.PlainHire("c-1"));
        return (before, await File.ReadAllBytesAsync(test.Path));
    }

    private static async Task AssertNextRunAsync(TestLedger test, byte[] after)
    {
        var next = new OpenXmlLedger(test.Options, new TestTime(), Files.PhysicalWorkbookFiles.Instance);
        LedgerOutcome outcome = Assert.Single(await next.ApplyAsync(Sets.E001, [Sets.PlainHire("c-1")], CancellationToken.None));
        Assert.True(outcome is LedgerOutcome.Applied or LedgerOutcome.AlreadyApplied);
        Assert.True(Same(after, await File.ReadAllBytesAsync(test.Path)));
        Assert.Equal(["E001.xlsx"], test.Folder.Names());
    }

    private static bool Same(byte[] left, byte[] right) => left.AsSpan().SequenceEqual(right);

    /// <summary>The same moment for every run, so that equal saves are equal bytes.</summary>
    private sealed class TestTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => TestLedger.Now;
    }
}
