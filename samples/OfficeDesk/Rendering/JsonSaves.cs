using System.Text.Json;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Ledgers;
using CellsContact.Reflectors;

namespace OfficeDesk.Rendering;

/// <summary>Previews and outcomes of saving as JSON.</summary>
internal static class JsonSaves
{
    public static void Preview(Utf8JsonWriter writer, SavePreview preview, Contact contact, IReadOnlyList<FileResult> files)
    {
        writer.WriteKey(preview.Key);
        if (preview.StatusAfter is { } status)
            writer.WriteString("statusAfter", JsonOutput.NameOf(status));
        writer.WriteChanges(preview.Changes);
        writer.WriteNotes(preview.Notes);
        writer.WriteFindings(preview.Findings);
        writer.WriteFiles(contact, files, isPreview: true);
        if (preview.Blocked is { } blocked)
        {
            writer.WriteStartObject("blocked");
            Outcome(writer, preview.Key, blocked);
            writer.WriteEndObject();
        }
    }

    public static void Result(Utf8JsonWriter writer, ContactKey key, SaveResult result)
    {
        writer.WriteKey(key);
        Outcome(writer, key, result);
    }

    private static void Outcome(Utf8JsonWriter writer, ContactKey key, SaveResult result)
    {
        writer.WriteString("outcome", OutcomeText.NameOf(result));
        writer.WriteNumber("exitCode", OutcomeText.ExitCodeOf(result));
        writer.WriteText(OutcomeText.Of(key, result));
        switch (result)
        {
            case SaveResult.Saved saved:
                Saved(writer, saved);
                break;
            case SaveResult.NeedsConfirmation needs:
                writer.WriteNotes(needs.Notes);
                break;
            case SaveResult.Refused refused:
                writer.WriteNotes(refused.Notes);
                break;
            case SaveResult.Invalid invalid:
                writer.WriteFindings(invalid.Findings);
                break;
            case SaveResult.Conflict conflict:
                writer.WriteConflicts(conflict.Conflicts);
                break;
            case SaveResult.InProgress progress:
                writer.WriteString("operator", progress.OperatorId);
                break;
            case SaveResult.NotAllowed notAllowed:
                writer.WriteString("status", JsonOutput.NameOf(notAllowed.Status));
                break;
        }
    }

    private static void Saved(Utf8JsonWriter writer, SaveResult.Saved saved)
    {
        writer.WriteString("status", JsonOutput.NameOf(saved.Entry.Status));
        if (saved.Receipt is { } receipt)
        {
            writer.WriteString("changeSet", receipt.Id.ToString());
            writer.WriteArray("assignedNumbers", receipt.AssignedNumbers, pair =>
            {
                writer.WriteString("slot", pair.Key);
                writer.WriteString("employeeNumber", pair.Value.Value);
            });
            writer.WriteChanges(saved.Entry.Attempts[^1].ChangeSet.Changes);
            writer.WriteArray("myNumbers", saved.Entry.Attempts[^1].Numbers, effect =>
            {
                writer.WriteString("effect", JsonOutput.NameOf(effect.Kind));
                writer.WriteString("path", effect.Slot.Path);
                writer.WriteString("row", effect.Subject.Person.ToString());
                writer.WriteBoolean("isDependent", effect.Subject.Dependent is not null);
            });
        }

        writer.WriteFiles(saved.Entry.Contact, saved.Files);
        writer.WriteNotes(saved.Notes);
    }

    private static void WriteChanges(this Utf8JsonWriter writer, IReadOnlyList<LedgerChange> changes) =>
        writer.WriteArray("changes", changes, change =>
        {
            writer.WriteString("table", JsonOutput.NameOf(change.Table));
            writer.WriteString("row", change.Row.Person.ToString());
            writer.WriteString("action", JsonOutput.NameOf(change.Action));
            writer.WriteArray("fields", change.Fields, field =>
            {
                writer.WriteString("field", field.Field.Id);
                writer.WriteString("label", field.Field.Label);
                writer.WriteValue("before", field.Before);
                writer.WriteValue("after", field.After);
            });
        });

    private static void WriteNotes(this Utf8JsonWriter writer, IReadOnlyList<ReflectionNote> notes) =>
        writer.WriteArray("notes", notes, note =>
        {
            writer.WriteString("level", JsonOutput.NameOf(note.Level));
            writer.WriteString("code", note.Code);
            writer.WriteText(note.Message);
            if (note.Contact is { } contact)
                writer.WriteString("contact", contact.ToString());
            if (note.Field is not { } field)
                return;
            writer.WriteString("field", field.Id);
            writer.WriteString("label", field.Label);
            writer.WriteValue("before", note.Before);
            writer.WriteValue("after", note.After);
        });

    private static void WriteConflicts(this Utf8JsonWriter writer, IReadOnlyList<LedgerConflict> conflicts) =>
        writer.WriteArray("conflicts", conflicts, conflict =>
        {
            writer.WriteString("reason", JsonOutput.NameOf(conflict.Reason));
            writer.WriteString("table", JsonOutput.NameOf(conflict.Table));
            writer.WriteString("row", conflict.Row.Person.ToString());
            if (conflict.Field is { } field)
                writer.WriteString("field", field.Id);
            writer.WriteValue("expected", conflict.Expected);
            writer.WriteValue("actual", conflict.Actual);
        });

    private static void WriteValue(this Utf8JsonWriter writer, string name, LedgerValue value)
    {
        writer.WriteStartObject(name);
        writer.WriteString("kind", JsonOutput.NameOf(value.Kind));
        writer.WriteString("text", value.Text);
        writer.WriteEndObject();
    }
}
