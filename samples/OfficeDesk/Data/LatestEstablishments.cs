using CellsContact.Contacts;
using CellsContact.Establishments;

namespace OfficeDesk.Data;

/// <summary>The establishments as the file has them at each question: <c>work</c> runs for long, and <c>init</c> may register others meanwhile.</summary>
internal sealed class LatestEstablishments(OfficeFolder folder) : IEstablishmentDirectory
{
    /// <inheritdoc/>
    public ValueTask<Establishment?> FindAsync(EstablishmentId id, CancellationToken token) => EstablishmentFile.Read(folder).FindAsync(id, token);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Establishment>> ListAsync(CancellationToken token) => EstablishmentFile.Read(folder).ListAsync(token);
}
