using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml;
using CellsContact.OpenXml.Tests.Support;
using CellsContact.Trials;

namespace CellsContact.Torture;

/// <summary>Spoiled workbooks: a clear error and the file as it was, or the change in the ledger; nothing between, soon and cheaply.</summary>
public sealed class WorkbookFuzzTests(ExampleTemplate template, ITestOutputHelper output) : IClassFixture<ExampleTemplate>
{
    private const int Workbooks = 10_000;
    private const long MostAllocated = 512L << 20;
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(10);

    /// <summary>On a machine that does much else the clock says little: what counts is the processor's time, and that it ends at all.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);
    private static readonly EmployeeNumber s_number = EmployeeNumber.Parse("0027");

    [Fact]
    public async Task AdoptReadAndApply_OfSpoiledWorkbooks_FailClearlyOrWork()
    {
        Trial trial = new(output, nameof(AdoptReadAndApply_OfSpoiledWorkbooks_FailClearlyOrWork), 0.12);
        OfficeFolder folder = template.Copy();
        IReadOnlyList<SoundWorkbook> sound = await SoundWorkbooks.MakeAsync(folder);
        int done = 0;
        int worked = 0;
        long most = 0;
        TimeSpan longest = TimeSpan.Zero;
        foreach (int round in trial.Rounds(Workbooks, moreWithTime: true))
        {
            Random random = new(trial.SeedOf(round));
            SoundWorkbook drawn = sound[random.Next(sound.Count)];
            byte[] spoiled = new WorkbookMutator(random).Mutate(drawn.Bytes);
            OfficeFolder office = folder with { Extension = drawn.Extension };
            await File.WriteAllBytesAsync(office.Workbook, spoiled);
            try
            {
                long before = GC.GetTotalAllocatedBytes();
                TimeSpan used = Environment.CpuUsage.TotalTime;
                worked += await Task.Run(() => UseAsync(office)).WaitAsync(s_patience) ? 1 : 0;
                long allocated = GC.GetTotalAllocatedBytes() - before;
                used = Environment.CpuUsage.TotalTime - used;
                Assert.InRange(used, TimeSpan.Zero, s_most);
                Assert.InRange(allocated, 0, MostAllocated);
                most = Math.Max(most, allocated);
                longest = used > longest ? used : longest;
                done++;
            }
            catch (Exception exception)
            {
                string kept = Path.Combine(Path.GetTempPath(), $"spoiled-{round}{drawn.Extension}");
                await File.WriteAllBytesAsync(kept, spoiled);
                trial.Note(round, exception, $"{drawn.Name}: {kept}");
            }
        }

        folder.Delete();
        trial.Report($"{done} workbooks of {sound.Count} shapes, {worked} usable all the same, at most {most >> 20} MiB allocated and {longest.TotalMilliseconds:0} ms of processor time");
    }

    /// <summary>Prepares, reads and applies a change and a hire; whether the ledger took one of them.</summary>
    private static async Task<bool> UseAsync(OfficeFolder folder)
    {
        OpenXmlLedgerOptions options = new() { WorkbookFor = _ => folder.Workbook, BusyTimeout = TimeSpan.FromSeconds(1) };
        OpenXmlLedger ledger = new(options);
        await LeavesOrDoesAsync(folder, () => OpenXmlWorkbook.AdoptAsync(folder.Workbook, options));
        LedgerValue name = LedgerValue.Empty;
        await LeavesOrDoesAsync(folder, async () =>
        {
            LedgerSnapshot read = await ledger.ReadAsync(OfficeFolder.Establishment, [PersonQuery.ByNumber(s_number)], CancellationToken.None);
            name = read.People.Count > 0 ? read.People[0].Row[PersonFields.Name] : LedgerValue.Empty;
        });
        LedgerChangeSet[] sets =
        [
            Sets.Of("c-change", Sets.Update(LedgerTable.People, s_number.Value, PersonFields.Name.To(name, LedgerValue.OfText("髙橋　京子")))),
            Sets.Hire("c-hire"),
        ];
        IReadOnlyList<LedgerOutcome> outcomes = [];
        byte[] before = await File.ReadAllBytesAsync(folder.Workbook);
        await LeavesOrDoesAsync(folder, async () => outcomes = await ledger.ApplyAsync(OfficeFolder.Establishment, sets, CancellationToken.None));
        LedgerChangeSet[] applied = [.. sets.Where((_, at) => at < outcomes.Count && outcomes[at] is LedgerOutcome.Applied)];
        if (applied.Length == 0)
            Assert.Equal(before, await File.ReadAllBytesAsync(folder.Workbook));
        else
            Assert.All(await ledger.ApplyAsync(OfficeFolder.Establishment, applied, CancellationToken.None), outcome => Assert.IsType<LedgerOutcome.AlreadyApplied>(outcome));
        return applied.Length > 0;
    }

    /// <summary>Either does it, or says why not and leaves the file as it was; beside it nothing is left in either case.</summary>
    private static async Task LeavesOrDoesAsync(OfficeFolder folder, Func<Task> act)
    {
        byte[] before = await File.ReadAllBytesAsync(folder.Workbook);
        try
        {
            await act();
        }
        catch (LedgerException exception)
        {
            Assert.False(string.IsNullOrWhiteSpace(exception.Text.Japanese));
            Assert.Equal(before, await File.ReadAllBytesAsync(folder.Workbook));
        }

        Assert.Empty(folder.Leftovers());
    }
}
