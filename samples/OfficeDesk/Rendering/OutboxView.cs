using System.Globalization;
using System.Text.Json;
using CellsContact.Contacts;
using CellsContact.Storage;

namespace OfficeDesk.Rendering;

/// <summary>Shows messages to the client's page that are not delivered yet. They hold no personal data.</summary>
internal sealed class OutboxView(Report report, OfficeClock clock)
{
    public void List(IReadOnlyList<OutboxEntry> messages)
    {
        foreach (OutboxEntry entry in messages)
        {
            string about = entry.Message switch
            {
                OutgoingMessage.StatusChanged status => $"連絡の状況 {status.Contact}",
                OutgoingMessage.PersonChanged person => $"公開情報 {person.Establishment} 社員番号 {Printable.Of(person.Number.Value)}",
                _ => "",
            };
            bool isParked = entry.State == OutboxState.Parked;
            report.Line($"{entry.Sequence} 番  {about}", isParked ? Tone.Bad : Tone.Normal);
            string failures = entry.LastError is { } error ? $"  試行 {entry.Attempts} 回  {Printable.Of(error)}" : "";
            report.Line($"  {(isParked ? "停止" : $"待ち 次は {entry.NextAttemptAt.ToOffset(clock.Now.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} 以降")}{failures}", Tone.Faint);
        }
    }

    public static void Json(Utf8JsonWriter writer, OutboxEntry entry)
    {
        writer.WriteNumber("sequence", entry.Sequence);
        writer.WriteString("message", entry.Message switch
        {
            OutgoingMessage.StatusChanged => "statusChanged",
            OutgoingMessage.PersonChanged => "personChanged",
            _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Message.GetType().Name, "Not a message to the client's page."),
        });
        writer.WriteString("establishment", entry.Message.Establishment.Value);
        if (entry.Message is OutgoingMessage.StatusChanged status)
            writer.WriteString("contact", status.Contact.ToString());
        if (entry.Message is OutgoingMessage.PersonChanged person)
            writer.WriteString("employeeNumber", person.Number.Value);
        writer.WriteString("state", JsonOutput.NameOf(entry.State));
        writer.WriteString("createdAt", entry.CreatedAt);
        writer.WriteNumber("attempts", entry.Attempts);
        writer.WriteString("nextAttemptAt", entry.NextAttemptAt);
        if (entry.LastError is { } error)
            writer.WriteString("lastError", error);
    }
}
