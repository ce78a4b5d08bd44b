using CellsContact.Contacts;
using CellsContact.EntityFrameworkCore.Rows;
using CellsContact.EntityFrameworkCore.Sqlite;
using CellsContact.MyNumbers;
using Microsoft.EntityFrameworkCore;

namespace CellsContact.EntityFrameworkCore.MyNumbers;

/// <summary>The durable vault: a table of its own, each number encrypted for its row.</summary>
internal sealed class EntityFrameworkCoreMyNumberVault(SqliteContactDatabase database, MyNumberCipher cipher, TimeProvider time) : IMyNumberVault
{
    public async ValueTask<bool> PutAsync(MyNumberSlot slot, MyNumber number, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(number);
        return await database.WriteAsync(StoreOperation.KeepingNumber(slot), PutAsync, token).ConfigureAwait(false);

        async Task<bool> PutAsync(ContactDbContext context)
        {
            long now = time.GetUtcNow().ToMicroseconds();
            if (await context.MyNumbers.Of(slot).SingleOrDefaultAsync(token).ConfigureAwait(false) is not { } row)
            {
                context.MyNumbers.Add(NewRow(slot, number, now));
                return true;
            }

            if (!cipher.Open(row).Equals(number))
                return false;
            if (row.State == MyNumberState.Held)
                row.PutAt = now;
            return true;
        }
    }

    public async ValueTask<MyNumberMatch> MatchesAsync(MyNumberSlot slot, MyNumber number, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(number);
        return await RevealAsync(slot, token).ConfigureAwait(false) switch
        {
            null => MyNumberMatch.None,
            { } kept => kept.Equals(number) ? MyNumberMatch.Same : MyNumberMatch.Other,
        };
    }

    public async ValueTask<MyNumberEntry?> FindAsync(MyNumberSlot slot, CancellationToken token) =>
        (await ReadAsync(StoreOperation.ReadingNumber(slot), rows => rows.Of(slot).SingleOrDefaultAsync(token), token).ConfigureAwait(false))?.ToEntry();

    public async ValueTask<MyNumberEntry?> FindAsync(MyNumberOwner owner, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return (await ReadAsync(StoreOperation.ReadingNumber(owner), rows => rows.LinkedTo(owner).SingleOrDefaultAsync(token), token).ConfigureAwait(false))?.ToEntry();
    }

    public async ValueTask<IReadOnlyList<MyNumberEntry>> FindSameAsync(MyNumberSlot slot, CancellationToken token)
    {
        return await ReadAsync(StoreOperation.ReadingNumber(slot), FindAsync, token).ConfigureAwait(false);

        async Task<IReadOnlyList<MyNumberEntry>> FindAsync(IQueryable<MyNumberRow> rows)
        {
            if (await rows.Of(slot).SingleOrDefaultAsync(token).ConfigureAwait(false) is not { } asked)
                return [];
            MyNumber number = cipher.Open(asked);
            List<MyNumberEntry> same = [];
            IQueryable<MyNumberRow> linked = rows
                .Where(row => row.State == MyNumberState.Linked && row.Establishment == asked.Establishment && row.Sequence != asked.Sequence)
                .OrderBy(row => row.Sequence);
            await foreach (MyNumberRow row in linked.AsAsyncEnumerable().WithCancellation(token).ConfigureAwait(false))
            {
                if (cipher.Open(row).Equals(number))
                    same.Add(row.ToEntry());
            }

            return same;
        }
    }

    public async ValueTask<bool> LinkAsync(MyNumberSlot slot, MyNumberOwner owner, DateOnly? keepFormerUntil, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(owner);
        if (owner.Establishment != slot.Contact.Establishment)
            throw new ArgumentException("The owner is of another establishment.", nameof(owner));
        return await database.WriteAsync(StoreOperation.KeepingNumber(slot), LinkAsync, token).ConfigureAwait(false);

        async Task<bool> LinkAsync(ContactDbContext context)
        {
            MyNumberRow? row = await context.MyNumbers.Of(slot).SingleOrDefaultAsync(token).ConfigureAwait(false);
            if (row is not { State: MyNumberState.Held })
                return row is not null;
            MyNumber number = cipher.Open(row);
            if (await context.MyNumbers.LinkedTo(owner).SingleOrDefaultAsync(token).ConfigureAwait(false) is { } former)
            {
                if (keepFormerUntil is { } until)
                    (former.State, former.KeepUntil) = (MyNumberState.Former, until);
                else
                    context.MyNumbers.Remove(former);

                // The owner's place is free before it is taken.
                await context.SaveChangesAsync(token).ConfigureAwait(false);
            }

            row.Link(owner);
            cipher.Protect(row, number);
            return true;
        }
    }

