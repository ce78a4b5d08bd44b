using CellsContact.EntityFrameworkCore.Rows;
using CellsContact.EntityFrameworkCore.Sqlite;
using CellsContact.Storage;
using Microsoft.EntityFrameworkCore;

namespace CellsContact.EntityFrameworkCore;

/// <summary>The durable outbox. Its rows are written by <see cref="EntityFrameworkCoreContactStore"/>, with the change they tell of.</summary>
internal sealed class EntityFrameworkCoreOutbox(SqliteContactDatabase database) : IOutbox
{
    public async ValueTask<IReadOnlyList<OutboxEntry>> TakeAsync(DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken token)
    {
        RequireLimit(limit);
        (long due, long taken) = (now.ToMicroseconds(), until.ToMicroseconds());
        List<OutboxRow> rows = await database.WriteAsync(StoreOperation.Delivering, TakeAsync, token).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToEntry())];

        async Task<List<OutboxRow>> TakeAsync(ContactDbContext context)
        {
            IQueryable<OutboxRow> waiting = context.Outbox.Where(row => row.State == OutboxState.Waiting);
            List<OutboxRow> rows = await waiting
                .Where(row => row.NextAttemptAt <= due && !waiting.Any(older => older.OrderKey == row.OrderKey && older.Sequence < row.Sequence))
                .OrderBy(row => row.Sequence)
                .Take(limit)
                .ToListAsync(token)
                .ConfigureAwait(false);
            foreach (OutboxRow row in rows)
                (row.Attempts, row.NextAttemptAt) = (row.Attempts + 1, taken);
            return rows;
        }
    }

    public async ValueTask DeliveredAsync(long sequence, CancellationToken token) => await database.WriteAsync(
        StoreOperation.Delivering,
        context => context.Outbox.Where(row => row.Sequence == sequence).ExecuteDeleteAsync(token),
        token).ConfigureAwait(false);

    public async ValueTask FailedAsync(long sequence, DateTimeOffset? nextAttemptAt, string reason, CancellationToken token)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        await database.WriteAsync(StoreOperation.Delivering, FailAsync, token).ConfigureAwait(false);

        async Task<bool> FailAsync(ContactDbContext context)
        {
            if (await context.Outbox.FindAsync([sequence], token).ConfigureAwait(false) is not { } row)
                return false;
            row.LastError = reason;
            if (nextAttemptAt is { } next)
                row.NextAttemptAt = next.ToMicroseconds();
            else
                row.State = OutboxState.Parked;
            return true;
        }
    }

    public async ValueTask<IReadOnlyList<OutboxEntry>> ListAsync(OutboxState? state, int limit, CancellationToken token)
    {
        RequireLimit(limit);
        List<OutboxRow> rows = await database.ReadAsync(
            StoreOperation.Delivering,
            context => context.Outbox.AsNoTracking().Where(row => state == null || row.State == state).OrderBy(row => row.Sequence).Take(limit).ToListAsync(token),
            token).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToEntry())];
    }

    public async ValueTask<bool> ReleaseAsync(long sequence, DateTimeOffset at, CancellationToken token)
    {
        long next = at.ToMicroseconds();
        return await database.WriteAsync(
            StoreOperation.Delivering,
            context => context.Outbox
                .Where(row => row.Sequence == sequence && row.State == OutboxState.Parked)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, OutboxState.Waiting).SetProperty(row => row.Attempts, 0).SetProperty(row => row.NextAttemptAt, next), token),
            token).ConfigureAwait(false) > 0;
    }

    private static void RequireLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
    }
}
