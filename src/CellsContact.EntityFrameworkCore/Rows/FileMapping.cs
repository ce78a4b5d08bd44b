using System.Globalization;
using System.Security.Cryptography;
using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Storage;

namespace CellsContact.EntityFrameworkCore.Rows;

/// <summary>Attached files and files of personal boxes to rows and back.</summary>
internal static class FileMapping
{
    private const string Place = "Attachments/";

    internal static IQueryable<AttachmentRow> Of(this IQueryable<AttachmentRow> rows, AttachmentKey key)
    {
        (string file, IQueryable<AttachmentRow> attached) = (key.Id, rows.Of(key.Contact));
        return attached.Where(row => row.FileId == file);
    }

    internal static IQueryable<AttachmentRow> Of(this IQueryable<AttachmentRow> rows, ContactKey contact)
    {
        (string establishment, string id) = (contact.Establishment.Value, contact.Id.Value);
        return rows.Where(row => row.Establishment == establishment && row.ContactId == id);
    }

    internal static IQueryable<BoxFileRow> Of(this IQueryable<BoxFileRow> rows, EstablishmentId establishment, EmployeeNumber number)
    {
        (string office, string person) = (establishment.Value, number.Value);
        return rows.Where(row => row.Establishment == office && row.EmployeeNumber == person);
    }

    internal static AttachmentRow NewRow(StoredAttachment file, ReadOnlyMemory<byte> content) => new()
    {
        Establishment = file.Key.Contact.Establishment.Value,
        ContactId = file.Key.Contact.Id.Value,
        FileId = file.Key.Id,
        Name = file.Name,
        MediaType = file.MediaType,
        Size = file.Size,
        Sha256 = file.Sha256,
        ReceivedAt = file.ReceivedAt.ToMicroseconds(),
        Content = new() { Bytes = content.ToArray() },
    };

    internal static BoxFileRow NewRow(BoxFile file, ReadOnlyMemory<byte> content) => new()
    {
        Establishment = file.Source.Contact.Establishment.Value,
        EmployeeNumber = file.Number.Value,
        ContactId = file.Source.Contact.Id.Value,
        FileId = file.Source.Id,
        Name = file.Name,
        MediaType = file.MediaType,
        Size = file.Size,
        Sha256 = file.Sha256,
        Description = file.Description,
        StoredBy = file.StoredBy,
        StoredAt = file.StoredAt.ToMicroseconds(),
        Content = new() { Bytes = content.ToArray() },
    };

    internal static StoredAttachment ToAttachment(this AttachmentRow row) => Read(row.Establishment, row.ContactId, contact => new StoredAttachment(
        new(contact, row.FileId), row.Name, row.MediaType, row.Size, row.Sha256, Instant.FromMicroseconds(row.ReceivedAt))
    {
        ErasedAt = row.ErasedAt is { } at ? Instant.FromMicroseconds(at) : null,
    });

    /// <summary>A damaged row, told by its number.</summary>
    internal static DamagedAttachment ToDamaged(AttachmentRow row) => new(
        string.Create(CultureInfo.InvariantCulture, $"{Place}{row.Sequence}"),
        row.ReceivedAt >= 0 && row.ReceivedAt <= Instant.Latest ? Instant.FromMicroseconds(row.ReceivedAt) : null);

    /// <summary>The row of a damaged file.</summary>
    internal static long SequenceOf(DamagedAttachment file) =>
        file.Place.StartsWith(Place, StringComparison.Ordinal) && long.TryParse(file.Place[Place.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out long sequence)
            ? sequence
            : throw new ArgumentException("This is no row of Attachments.", nameof(file));

    /// <summary>What is known of a file, or <c>null</c> where its row is damaged.</summary>
    internal static StoredAttachment? TryToAttachment(this AttachmentRow row)
    {
        try
        {
            return row.ToAttachment();
        }
        catch (ContactStoreCorruptException)
        {
            return null;
        }
    }

    internal static BoxFile ToBoxFile(this BoxFileRow row) => Read(row.Establishment, row.ContactId, contact => new BoxFile(
        EmployeeNumber.Parse(row.EmployeeNumber),
        new(contact, row.FileId),
        row.Name,
        row.MediaType,
        row.Size,
        row.Sha256,
        row.Description,
        row.StoredBy,
        Instant.FromMicroseconds(row.StoredAt)));

    /// <summary>Whether bytes are what a hash was made of.</summary>
    internal static bool IsIntact(byte[]? content, string sha256) =>
        content is not null && Convert.ToHexStringLower(SHA256.HashData(content)) == sha256;

    private static T Read<T>(string establishment, string contactId, Func<ContactKey, T> read)
    {
        try
        {
            return read(new(EstablishmentId.Parse(establishment), ContactId.Parse(contactId)));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            // Without the cause: what a reader says about a text may quote it.
            throw new ContactStoreCorruptException(new(
                $"連絡 {establishment}/{contactId} のファイルの記録が壊れています。推測せずに中止しました。バックアップから戻してください。",
                $"The record of a file of notice {establishment}/{contactId} is damaged. Nothing is guessed; restore a backup."));
        }
    }
}
