using System.Text.Json;
using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace CellsContact.EntityFrameworkCore.Rows;

/// <summary>Rows to notices and back. What cannot be read as it was written is an error that names the notice, never a guess.</summary>
internal static class EntryMapping
{
    internal static ContactRow NewRow(ContactEntry entry) => new()
    {
        Establishment = entry.Key.Establishment.Value,
        ContactId = entry.Key.Id.Value,
        Kind = entry.Contact.Kind,
        ReceivedAt = entry.Received.ReceivedAt.ToMicroseconds(),
        Status = entry.Status,
        IsReflected = entry.IsReflected,
        Version = entry.Version,
        SenderId = entry.Received.SenderId,
        ContentHash = entry.Received.ContentHash,
        Draft = AttemptJson.WriteEdits(entry.Draft),
        Content = ContactJson.Serialize(entry.Contact),
        Keys = [.. ContactSearchKeys.Of(entry.Contact).Distinct(StringComparer.Ordinal).Select(key => new SearchKeyRow { Key = key, Establishment = entry.Key.Establishment.Value })],
    };

    /// <summary>Writes into a row what a change made of its notice; the history is only ever added to.</summary>
    internal static void Update(this ContactRow row, ContactEntry after)
    {
        (row.Status, row.IsReflected, row.Version) = (after.Status, after.IsReflected, after.Version);
        row.Draft = AttemptJson.WriteEdits(after.Draft);
        for (int i = row.Moves.Count; i < after.History.Count; i++)
            row.Moves.Add(new() { Number = i + 1, Move = ToColumns(after.History[i]) });
        foreach (SaveAttempt attempt in after.Attempts)
        {
            if (row.Attempts.Find(known => known.Number == attempt.Number) is not { } known)
            {
                row.Attempts.Add(NewRow(attempt));
                continue;
            }

            known.State = attempt.State;
            known.EndedAt = attempt.EndedAt?.ToMicroseconds();
            known.Receipt = attempt.Receipt is null ? null : AttemptJson.WriteReceipt(attempt.Receipt);
        }
    }

    internal static ContactEntry ToEntry(this ContactRow row) => Read(row.Establishment, row.ContactId, key => new ContactEntry
    {
        Received = ToReceived(key, row.Content, row.ReceivedAt, row.SenderId, row.ContentHash),
        Status = Known(row.Status),
        IsReflected = row.IsReflected,
        Version = row.Version,
        Draft = AttemptJson.ReadEdits(row.Draft),
        History = [.. row.Moves.OrderBy(move => move.Number).Select(move => ToMove(move.Move))],
        Attempts = [.. row.Attempts.OrderBy(attempt => attempt.Number).Select(attempt => ToAttempt(key, attempt))],
    });

    internal static ContactListItem ToListItem(this ListRow row) => Read(row.Establishment, row.ContactId, key => new ContactListItem(
        row.Sequence,
        ToReceived(key, row.Content, row.ReceivedAt, row.SenderId, row.ContentHash),
        Known(row.Status),
        row.IsReflected,
        row.HasOpenAttempt));

    private static ReceivedContact ToReceived(ContactKey key, string content, long receivedAt, string senderId, string contentHash)
    {
        Contact contact = ContactJson.Deserialize(content);
        return contact.Key == key
            ? new(contact, Instant.FromMicroseconds(receivedAt), senderId, contentHash)
            : throw new FormatException("Another notice's content.");
    }

    private static AttemptRow NewRow(SaveAttempt attempt) => new()
    {
        Number = attempt.Number,
        Purpose = attempt.ChangeSet.Id.Purpose,
        Kind = attempt.ChangeSet.Kind,
        State = attempt.State,
        OperatorName = attempt.ChangeSet.OperatorName,
        DecisionHash = attempt.DecisionHash,
        Move = ToColumns(attempt.Move),
        WithoutColumn = string.Join(',', attempt.WithoutColumn.Select(field => field.Id)),
        Edits = AttemptJson.WriteEdits(attempt.Edits),
        Hash = attempt.ChangeSet.Hash,
        Changes = AttemptJson.WriteChanges(attempt.ChangeSet.Changes),
        Numbers = AttemptJson.WriteNumbers(attempt.Numbers),
        PersonNumber = attempt.Person?.Number?.Value,
        PersonSlot = attempt.Person?.Slot,
        Publish = attempt.Publish,
        StoreAttachments = attempt.StoreAttachments,
    };

    private static SaveAttempt ToAttempt(ContactKey key, AttemptRow row)
    {
        LedgerChangeSet set = new(new(key, row.Number, Known(row.Purpose)), Known(row.Kind), row.OperatorName, AttemptJson.ReadChanges(row.Changes));
        if (set.Hash != row.Hash)
            throw new FormatException("The frozen set is not the one that was frozen.");
        return new()
        {
            Contact = key,
            Number = row.Number,
            ChangeSet = set,
            Move = ToMove(row.Move),
            Edits = AttemptJson.ReadEdits(row.Edits),
            WithoutColumn = [.. row.WithoutColumn.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => LedgerFields.Find(id) ?? throw new FormatException("No ledger field."))],
            Numbers = AttemptJson.ReadNumbers(row.Numbers),
            Person = ToPerson(row),
            Publish = row.Publish,
            StoreAttachments = row.StoreAttachments,
            DecisionHash = row.DecisionHash,
            State = Known(row.State),
            Receipt = row.Receipt is null ? null : AttemptJson.ReadReceipt(row.Receipt),
            EndedAt = row.EndedAt is { } at ? Instant.FromMicroseconds(at) : null,
        };
    }

    private static LedgerPersonKey? ToPerson(AttemptRow row) => row switch
    {
        { PersonNumber: { } number, PersonSlot: null } => LedgerPersonKey.Of(EmployeeNumber.Parse(number)),
        { PersonNumber: null, PersonSlot: { } slot } => LedgerPersonKey.New(slot),
        { PersonNumber: null, PersonSlot: null } => null,
        _ => throw new FormatException("Two persons."),
    };

    private static MoveColumns ToColumns(ContactMove move) => new()
    {
        Action = move.Action,
        From = move.From,
        To = move.To,
        OperatorId = move.OperatorId,
        At = move.At.ToMicroseconds(),
        Memo = move.Memo,
        MessageToClient = move.MessageToClient,
        ProcedureDate = move.ProcedureDate,
        ProcedureNumber = move.ProcedureNumber,
    };

    private static ContactMove ToMove(MoveColumns row) => new()
    {
        Action = Known(row.Action),
        From = Known(row.From),
        To = Known(row.To),
        OperatorId = row.OperatorId,
        At = Instant.FromMicroseconds(row.At),
        Memo = row.Memo,
        MessageToClient = row.MessageToClient,
        ProcedureDate = row.ProcedureDate,
        ProcedureNumber = row.ProcedureNumber,
    };

    private static T Known<T>(T value)
        where T : struct, Enum => Enum.IsDefined(value) ? value : throw new FormatException("No known value.");

    private static T Read<T>(string establishment, string contactId, Func<ContactKey, T> read)
    {
        try
        {
            return read(new(EstablishmentId.Parse(establishment), ContactId.Parse(contactId)));
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException)
        {
            // Without the cause: what a reader says about a text may quote it.
            throw new ContactStoreCorruptException(new(
                $"連絡 {establishment}/{contactId} の保存内容が壊れています。推測せずに中止しました。バックアップから戻してください。",
                $"What is stored of notice {establishment}/{contactId} is damaged. Nothing is guessed; restore a backup."));
        }
    }
}
