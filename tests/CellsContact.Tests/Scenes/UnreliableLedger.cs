using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Tests.Scenes;

/// <summary>A ledger that fails or is meddled with at a chosen moment.</summary>
internal sealed class UnreliableLedger : ILedger
{
    internal InMemoryLedger Inner { get; } = new();

    /// <summary>Runs once before the next set is applied.</summary>
    internal Action? BeforeApply { get; set; }

    /// <summary>Runs once after the next set was applied, before the caller hears of it.</summary>
    internal Action? AfterApply { get; set; }

    public ValueTask<LedgerSnapshot> ReadAsync(EstablishmentId establishment, IReadOnlyList<PersonQuery> queries, CancellationToken token) =>
        Inner.ReadAsync(establishment, queries, token);

    public async ValueTask<IReadOnlyList<LedgerOutcome>> ApplyAsync(EstablishmentId establishment, IReadOnlyList<LedgerChangeSet> changeSets, CancellationToken token)
    {
        Action? before = BeforeApply;
        BeforeApply = null;
        before?.Invoke();
        IReadOnlyList<LedgerOutcome> outcomes = await Inner.ApplyAsync(establishment, changeSets, token);
        Action? after = AfterApply;
        AfterApply = null;
        after?.Invoke();
        return outcomes;
    }
}
