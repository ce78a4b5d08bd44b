using CellsContact.EntityFrameworkCore.Rows;
using CellsContact.Storage;
using Microsoft.EntityFrameworkCore;

namespace CellsContact.EntityFrameworkCore;

/// <summary>The list's query.</summary>
internal static class ContactListing
{
    internal static async Task<IReadOnlyList<ContactListItem>> ListAsync(ContactDbContext context, ContactStoreQuery query, CancellationToken token)
    {
        IQueryable<ContactRow> found = Filter(context, query);
        List<ListRow> rows = await (query.OldestFirst ? found.OrderBy(row => row.Sequence) : found.OrderByDescending(row => row.Sequence))
            .Take(query.Limit)
            .Select(row => new ListRow
            {
                Sequence = row.Sequence,
                Establishment = row.Establishment,
                ContactId = row.ContactId,
                Content = row.Content,
                ReceivedAt = row.ReceivedAt,
                SenderId = row.SenderId,
                ContentHash = row.ContentHash,
                Status = row.Status,
                IsReflected = row.IsReflected,
                HasOpenAttempt = row.Attempts.Any(attempt => attempt.State == AttemptState.Open),
            })
            .ToListAsync(token)
            .ConfigureAwait(false);
        return [.. rows.Select(row => row.ToListItem())];
    }

    private static IQueryable<ContactRow> Filter(ContactDbContext context, ContactStoreQuery query)
    {
        IQueryable<ContactRow> rows = context.Contacts.AsNoTracking();
        string[]? establishments = query.Establishments?.Select(id => id.Value).ToArray();
        if (establishments is not null)
            rows = rows.Where(row => establishments.Contains(row.Establishment));

        if (query.ReceivedFrom?.ToMicrosecondsUp() is { } from)
            rows = rows.Where(row => row.ReceivedAt >= from);
        if (query.ReceivedBefore?.ToMicrosecondsUp() is { } until)
            rows = rows.Where(row => row.ReceivedAt < until);
        if (query.Kind is { } kind)
            rows = rows.Where(row => row.Kind == kind);
        if (query.Status is { } status)
            rows = rows.Where(row => row.Status == status);
        if (query.BeforeSequence is { } before)
            rows = rows.Where(row => row.Sequence < before);
        if (query.AfterSequence is { } after)
            rows = rows.Where(row => row.Sequence > after);
        if (query.AnyKey is { } keys)
        {
            IQueryable<SearchKeyRow> found = context.SearchKeys.Where(row => keys.Contains(row.Key));
            if (establishments is not null)
                found = found.Where(row => establishments.Contains(row.Establishment));
            rows = rows.Where(row => found.Select(key => key.ContactSequence).Contains(row.Sequence));
        }

        if (query.OnlyOpenAttempts)
        {
            IQueryable<long> open = context.Attempts.Where(attempt => attempt.State == AttemptState.Open).Select(attempt => attempt.ContactSequence);
            rows = rows.Where(row => open.Contains(row.Sequence));
        }

        return rows;
    }
}
