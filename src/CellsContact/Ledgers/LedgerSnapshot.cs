using CellsContact.Contacts;

namespace CellsContact.Ledgers;

/// <summary>What a ledger answered: the people asked for, and which fields the ledger has.</summary>
/// <remarks>Immutable and thread-safe. Folding change sets over it is pure, so that preview, batch and saving compute the same.</remarks>
public sealed class LedgerSnapshot
{
    /// <summary>Makes a snapshot.</summary>
    /// <param name="establishment">The establishment.</param>
    /// <param name="people">The people found, copied.</param>
    /// <param name="fields">The fields the ledger has, copied.</param>
    public LedgerSnapshot(EstablishmentId establishment, IEnumerable<LedgerPerson> people, IEnumerable<LedgerField> fields)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(fields);
        (Establishment, People, Fields) = (establishment, [.. people], new HashSet<LedgerField>(fields));
    }

    /// <summary>The establishment (事業所).</summary>
    public EstablishmentId Establishment { get; }

    /// <summary>The people found, each once, in the ledger's order.</summary>
    public IReadOnlyList<LedgerPerson> People { get; }

    /// <summary>The fields the ledger has; a value for another is reported 「列がないため未反映」.</summary>
    public IReadOnlySet<LedgerField> Fields { get; }

    /// <summary>The snapshot after changes were applied. Pure: this snapshot stays as it is.</summary>
    /// <remarks>A person added in a slot is added here only once it has a number; without one the change does not show.</remarks>
    /// <param name="changes">The changes.</param>
    public LedgerSnapshot With(IEnumerable<LedgerChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return SnapshotFold.Apply(this, changes);
    }

    /// <summary>Returns the establishment and how many people were found.</summary>
    public override string ToString() => $"{Establishment}: {People.Count}";
}
