using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.EntityFrameworkCore.Rows;
using CellsContact.EntityFrameworkCore.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CellsContact.EntityFrameworkCore.Attachments;

/// <summary>Attached files in the database: what is known of them in one table, their content in another.</summary>
internal sealed class EntityFrameworkCoreAttachmentStore(SqliteContactDatabase database) : IAttachmentStore, IAttachmentMaintenance
{
    public async ValueTask<bool> PutAsync(StoredAttachment attachment, ReadOnlyMemory<byte> content, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        return await database.WriteAsync(StoreOperation.KeepingFile(attachment.Key.Contact), PutAsync, token).ConfigureAwait(false);

        async Task<bool> PutAsync(ContactDbContext context)
        {
            AttachmentRow? row = await context.Attachments.Of(attachment.Key).Include(row => row.Content).SingleOrDefaultAsync(token).ConfigureAwait(false);
            if (row is null)
                context.Attachments.Add(FileMapping.NewRow(attachment, content));
            else if (row.Sha256 != attachment.Sha256)
                return false;
            else if (row.ErasedAt is null && row.Content is null)
                row.Content = new() { Bytes = content.ToArray() };
            else if (row.ErasedAt is null && !FileMapping.IsIntact(row.Content!.Bytes, row.Sha256))
                row.Content.Bytes = content.ToArray();
            return true;
        }
    }

    public async ValueTask<StoredAttachment?> FindAsync(AttachmentKey key, CancellationToken token)
    {
        AttachmentRow? row = await database.ReadAsync(
            StoreOperation.ReadingFile(key.Contact), context => context.Attachments.AsNoTracking().Of(key).SingleOrDefaultAsync(token), token).ConfigureAwait(false);
        return row?.ToAttachment();
    }

    public async ValueTask<AttachmentContent> OpenAsync(AttachmentKey key, CancellationToken token)
    {
        AttachmentRow? row = await database.ReadAsync(
            StoreOperation.ReadingFile(key.Contact),
            context => context.Attachments.AsNoTracking().Of(key).Include(row => row.Content).SingleOrDefaultAsync(token),
            token).ConfigureAwait(false);
        return row switch
        {
            null => new AttachmentContent.NotFound(),
            { ErasedAt: not null } => new AttachmentContent.Expired(),
            _ => FileMapping.IsIntact(row.Content?.Bytes, row.Sha256) ? new AttachmentContent.Intact(row.Content!.Bytes) : new AttachmentContent.Corrupt(),
        };
    }

    public async ValueTask<IReadOnlyList<StoredAttachment>> ListAsync(AttachmentQuery query, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(query);
        return await database.ReadAsync(StoreOperation.ListingFiles, ListAsync, token).ConfigureAwait(false);

        async Task<IReadOnlyList<StoredAttachment>> ListAsync(ContactDbContext context)
        {
            List<StoredAttachment> files = [];
            AttachmentRow? last = query.After is { } after ? FileMapping.NewRow(after, default) : null;
            while (true)
            {
                // Damaged rows are passed over, and do not make a page shorter: a short page is the last one.
                int room = query.Limit - files.Count;
                List<AttachmentRow> rows = await After(Filter(context.Attachments.AsNoTracking(), query), last)
                    .OrderByDescending(row => row.ReceivedAt).ThenBy(row => row.Establishment).ThenBy(row => row.ContactId).ThenBy(row => row.FileId)
                    .Take(room)
                    .ToListAsync(token)
                    .ConfigureAwait(false);
                files.AddRange(rows.Select(row => row.TryToAttachment()).OfType<StoredAttachment>());
                if (rows.Count < room || files.Count == query.Limit)
                    return files;
                last = rows[^1];
            }
        }
    }

