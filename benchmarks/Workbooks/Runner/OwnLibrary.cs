using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml;

namespace CellsContact.Benchmarks.Workbooks;

/// <summary>This library's part of the cases.</summary>
/// <remarks>The ledger itself stands before the first call, as it does in an application.</remarks>
internal sealed class OwnLibrary(string path)
{
    private readonly OpenXmlLedger _ledger = new(new() { WorkbookFor = _ => path, KanaWidth = KanaWidth.Full }, new StoppedClock());

    /// <summary>Applies the sets and checks that every one was.</summary>
    public void Apply(Work work)
    {
        IReadOnlyList<LedgerOutcome> outcomes = _ledger.ApplyAsync(Work.Establishment, work.Sets, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        if (outcomes.FirstOrDefault(o => o is not LedgerOutcome.Applied) is { } other)
            throw new InvalidOperationException($"{other}");
    }

    /// <summary>Looks up a number that nobody has, so that every row of 個人情報 is looked at and none is read further.</summary>
    public void Index()
    {
        PersonQuery query = PersonQuery.ByNumber(EmployeeNumber.Parse("999999"));
        LedgerSnapshot snapshot = _ledger.ReadAsync(Work.Establishment, [query], CancellationToken.None).AsTask().GetAwaiter().GetResult();
        if (snapshot.People.Count != 0)
            throw new InvalidOperationException("Somebody has that number.");
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Work.Now;
    }
}
