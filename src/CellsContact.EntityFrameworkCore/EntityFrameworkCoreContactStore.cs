using CellsContact.Contacts;
using CellsContact.EntityFrameworkCore.Rows;
using CellsContact.EntityFrameworkCore.Sqlite;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;
using Microsoft.EntityFrameworkCore;

namespace CellsContact.EntityFrameworkCore;

/// <summary>The durable store: reads a notice, asks <see cref="ContactTransitions"/>, and writes what changed and what is to be told of it, in one transaction.</summary>
internal sealed class EntityFrameworkCoreContactStore(SqliteContactDatabase database, TimeProvider time) : IContactStore, IIntakeLog
{
    public async ValueTask<AddOutcome> AddAsync(ReceivedContact received, CancellationToken token)
    {
        ContactEntry entry = ContactTransitions.Receive(received);
        (string establishment, string id) = (entry.Key.Establishment.Value, entry.Key.Id.Value);
        return await database.WriteAsync(StoreOperation.Adding(entry.Key), AddAsync, token).ConfigureAwait(false);

        async Task<AddOutcome> AddAsync(ContactDbContext context)
        {
            if (await context.Tombstones.AnyAsync(row => row.Establishment == establishment && row.ContactId == id, token).ConfigureAwait(false))
                return AddOutcome.Expired;
            string? known = await context.Contacts
                .Where(row => row.Establishment == establishment && row.ContactId == id)
                .Select(row => row.ContentHash)
                .SingleOrDefaultAsync(token)
                .ConfigureAwait(false);
            if (known is not null)
                return known == received.ContentHash ? AddOutcome.Duplicate : AddOutcome.DifferentContent;
            context.Contacts.Add(EntryMapping.NewRow(entry));
            return AddOutcome.Added;
        }
    }

    public async ValueTask<ContactEntry?> FindAsync(ContactKey key, CancellationToken token)
    {
        ContactRow? row = await database.ReadAsync(StoreOperation.Reading(key), context => FindAsync(context, key, token), token).ConfigureAwait(false);
        return row?.ToEntry();
    }

    public async ValueTask<IReadOnlyList<ContactListItem>> ListAsync(ContactStoreQuery query, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(query);
        return await database.ReadAsync(StoreOperation.Listing, context => ContactListing.ListAsync(context, query, token), token).ConfigureAwait(false);
    }

    public ValueTask<StoreOutcome> PrepareAsync(SaveAttempt attempt, long expectedVersion, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return ChangeAsync(attempt.Contact, entry => ContactTransitions.Prepare(entry, attempt, expectedVersion), outcome => (outcome as StoreOutcome.Done)?.Entry, token);
    }

    public ValueTask<StoreOutcome> TakeUpAsync(ContactKey key, int attempt, CancellationToken token) =>
        ChangeAsync(key, entry => ContactTransitions.TakeUp(entry, attempt), outcome => (outcome as StoreOutcome.Done)?.Entry, token);

    public ValueTask<ContactEntry> CompleteAsync(ContactKey key, int attempt, LedgerReceipt receipt, DateTimeOffset at, CancellationToken token) =>
        ChangeAsync(key, entry => ContactTransitions.Complete(entry, attempt, receipt, at), entry => entry, token);

    public ValueTask<ContactEntry> AbandonAsync(ContactKey key, int attempt, long expectedVersion, DateTimeOffset at, CancellationToken token) =>
        ChangeAsync(key, entry => ContactTransitions.Abandon(entry, attempt, expectedVersion, at), entry => entry, token);

    public ValueTask<StoreOutcome> MoveAsync(ContactKey key, long expectedVersion, ContactMove move, IReadOnlyList<Edit>? draft, CancellationToken token) =>
        ChangeAsync(key, entry => ContactTransitions.Move(entry, expectedVersion, move, draft), outcome => (outcome as StoreOutcome.Done)?.Entry, token);

    public async ValueTask<IReadOnlyList<ContactKey>> EraseAsync(IReadOnlyList<ContactKey> keys, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keys.Count, 1000, nameof(keys));
        return await database.WriteAsync(StoreOperation.Erasing, EraseAsync, token).ConfigureAwait(false);

        async Task<List<ContactKey>> EraseAsync(ContactDbContext context)
        {
            List<ContactKey> erased = [];
            foreach (ContactKey key in keys.Distinct())
            {
                // What hangs on the row goes with it, by its foreign keys.
                (string establishment, string id) = (key.Establishment.Value, key.Id.Value);
                int rows = await context.Contacts
                    .Where(row => row.Establishment == establishment && row.ContactId == id && row.Attempts.All(attempt => attempt.State != AttemptState.Open))
                    .ExecuteDeleteAsync(token)
                    .ConfigureAwait(false);
                if (rows == 0)
                    continue;
                context.Tombstones.Add(new() { Establishment = establishment, ContactId = id });
                erased.Add(key);
            }

            if (erased.Count > 0)
                await SqliteErasure.MarkAsync(context, ErasedRows.Contacts, token).ConfigureAwait(false);
            return erased;
        }
    }

    public async ValueTask ReleaseErasedAsync(CancellationToken token) => await database.ReleaseErasedAsync(token).ConfigureAwait(false);

    public async ValueTask RecordAsync(IntakeRefusal refusal, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        RefusalRow row = new()
        {
            At = refusal.At.ToMicroseconds(),
            SenderId = refusal.SenderId,
            Establishment = refusal.Establishment.Value,
            RuleId = refusal.RuleId,
        };
        await database.WriteAsync(StoreOperation.Logging, context => Task.FromResult(context.Refusals.Add(row)), token).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<IntakeRefusal>> ListAsync(int limit, CancellationToken token)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        List<RefusalRow> rows = await database.ReadAsync(
            StoreOperation.Logging,
            context => context.Refusals.AsNoTracking().OrderByDescending(row => row.Sequence).Take(limit).ToListAsync(token),
            token).ConfigureAwait(false);
        return [.. rows.Select(row => new IntakeRefusal(Instant.FromMicroseconds(row.At), row.SenderId, EstablishmentId.Parse(row.Establishment), row.RuleId))];
    }

    private async ValueTask<T> ChangeAsync<T>(ContactKey key, Func<ContactEntry?, T> change, Func<T, ContactEntry?> written, CancellationToken token)
    {
        return await database.WriteAsync(StoreOperation.Saving(key), ChangeAsync, token).ConfigureAwait(false);

        async Task<T> ChangeAsync(ContactDbContext context)
        {
            ContactRow? row = await FindAsync(context, key, token).ConfigureAwait(false);
            ContactEntry? before = row?.ToEntry();
            T result = change(before);
            if (written(result) is { } after && !ReferenceEquals(after, before))
            {
                row!.Update(after);
                DateTimeOffset now = time.GetUtcNow();
                context.Outbox.AddRange(ContactTransitions.MessagesOf(before, after).Select(message => OutboxMapping.NewRow(message, now)));
            }

            return result;
        }
    }

    private static async Task<ContactRow?> FindAsync(ContactDbContext context, ContactKey key, CancellationToken token)
    {
        (string establishment, string id) = (key.Establishment.Value, key.Id.Value);
        return await context.Contacts
            .Include(row => row.Moves)
            .Include(row => row.Attempts)
            .AsSplitQuery()
            .SingleOrDefaultAsync(row => row.Establishment == establishment && row.ContactId == id, token)
            .ConfigureAwait(false);
    }
}
