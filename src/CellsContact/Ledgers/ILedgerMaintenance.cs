using CellsContact.Contacts;

namespace CellsContact.Ledgers;

/// <summary>What only some ledgers can do: forget that a set was applied (連絡反映履歴の整理). Implement it beside <see cref="ILedger"/>.</summary>
/// <remarks>
/// <para>Thread-safe. Called for notices that retention erases: their sets never come again. What is promised here is checked by
/// <c>LedgerMaintenancePromises.All</c> of the package CellsContact.Promises.</para>
/// <para>A <see cref="LedgerException"/> leaves the ledger as it was. It does not keep the notices from being erased; the sets stay then.</para>
/// </remarks>
public interface ILedgerMaintenance
{
    /// <summary>Forgets applied sets. Idempotent: ids the ledger does not know are passed over. Numbers that were assigned (付番) are still never given again.</summary>
    /// <remarks>Nothing else changes: people, other sets, the handling book.</remarks>
    /// <param name="establishment">The establishment.</param>
    /// <param name="ids">The sets.</param>
    /// <param name="token">Cancels, up to the moment the ledger commits.</param>
    /// <exception cref="ArgumentException">A set is of another establishment.</exception>
    /// <exception cref="LedgerException">The ledger is not usable; nothing is forgotten.</exception>
    ValueTask ForgetAsync(EstablishmentId establishment, IReadOnlyList<ChangeSetId> ids, CancellationToken token);
}