    public async ValueTask UnlinkAsync(MyNumberSlot slot, CancellationToken token)
    {
        await database.WriteAsync(StoreOperation.KeepingNumber(slot), UnlinkAsync, token).ConfigureAwait(false);

        async Task<bool> UnlinkAsync(ContactDbContext context)
        {
            if (await context.MyNumbers.Of(slot).SingleOrDefaultAsync(token).ConfigureAwait(false) is not { State: MyNumberState.Linked } row)
                return false;
            MyNumber number = cipher.Open(row);
            row.Hold(time.GetUtcNow());
            cipher.Protect(row, number);
            return true;
        }
    }

    public async ValueTask<bool> EraseAsync(MyNumberSlot slot, DateTimeOffset? onlyIfHeldSince, CancellationToken token)
    {
        long? since = onlyIfHeldSince?.ToMicroseconds();
        return await EraseAsync(
            StoreOperation.ErasingNumber(slot), rows => rows.Of(slot).Where(row => since == null || (row.State == MyNumberState.Held && row.PutAt <= since)), token).ConfigureAwait(false);
    }

    public async ValueTask EraseHeldAsync(ContactKey contact, CancellationToken token)
    {
        (string establishment, string id) = (contact.Establishment.Value, contact.Id.Value);
        await EraseAsync(
            StoreOperation.ErasingNumbers(contact),
            rows => rows.Where(row => row.Establishment == establishment && row.ContactId == id && row.State == MyNumberState.Held),
            token).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<MyNumberEntry>> ListErasableAsync(DateTimeOffset heldSince, DateOnly today, MyNumberEntry? after, int limit, CancellationToken token)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        long since = heldSince.ToMicroseconds();
        List<MyNumberRow> page = await ReadAsync(
            StoreOperation.ListingErasable,
            rows => After(rows, after)
                .Where(row => (row.State == MyNumberState.Held && row.PutAt <= since) || (row.State == MyNumberState.Former && row.KeepUntil < today))
                .OrderBy(row => row.PutAt).ThenBy(row => row.Establishment).ThenBy(row => row.ContactId).ThenBy(row => row.Path)
                .Take(limit)
                .ToListAsync(token),
            token).ConfigureAwait(false);
        return [.. page.Select(row => row.ToEntry())];
    }

    public async ValueTask<MyNumber?> RevealAsync(MyNumberSlot slot, CancellationToken token) =>
        await ReadAsync(StoreOperation.ReadingNumber(slot), rows => rows.Of(slot).SingleOrDefaultAsync(token), token).ConfigureAwait(false) is { } row
            ? cipher.Open(row)
            : null;

    private Task<T> ReadAsync<T>(StoreOperation operation, Func<IQueryable<MyNumberRow>, Task<T>> read, CancellationToken token) =>
        database.ReadAsync(operation, context => read(context.MyNumbers.AsNoTracking()), token);

    private async Task<bool> EraseAsync(StoreOperation operation, Func<IQueryable<MyNumberRow>, IQueryable<MyNumberRow>> which, CancellationToken token)
    {
        return await database.WriteAsync(operation, EraseAsync, token).ConfigureAwait(false);

        async Task<bool> EraseAsync(ContactDbContext context)
        {
            if (await which(context.MyNumbers).ExecuteDeleteAsync(token).ConfigureAwait(false) == 0)
                return false;
            await SqliteErasure.MarkAsync(context, ErasedRows.MyNumbers, token).ConfigureAwait(false);
            return true;
        }
    }

    private MyNumberRow NewRow(MyNumberSlot slot, MyNumber number, long now)
    {
        MyNumberRow row = new()
        {
            Establishment = slot.Contact.Establishment.Value,
            ContactId = slot.Contact.Id.Value,
            Path = slot.Path,
            State = MyNumberState.Held,
            PutAt = now,
            Protected = [],
        };
        cipher.Protect(row, number);
        return row;
    }

    private static IQueryable<MyNumberRow> After(IQueryable<MyNumberRow> rows, MyNumberEntry? after)
    {
        if (after is null)
            return rows;
        (long at, string establishment) = (after.PutAt.ToMicroseconds(), after.Slot.Contact.Establishment.Value);
        (string contact, string path) = (after.Slot.Contact.Id.Value, after.Slot.Path);
#pragma warning disable CA1309 // The database compares, and it does so ordinally; it knows no other comparison by this name.
        return rows.Where(row => row.PutAt > at || (row.PutAt == at
            && (string.Compare(row.Establishment, establishment) > 0 || (row.Establishment == establishment
                && (string.Compare(row.ContactId, contact) > 0 || (row.ContactId == contact && string.Compare(row.Path, path) > 0))))));
#pragma warning restore CA1309
    }
}
