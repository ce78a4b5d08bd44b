using CellsContact.Contacts;

namespace CellsContact.Ledgers;

/// <summary>What became of one change set. Closed: applied, already applied, or a conflict.</summary>
public abstract record LedgerOutcome
{
    private LedgerOutcome(ChangeSetId id) => Id = id;

    /// <summary>The change set.</summary>
    public ChangeSetId Id { get; }

    /// <summary>The set is in the ledger, written just now.</summary>
    public sealed record Applied(LedgerReceipt Receipt) : LedgerOutcome(Receipt.Id);

    /// <summary>The set was in the ledger before: nothing was written, the receipt is the logged one.</summary>
    public sealed record AlreadyApplied(LedgerReceipt Receipt) : LedgerOutcome(Receipt.Id);

    /// <summary>The ledger is no longer as the set was computed from: nothing of the set was written.</summary>
    public sealed record Conflict(ChangeSetId ChangeSet, IReadOnlyList<LedgerConflict> Conflicts) : LedgerOutcome(ChangeSet);
}

/// <summary>What the ledger did: enough for the history and for taking it back.</summary>
/// <param name="Id">The change set.</param>
/// <param name="Hash">The content's hash.</param>
/// <param name="AppliedAt">When it was applied.</param>
/// <param name="AssignedNumbers">The numbers assigned (付番), by slot.</param>
public sealed record LedgerReceipt(ChangeSetId Id, string Hash, DateTimeOffset AppliedAt, IReadOnlyDictionary<string, EmployeeNumber> AssignedNumbers)
{
    /// <summary>The number of a person the set is about: their own, or the one assigned.</summary>
    internal EmployeeNumber NumberOf(LedgerPersonKey person) => person.Number ?? AssignedNumbers[person.Slot!];

    /// <summary>The same person, by number wherever one was assigned.</summary>
    internal LedgerPersonKey Numbered(LedgerPersonKey person) => person.Slot is null ? person : LedgerPersonKey.Of(NumberOf(person));
}

/// <summary>Why a change could not be applied.</summary>
public enum LedgerConflictReason
{
    /// <summary>The field no longer has the value the change was computed from.</summary>
    ValueChanged = 1,

    /// <summary>There is no such row.</summary>
    RowMissing = 2,

    /// <summary>The row to be added is there already; of a person, the number is taken.</summary>
    RowExists = 3,

    /// <summary>Several rows have the key.</summary>
    RowAmbiguous = 4,

    /// <summary>The field holds a formula, which is never overwritten.</summary>
    Formula = 5,

    /// <summary>Rows of this table are never removed.</summary>
    NotRemovable = 6,

    /// <summary>The ledger does not have the field.</summary>
    FieldMissing = 7,
}

/// <summary>One reason, field by field, why a change set was not applied.</summary>
/// <param name="Table">The table.</param>
/// <param name="Row">The row.</param>
/// <param name="Field">The field, or <c>null</c> when it is about the whole row.</param>
/// <param name="Reason">Why.</param>
/// <param name="Expected">The value the change was computed from.</param>
/// <param name="Actual">The value the ledger has.</param>
public sealed record LedgerConflict(LedgerTable Table, LedgerRowKey Row, LedgerField? Field, LedgerConflictReason Reason, LedgerValue Expected, LedgerValue Actual);
