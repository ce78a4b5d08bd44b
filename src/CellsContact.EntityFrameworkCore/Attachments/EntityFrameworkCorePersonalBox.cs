using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.EntityFrameworkCore.Rows;
using CellsContact.EntityFrameworkCore.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CellsContact.EntityFrameworkCore.Attachments;

/// <summary>Personal boxes in the database. Storing is the only writer while it counts, so that ten is ten.</summary>
internal sealed class EntityFrameworkCorePersonalBox(SqliteContactDatabase database) : IPersonalBox
{
    public async ValueTask<BoxOutcome> StoreAsync(BoxFile file, ReadOnlyMemory<byte> content, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(file);
        EstablishmentId establishment = file.Source.Contact.Establishment;
        return await database.WriteAsync(StoreOperation.KeepingInBox(establishment, file.Number), StoreAsync, token).ConfigureAwait(false);

        async Task<BoxOutcome> StoreAsync(ContactDbContext context)
        {
            (string contact, string id) = (file.Source.Contact.Id.Value, file.Source.Id);
            IQueryable<BoxFileRow> box = context.BoxFiles.Of(establishment, file.Number);
            if (await box.AnyAsync(row => row.ContactId == contact && row.FileId == id, token).ConfigureAwait(false))
                return BoxOutcome.AlreadyStored;
            if (await box.CountAsync(token).ConfigureAwait(false) >= IPersonalBox.MaxConfidentialFiles)
                return BoxOutcome.Full;
            context.BoxFiles.Add(FileMapping.NewRow(file, content));
            return BoxOutcome.Stored;
        }
    }

    public async ValueTask<IReadOnlyList<BoxFile>> ListAsync(EstablishmentId establishment, EmployeeNumber number, CancellationToken token)
    {
        List<BoxFileRow> rows = await database.ReadAsync(
            StoreOperation.ReadingBox(establishment, number),
            context => context.BoxFiles.AsNoTracking().Of(establishment, number).OrderBy(row => row.Sequence).ToListAsync(token),
            token).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToBoxFile())];
    }

    public async ValueTask<AttachmentContent> OpenAsync(EstablishmentId establishment, EmployeeNumber number, AttachmentKey source, CancellationToken token)
    {
        if (source.Contact.Establishment != establishment)
            return new AttachmentContent.NotFound();
        (string contact, string id) = (source.Contact.Id.Value, source.Id);
        BoxFileRow? row = await database.ReadAsync(
            StoreOperation.ReadingBox(establishment, number),
            context => context.BoxFiles.AsNoTracking().Of(establishment, number).Include(row => row.Content).SingleOrDefaultAsync(row => row.ContactId == contact && row.FileId == id, token),
            token).ConfigureAwait(false);
        return row is null ? new AttachmentContent.NotFound()
            : FileMapping.IsIntact(row.Content?.Bytes, row.Sha256) ? new AttachmentContent.Intact(row.Content!.Bytes)
            : new AttachmentContent.Corrupt();
    }
}
