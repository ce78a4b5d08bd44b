using System.Globalization;
using System.Text.Json;
using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Retention;

namespace OfficeDesk.Rendering;

/// <summary>Shows attached files (添付ファイル) under their safe names.</summary>
internal sealed class FileView(Report report, OfficeClock clock, IRetentionPolicy policy)
{
    public void List(IReadOnlyList<StoredAttachment> files)
    {
        foreach (StoredAttachment file in files)
        {
            report.Line(Printable.Of(file.Key.ToString()));
            report.Line($"  {Shown.Of(file.Name)}", file.ErasedAt is null ? Tone.Normal : Tone.Faint);
            report.Line($"  {file.Size.ToString("#,0", CultureInfo.InvariantCulture)} バイト  受信 {Day(clock.DayOf(file.ReceivedAt))}  {KeptText(file)}", Tone.Faint);
        }

        report.Line($"{files.Count} 件", Tone.Faint);
    }

    public void Damaged(IReadOnlyList<DamagedAttachment> files)
    {
        foreach (DamagedAttachment file in files)
            report.Line($"【破損】どの連絡の添付ファイルか分かりません: {file.Place}", Tone.Warning);
    }

    public void Json(Utf8JsonWriter writer, StoredAttachment file)
    {
        writer.WriteString("key", file.Key.ToString());
        writer.WriteString("contact", file.Key.Contact.ToString());
        writer.WriteString("id", file.Key.Id);
        writer.WriteString("name", file.Name);
        writer.WriteString("mediaType", file.MediaType);
        writer.WriteNumber("size", file.Size);
        writer.WriteString("sha256", file.Sha256);
        writer.WriteString("receivedAt", file.ReceivedAt);
        writer.WriteString("lastDay", Day(LastDay(file)));
        writer.WriteBoolean("kept", file.ErasedAt is null);
        if (file.ErasedAt is { } erased)
            writer.WriteString("erasedAt", erased);
    }

    private string KeptText(StoredAttachment file) => file.ErasedAt is { } erased
        ? $"期限切れ（{Day(clock.DayOf(erased))} に消去）"
        : $"保管 {Day(LastDay(file))} まで";

    private DateOnly LastDay(StoredAttachment file) => clock.DayOf(file.ReceivedAt).AddDays(policy.AttachmentDays);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
