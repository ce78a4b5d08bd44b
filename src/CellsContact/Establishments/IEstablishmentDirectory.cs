using CellsContact.Contacts;

namespace CellsContact.Establishments;

/// <summary>Which establishments (顧問先の事業所) there are, and what is set up for each.</summary>
/// <remarks>Thread-safe. Asked on every receive and save, so an implementation should answer from memory or a cache.</remarks>
public interface IEstablishmentDirectory
{
    /// <summary>The establishment whose id is the same when case is ignored, or <c>null</c>.</summary>
    /// <remarks>The answer carries the id as it is registered: an id that differs only by case is refused by whoever asked.</remarks>
    /// <param name="id">The id.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<Establishment?> FindAsync(EstablishmentId id, CancellationToken token);

    /// <summary>All establishments, ordered by id.</summary>
    /// <param name="token">Cancels.</param>
    ValueTask<IReadOnlyList<Establishment>> ListAsync(CancellationToken token);
}

/// <summary>An establishment (事業所) of a client company.</summary>
/// <param name="Id">Its id (事業所ID).</param>
/// <param name="Name">Its name (事業所名), for lists.</param>
public sealed record Establishment(EstablishmentId Id, string Name)
{
    /// <summary>Whether its client page is set up (事業所マイページへの公開設定).</summary>
    /// <value><c>false</c>: publishing is refused by name until it is set up.</value>
    public bool PublicationEnabled { get; init; }
}
