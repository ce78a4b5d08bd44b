using CellsContact.Contacts;

namespace CellsContact.Establishments;

/// <summary>A directory held in memory.</summary>
/// <remarks>Thread-safe; the list is replaced as a whole.</remarks>
public sealed class EstablishmentList : IEstablishmentDirectory
{
    private volatile Establishment[] _establishments = [];

    /// <summary>Makes a directory.</summary>
    /// <param name="establishments">The establishments.</param>
    /// <exception cref="ArgumentException">Two ids are the same when case is ignored.</exception>
    public EstablishmentList(IEnumerable<Establishment> establishments) => Replace(establishments);

    /// <summary>Replaces all establishments.</summary>
    /// <param name="establishments">The establishments.</param>
    /// <exception cref="ArgumentException">An id is unset, or two are the same when case is ignored.</exception>
    public void Replace(IEnumerable<Establishment> establishments)
    {
        ArgumentNullException.ThrowIfNull(establishments);
        Establishment[] list = [.. establishments.OrderBy(establishment => establishment.Id)];
        if (list.Any(establishment => establishment.Id.IsUnset))
            throw new ArgumentException("An establishment's id is unset.", nameof(establishments));
        if (list.GroupBy(establishment => establishment.Id.Value, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Establishment {twice.Key} is there twice (case is ignored).", nameof(establishments));
        _establishments = list;
    }

    /// <inheritdoc/>
    public ValueTask<Establishment?> FindAsync(EstablishmentId id, CancellationToken token) => ValueTask.FromResult(
        Array.Find(_establishments, establishment => string.Equals(establishment.Id.Value, id.Value, StringComparison.OrdinalIgnoreCase)));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Establishment>> ListAsync(CancellationToken token) => ValueTask.FromResult<IReadOnlyList<Establishment>>(_establishments);
}
