namespace CellsContact.Ledgers;

/// <summary>A row of a ledger as it stands: the fields the ledger has, with their raw values.</summary>
/// <remarks>Immutable and thread-safe. Prints nothing of what it holds.</remarks>
public sealed class LedgerRow
{
    private readonly Dictionary<LedgerField, LedgerValue> _values;

    /// <summary>Makes a row; empty values may be left out.</summary>
    /// <param name="table">The table.</param>
    /// <param name="values">The values, copied.</param>
    /// <exception cref="ArgumentException">A field belongs to another table.</exception>
    public LedgerRow(LedgerTable table, IEnumerable<KeyValuePair<LedgerField, LedgerValue>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Table = table;
        _values = new(values);
        if (_values.Keys.FirstOrDefault(field => field.Table != table) is { } stranger)
            throw new ArgumentException($"{stranger.Id} is no field of {table}.", nameof(values));
    }

    /// <summary>The table.</summary>
    public LedgerTable Table { get; }

    /// <summary>The values; a field that is not here is empty.</summary>
    public IReadOnlyDictionary<LedgerField, LedgerValue> Values => _values;

    /// <summary>The value of a field; empty where there is none.</summary>
    /// <param name="field">The field.</param>
    public LedgerValue this[LedgerField field] => _values.GetValueOrDefault(field);

    /// <summary>This row after changes. Pure: this row stays as it is.</summary>
    /// <param name="fields">The changed fields.</param>
    public LedgerRow With(IEnumerable<FieldChange> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        Dictionary<LedgerField, LedgerValue> values = new(_values);
        foreach (FieldChange change in fields)
            values[change.Field] = change.After;
        return new(Table, values);
    }
}
