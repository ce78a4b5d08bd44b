using CellsContact.Contacts;

namespace CellsContact.Ledgers;

/// <summary>What only some ledgers can do: forget that a set was applied (連絡反映履歴の整理). Implement it beside <see cref="ILedger"/>.</summary>
/// <remarks>Thread-safe. Called for notices that retention has erased: their sets never come again.</remarks>
public interface ILedgerMaintenance
{
    /// <summary>Forgets applied sets. Idempotent: ids the ledger does not know are passed over. Numbers that were assigned (付番) are still never given again.</summary>
    /// <param name="establishment">The establishment.</param>
    /// <param name="ids">The sets.</param>
    /// <param name="token">Cancels, up to the moment the ledger commits.</param>
    ValueTask ForgetAsync(EstablishmentId establishment, IReadOnlyList<ChangeSetId> ids, CancellationToken token);
}
