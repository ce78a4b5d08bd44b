using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Promises;

/// <summary>What an implementer of <see cref="ILedger"/> supplies, so that the promises can be checked against it.</summary>
/// <remarks>A harness serves one run of one promise; a run may ask for several fresh ledgers, one after the other.</remarks>
public interface ILedgerHarness
{
    /// <summary>A fresh ledger that holds exactly what is asked for, with all fields but those left out.</summary>
    /// <remarks>A value of kind <see cref="LedgerValueKind.Formula"/> stands for a formula with that result.</remarks>
    /// <param name="seeds">The establishments, each once.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<ILedger> CreateAsync(IReadOnlyList<LedgerSeed> seeds, CancellationToken token);

    /// <summary>Another instance over what the ledger created last holds, as after a restart or in another process;
    /// <c>null</c> for a ledger that does not outlive its instance.</summary>
    /// <param name="token">Cancels.</param>
    ValueTask<ILedger?> ReopenAsync(CancellationToken token);

    /// <summary>The rows of マイナンバー取扱状況記録簿 in the ledger created last, in order.</summary>
    /// <param name="establishment">The establishment.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<IReadOnlyList<LedgerRow>> ReadHandlingBookAsync(EstablishmentId establishment, CancellationToken token);
}

/// <summary>What a fresh ledger holds of one establishment.</summary>
/// <param name="Establishment">The establishment.</param>
/// <param name="People">The people, in the order of the rows.</param>
public sealed record LedgerSeed(EstablishmentId Establishment, IReadOnlyList<LedgerPerson> People)
{
    /// <summary>The optional fields this ledger does not have.</summary>
    public IReadOnlyList<LedgerField> Without { get; init; } = [];
}
