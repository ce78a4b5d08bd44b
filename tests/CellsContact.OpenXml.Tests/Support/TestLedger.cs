using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Files;

namespace CellsContact.OpenXml.Tests.Support;

/// <summary>A ledger over one workbook in a folder of its own.</summary>
internal sealed class TestLedger : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    public TestLedger(Action<OpenXmlLedgerOptions>? configure = null, string name = "E001.xlsx", IWorkbookFiles? files = null)
    {
        Path = Folder.File(name);
        Options.WorkbookFor = _ => Path;
        Options.BusyTimeout = TimeSpan.FromMilliseconds(200);
        Options.BusyRetryDelay = TimeSpan.FromMilliseconds(10);
        configure?.Invoke(Options);
        Ledger = new OpenXmlLedger(Options, new FixedTime(), files ?? PhysicalWorkbookFiles.Instance);
    }

    public TempFolder Folder { get; } = new();

    public string Path { get; }

    public OpenXmlLedgerOptions Options { get; } = new();

    public OpenXmlLedger Ledger { get; }

    public static TestLedger WithNewWorkbook(Action<OpenXmlLedgerOptions>? configure = null, IWorkbookFiles? files = null)
    {
        var ledger = new TestLedger(configure, files: files);
        OpenXmlWorkbook.Create(ledger.Path, ledger.Options);
        return ledger;
    }

    public async Task<IReadOnlyList<LedgerOutcome>> ApplyAsync(params LedgerChangeSet[] sets) =>
        await Ledger.ApplyAsync(Sets.E001, sets, CancellationToken.None);

    public async Task<LedgerReceipt> AppliedAsync(LedgerChangeSet set) =>
        Assert.IsType<LedgerOutcome.Applied>(Assert.Single(await ApplyAsync(set))).Receipt;

    public async Task<IReadOnlyList<LedgerConflict>> ConflictsAsync(LedgerChangeSet set) =>
        Assert.IsType<LedgerOutcome.Conflict>(Assert.Single(await ApplyAsync(set))).Conflicts;

    public async Task<LedgerSnapshot> ReadAsync(params PersonQuery[] queries) =>
        await Ledger.ReadAsync(Sets.E001, queries, CancellationToken.None);

    public async Task<LedgerPerson> PersonAsync(string number) =>
        Assert.Single((await ReadAsync(PersonQuery.ByNumber(EmployeeNumber.Parse(number)))).People);

    public void Dispose() => Folder.Dispose();

    /// <summary>The time of day stands still; timers run.</summary>
    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
