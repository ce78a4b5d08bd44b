using CellsContact.Contacts;
using CellsContact.Storage;

namespace CellsContact.EntityFrameworkCore.Rows;

/// <summary>Messages to rows and back.</summary>
internal static class OutboxMapping
{
    internal static OutboxRow NewRow(OutgoingMessage message, DateTimeOffset now) => new()
    {
        Id = message.Id,
        Kind = message is OutgoingMessage.StatusChanged ? OutgoingKind.StatusChanged : OutgoingKind.PersonChanged,
        OrderKey = message.Order,
        Establishment = message.Establishment.Value,
        ContactId = (message as OutgoingMessage.StatusChanged)?.Contact.Id.Value,
        EmployeeNumber = (message as OutgoingMessage.PersonChanged)?.Number.Value,
        State = OutboxState.Waiting,
        CreatedAt = now.ToMicroseconds(),
        Attempts = 0,
        NextAttemptAt = now.ToMicroseconds(),
    };

    internal static OutboxEntry ToEntry(this OutboxRow row)
    {
        try
        {
            return new(
                row.Sequence,
                ToMessage(row),
                Enum.IsDefined(row.State) ? row.State : throw new FormatException("No known state."),
                Instant.FromMicroseconds(row.CreatedAt),
                row.Attempts,
                Instant.FromMicroseconds(row.NextAttemptAt),
                row.LastError);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new ContactStoreCorruptException(new(
                $"送信待ちの {row.Sequence} 番が壊れています。推測せずに中止しました。バックアップから戻してください。",
                $"Message {row.Sequence} of the outbox is damaged. Nothing is guessed; restore a backup."));
        }
    }

    private static OutgoingMessage ToMessage(OutboxRow row)
    {
        EstablishmentId establishment = EstablishmentId.Parse(row.Establishment);
        return row switch
        {
            { Kind: OutgoingKind.StatusChanged, ContactId: { } contact } => new OutgoingMessage.StatusChanged(row.Id, new(establishment, ContactId.Parse(contact))),
            { Kind: OutgoingKind.PersonChanged, EmployeeNumber: { } number } => new OutgoingMessage.PersonChanged(row.Id, establishment, EmployeeNumber.Parse(number)),
            _ => throw new FormatException("No known message."),
        };
    }
}
