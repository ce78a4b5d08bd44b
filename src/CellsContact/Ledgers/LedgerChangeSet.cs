using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CellsContact.Contacts;

namespace CellsContact.Ledgers;

/// <summary>Everything that reflecting one notice changes in the ledger: rows and fields, applied as a whole or not at all.</summary>
/// <remarks>Immutable and thread-safe. Frozen before it is applied and never recomputed for the same id.</remarks>
public sealed class LedgerChangeSet
{
    /// <summary>Makes a change set.</summary>
    /// <param name="id">The id.</param>
    /// <param name="kind">The kind of notice (連絡種類), for the ledger's log.</param>
    /// <param name="operatorName">Who applies it (担当者), for the ledger's log.</param>
    /// <param name="changes">The changes, in order, copied.</param>
    /// <exception cref="ArgumentException">The id is unset, a field belongs to another table, or a row names nobody (in 扶養親族: no dependent).</exception>
    public LedgerChangeSet(ChangeSetId id, ContactKind kind, string operatorName, IEnumerable<LedgerChange> changes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(operatorName);
        ArgumentNullException.ThrowIfNull(changes);
        if (id.Contact.IsUnset || id.Attempt < 1)
            throw new ArgumentException("The change set's id is unset.", nameof(id));
        (Id, Kind, OperatorName, Changes) = (id, kind, operatorName, [.. changes]);
        foreach (LedgerChange change in Changes)
        {
            if (change.Fields.Any(field => field.Field.Table != change.Table))
                throw new ArgumentException($"A field is no field of {change.Table}.", nameof(changes));
            if (change.Table != LedgerTable.HandlingBook && change.Row.Person.IsUnset)
                throw new ArgumentException($"A row of {change.Table} names nobody.", nameof(changes));
            if (change.Table == LedgerTable.Dependents && change.Row.Dependent is null)
                throw new ArgumentException("A row of Dependents names no dependent.", nameof(changes));
        }

        Hash = HashOf(Changes);
    }

    /// <summary>The id: same id and hash is applied once.</summary>
    public ChangeSetId Id { get; }

    /// <summary>The kind of notice (連絡種類).</summary>
    public ContactKind Kind { get; }

    /// <summary>Who applies it (担当者).</summary>
    public string OperatorName { get; }

    /// <summary>The changes, in order.</summary>
    public IReadOnlyList<LedgerChange> Changes { get; }

    /// <summary>The content's SHA-256 in lower-case hexadecimal digits (内容ハッシュ): rows, fields, befores and afters.</summary>
    public string Hash { get; }

    /// <summary>The hash of changes, independent of id and operator.</summary>
    /// <param name="changes">The changes.</param>
    public static string HashOf(IReadOnlyList<LedgerChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        StringBuilder canonical = new();
        foreach (LedgerChange change in changes)
        {
            Append(change.Table.ToString(), change.Action.ToString(), change.Row.Person.Number?.Value, change.Row.Person.Slot);
            Append(change.Row.Dependent?.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), change.Row.Dependent?.GivenName);
            foreach (FieldChange field in change.Fields)
                Append(field.Field.Id, field.Before.Kind.ToString(), field.Before.Text, field.After.Kind.ToString(), field.After.Text);
            canonical.Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())));

        void Append(params ReadOnlySpan<string?> parts)
        {
            // Lengths, so that no two contents read the same.
            foreach (string? part in parts)
                canonical.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part}");
        }
    }

    /// <summary>Returns the id.</summary>
    public override string ToString() => Id.ToString();
}
