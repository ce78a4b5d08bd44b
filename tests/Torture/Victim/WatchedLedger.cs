using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Torture.Victims;

/// <summary>The application's ledger, with a step before and after applying.</summary>
internal sealed class WatchedLedger(ILedger ledger, KillSwitch kill) : ILedger
{
    public ValueTask<LedgerSnapshot> ReadAsync(EstablishmentId establishment, IReadOnlyList<PersonQuery> queries, CancellationToken token) =>
        ledger.ReadAsync(establishment, queries, token);

    public ValueTask<IReadOnlyList<LedgerOutcome>> ApplyAsync(EstablishmentId establishment, IReadOnlyList<LedgerChangeSet> changeSets, CancellationToken token) =>
        kill.WatchAsync("ledger.apply", () => ledger.ApplyAsync(establishment, changeSets, token));
}
