namespace CellsContact.Ledgers;

/// <summary>Finds the row of 扶養親族 that a change means.</summary>
public static class LedgerRows
{
    /// <summary>Among the rows with the change's key, the one whose values are the before-values, open rows first; else the first with the key.</summary>
    /// <param name="rows">The person's rows.</param>
    /// <param name="change">The change, of 扶養親族.</param>
    /// <returns>The row, or <c>null</c> when none has the key.</returns>
    public static LedgerRow? FindDependent(IReadOnlyList<LedgerRow> rows, LedgerChange change)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(change);
        if (change.Row.Dependent is not { } key)
            throw new ArgumentException("The change is not about a dependent.", nameof(change));
        LedgerRow[] candidates = [.. rows.Where(row => LedgerMatching.IsDependent(row, key)).OrderByDescending(LedgerMatching.IsOpen)];
        return candidates.FirstOrDefault(row => change.Fields.All(field => row[field.Field] == field.Before)) ?? candidates.FirstOrDefault();
    }
}
