using System.Text.Json;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.MyNumbers;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace OfficeDesk.Rendering;

/// <summary>The list and an opened notice as JSON.</summary>
internal static class JsonContacts
{
    public static void Item(Utf8JsonWriter writer, ContactListItem item, StatusLabels labels)
    {
        Head(writer, item.Received, item.Status, labels.For(item.Contact.Kind, item.Status));
        writer.WriteBoolean("reflected", item.IsReflected);
        writer.WriteBoolean("savePending", item.HasOpenAttempt);
    }

    public static void Detail(Utf8JsonWriter writer, ContactDetail detail)
    {
        ContactEntry entry = detail.Entry;
        Head(writer, entry.Received, entry.Status, detail.Label);
        writer.WriteBoolean("reflected", entry.IsReflected);
        writer.WriteBoolean("savePending", entry.OpenAttempt is not null);
        if (detail.Establishment is { } establishment)
            writer.WriteString("establishmentName", establishment.Name);
        if (Labels.ChangeOf(entry.Contact) is { } change)
            writer.WriteString("changeLabel", change);
        writer.WritePropertyName("contact");
        writer.WriteRawValue(ContactJson.Serialize(entry.Contact));
        writer.WriteArray("myNumbers", detail.MyNumbers, slot =>
        {
            writer.WriteString("path", slot.Path);
            writer.WriteString("shown", MyNumber.Mask);
        });
        writer.WriteArray("draft", entry.Draft, edit => WriteEdit(writer, edit));
        writer.WriteFindings(detail.Findings);
        writer.WriteArray("history", entry.History, move => WriteMove(writer, move));
        writer.WriteArray("attempts", entry.Attempts, attempt =>
        {
            writer.WriteString("changeSet", attempt.ChangeSet.Id.ToString());
            writer.WriteString("state", JsonOutput.NameOf(attempt.State));
            writer.WriteArray("edits", attempt.Edits, edit => WriteEdit(writer, edit));
        });
        writer.WriteStartArray("actions");
        foreach (ContactAction action in detail.Actions)
            writer.WriteStringValue(JsonOutput.NameOf(action));
        writer.WriteEndArray();
    }

    private static void Head(Utf8JsonWriter writer, ReceivedContact received, ContactStatus status, StatusLabel label)
    {
        Contact contact = received.Contact;
        writer.WriteKey(contact.Key);
        writer.WriteString("kind", JsonOutput.NameOf(contact.Kind));
        writer.WriteString("kindLabel", ContactKinds.LabelOf(contact.Kind));
        writer.WriteString("receivedAt", received.ReceivedAt);
        writer.WriteString("sender", received.SenderId);
        writer.WriteString("status", JsonOutput.NameOf(status));
        writer.WriteString("deskLabel", label.OnDesk);
        writer.WriteString("myPageLabel", label.OnMyPage);
    }

    private static void WriteEdit(Utf8JsonWriter writer, Edit edit)
    {
        writer.WriteString("path", edit.Path);
        writer.WritePropertyName("value");
        edit.Value.WriteTo(writer);
    }

    private static void WriteMove(Utf8JsonWriter writer, ContactMove move)
    {
        writer.WriteString("action", JsonOutput.NameOf(move.Action));
        writer.WriteString("from", JsonOutput.NameOf(move.From));
        writer.WriteString("to", JsonOutput.NameOf(move.To));
        writer.WriteString("operator", move.OperatorId);
        writer.WriteString("at", move.At);
        if (move.Memo is { } memo)
            writer.WriteString("memo", memo);
        if (move.MessageToClient is { } message)
            writer.WriteString("messageToClient", message);
    }
}