    public async ValueTask EraseContentAsync(AttachmentKey key, DateTimeOffset at, CancellationToken token)
    {
        await database.WriteAsync(StoreOperation.ErasingFile(key.Contact), EraseAsync, token).ConfigureAwait(false);

        async Task<bool> EraseAsync(ContactDbContext context)
        {
            if (await context.Attachments.Of(key).SingleOrDefaultAsync(token).ConfigureAwait(false) is not { ErasedAt: null } row)
                return false;
            row.ErasedAt = at.ToMicroseconds();
            await context.AttachmentContents.Where(content => content.AttachmentSequence == row.Sequence).ExecuteDeleteAsync(token).ConfigureAwait(false);
            await SqliteErasure.MarkAsync(context, ErasedRows.Attachments, token).ConfigureAwait(false);
            return true;
        }
    }

    public async ValueTask EraseAsync(ContactKey contact, CancellationToken token)
    {
        await database.WriteAsync(StoreOperation.ErasingFile(contact), EraseAsync, token).ConfigureAwait(false);

        async Task<bool> EraseAsync(ContactDbContext context)
        {
            if (await context.Attachments.Of(contact).ExecuteDeleteAsync(token).ConfigureAwait(false) == 0)
                return false;
            await SqliteErasure.MarkAsync(context, ErasedRows.Attachments, token).ConfigureAwait(false);
            return true;
        }
    }

    public async ValueTask<IReadOnlyList<DamagedAttachment>> ListDamagedAsync(int limit, CancellationToken token)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        return await database.ReadAsync(StoreOperation.ListingFiles, ListAsync, token).ConfigureAwait(false);

        async Task<IReadOnlyList<DamagedAttachment>> ListAsync(ContactDbContext context)
        {
            List<DamagedAttachment> damaged = [];
            await foreach (AttachmentRow row in context.Attachments.AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(token).ConfigureAwait(false))
            {
                if (row.TryToAttachment() is null)
                    damaged.Add(FileMapping.ToDamaged(row));
                if (damaged.Count == limit)
                    break;
            }

            return damaged;
        }
    }

    public async ValueTask EraseDamagedAsync(DamagedAttachment file, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(file);
        long sequence = FileMapping.SequenceOf(file);
        await database.WriteAsync(StoreOperation.ErasingDamagedFile, EraseAsync, token).ConfigureAwait(false);

        async Task<bool> EraseAsync(ContactDbContext context)
        {
            if (await context.Attachments.AsNoTracking().SingleOrDefaultAsync(row => row.Sequence == sequence, token).ConfigureAwait(false) is not { } row || row.TryToAttachment() is not null)
                return false;
            await context.Attachments.Where(row => row.Sequence == sequence).ExecuteDeleteAsync(token).ConfigureAwait(false);
            await SqliteErasure.MarkAsync(context, ErasedRows.Attachments, token).ConfigureAwait(false);
            return true;
        }
    }

    private static IQueryable<AttachmentRow> Filter(IQueryable<AttachmentRow> rows, AttachmentQuery query)
    {
        if (query.Establishments is { } establishments)
        {
            string[] ids = [.. establishments.Select(id => id.Value)];
            rows = rows.Where(row => ids.Contains(row.Establishment));
        }

        if (query.Contact is { } contact)
            rows = rows.Of(contact);
        if (query.ReceivedBefore?.ToMicrosecondsUp() is { } before)
            rows = rows.Where(row => row.ReceivedAt < before);
        return query.OnlyKept ? rows.Where(row => row.ErasedAt == null) : rows;
    }

    private static IQueryable<AttachmentRow> After(IQueryable<AttachmentRow> rows, AttachmentRow? after)
    {
        if (after is null)
            return rows;
        (long at, string establishment, string contact, string file) = (after.ReceivedAt, after.Establishment, after.ContactId, after.FileId);
#pragma warning disable CA1309 // The database compares, and it does so ordinally; it knows no other comparison by this name.
        return rows.Where(row => row.ReceivedAt < at || (row.ReceivedAt == at
            && (string.Compare(row.Establishment, establishment) > 0 || (row.Establishment == establishment
                && (string.Compare(row.ContactId, contact) > 0 || (row.ContactId == contact && string.Compare(row.FileId, file) > 0))))));
#pragma warning restore CA1309
    }
}
