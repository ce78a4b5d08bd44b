namespace CellsContact.Promises;

/// <summary>What <see cref="Ledgers.ILedger"/> promises, sentence by sentence.</summary>
/// <example>
/// One theory in any test framework finds them all:
/// <code>
/// public static IEnumerable&lt;object[]&gt; Names => LedgerPromises.All.Select(promise => new object[] { promise.Name });
///
/// [Theory, MemberData(nameof(Names))]
/// public Task Keeps(string name) => LedgerPromises.All.Single(promise => promise.Name == name).RunAsync(new MyHarness());
/// </code>
/// </example>
public static class LedgerPromises
{
    /// <summary>All promises; a later version may add some.</summary>
    public static IReadOnlyList<Promise<ILedgerHarness>> All { get; } =
    [
        .. LedgerReading.All,
        .. LedgerWriting.All,
        .. LedgerConflicts.All,
        .. LedgerExactlyOnce.All,
        .. LedgerNumbering.All,
        .. LedgerDependents.All,
        .. LedgerHandlingBook.All,
        .. LedgerValues.All,
        .. LedgerParallel.All,
        .. LedgerSequences.All,
    ];
}
