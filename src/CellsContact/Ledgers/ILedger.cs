using CellsContact.Contacts;

namespace CellsContact.Ledgers;

/// <summary>A ledger (台帳): where people are recorded. This is all an integrator implements.</summary>
/// <remarks>
/// <para>Thread-safe, and safe against other processes. What is promised here is checked case by case by
/// <c>LedgerPromises.All</c> of the package CellsContact.Promises.</para>
/// <para>Infrastructure failures are <see cref="LedgerException"/>s; after one, the ledger is as it was.
/// <see cref="OperationCanceledException"/> passes through, and is never thrown once a set is committed.</para>
/// </remarks>
public interface ILedger
{
    /// <summary>Reads the people asked for, with their payroll row and dependents, and which fields the ledger has.</summary>
    /// <remarks>Nobody found is an empty answer, not an error. With no query, only the fields are told.</remarks>
    /// <param name="establishment">The establishment (事業所).</param>
    /// <param name="queries">Who is asked for; a person several of them match is answered once.</param>
    /// <param name="token">Cancels.</param>
    /// <exception cref="LedgerException">The ledger is not usable.</exception>
    ValueTask<LedgerSnapshot> ReadAsync(EstablishmentId establishment, IReadOnlyList<PersonQuery> queries, CancellationToken token);

    /// <summary>Applies change sets in list order, each wholly or not at all, and all that apply in one write.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item>The id is looked up before values are compared: same id and hash is <see cref="LedgerOutcome.AlreadyApplied"/> with the logged receipt.</item>
    /// <item>A set whose before-values do not hold is a <see cref="LedgerOutcome.Conflict"/> that lists every field; it never blocks another set.</item>
    /// <item>Each set is checked against the state that the applied ones before it left.</item>
    /// <item>A slot gets the highest number of the same shape + 1, zero-padded text, never reused (付番, <see cref="EmployeeNumbering"/>); the receipt tells it.
    /// The row in 個人情報 opens the slot; the set's rows after it may name it.</item>
    /// <item>A row in 給与データ or 扶養親族 needs its person in 個人情報 (<see cref="LedgerConflictReason.RowMissing"/>).</item>
    /// <item>A row of the handling book gets the next 連番, and is never removed (<see cref="LedgerConflictReason.NotRemovable"/>).</item>
    /// <item>A field that holds a formula is never overwritten (<see cref="LedgerConflictReason.Formula"/>).</item>
    /// <item>Adding a person whose number is taken, or a dependent who is open, is a conflict (<see cref="LedgerConflictReason.RowExists"/>).</item>
    /// <item>A set with a field the ledger does not have is a conflict: reflectors leave such fields out and report them.</item>
    /// </list>
    /// </remarks>
    /// <param name="establishment">The establishment (事業所).</param>
    /// <param name="changeSets">The sets, each id once.</param>
    /// <param name="token">Cancels, up to the moment of committing.</param>
    /// <returns>One outcome for each set, in order.</returns>
    /// <exception cref="InvalidOperationException">A set's id is logged with another hash: a programmer error, nothing is written.</exception>
    /// <exception cref="LedgerException">The ledger is not usable; nothing is written.</exception>
    ValueTask<IReadOnlyList<LedgerOutcome>> ApplyAsync(EstablishmentId establishment, IReadOnlyList<LedgerChangeSet> changeSets, CancellationToken token);
}
