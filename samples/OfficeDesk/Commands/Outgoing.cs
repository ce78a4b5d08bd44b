using CellsContact.Storage;
using OfficeDesk.Data;

namespace OfficeDesk.Commands;

/// <summary>The messages of the outbox, as many as one look shows.</summary>
internal static class Outgoing
{
    /// <summary>How many one look shows: what is more comes into sight when these are delivered.</summary>
    public const int Most = 1000;

    public static async Task<IReadOnlyList<OutboxEntry>> AllAsync(OfficeSession session, CancellationToken token) => await session.Outbox.ListAsync(null, Most, token);
}
