namespace CellsContact.Ledgers;

/// <summary>What happens to a row.</summary>
public enum LedgerChangeAction
{
    /// <summary>A new row.</summary>
    Add = 1,

    /// <summary>Changed fields of a row.</summary>
    Update = 2,

    /// <summary>A row taken out again (undo of an add): needs the full after-image; refused on the handling book.</summary>
    Remove = 3,
}

/// <summary>A field's raw value before and after a change.</summary>
/// <param name="Field">The field.</param>
/// <param name="Before">The value the change was computed from; applying finds this value or is a conflict.</param>
/// <param name="After">The value afterwards.</param>
public sealed record FieldChange(LedgerField Field, LedgerValue Before, LedgerValue After);

/// <summary>One row added, updated or removed.</summary>
/// <remarks>
/// Immutable. On <see cref="LedgerChangeAction.Add"/> every before-value is empty and the number's field is left out when the
/// row's person is a slot, for the ledger fills it in every table; on <see cref="LedgerChangeAction.Remove"/> every after-value
/// is empty and the before-values are the whole row (the number's field may be left out): a value more in the row is a conflict.
/// </remarks>
/// <param name="Table">The table.</param>
/// <param name="Row">Which row.</param>
/// <param name="Action">What happens to it.</param>
/// <param name="Fields">The fields, each once.</param>
public sealed record LedgerChange(LedgerTable Table, LedgerRowKey Row, LedgerChangeAction Action, IReadOnlyList<FieldChange> Fields)
{
    /// <summary>Returns table, action and the number of fields.</summary>
    public override string ToString() => $"{Action} {Table} ({Fields.Count} fields)";
}
