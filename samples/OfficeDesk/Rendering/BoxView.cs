using System.Globalization;
using System.Text.Json;
using CellsContact.Attachments;
using CellsContact.Contacts;

namespace OfficeDesk.Rendering;

/// <summary>Shows a person's 個人ボックス.</summary>
internal sealed class BoxView(Report report, OfficeClock clock)
{
    public void List(EmployeeNumber number, IReadOnlyList<BoxFile> files)
    {
        foreach (BoxFile file in files)
        {
            report.Line(Shown.Of(file.Name));
            report.Line($"  内容: {Shown.Of(file.Description)}  【機密】");
            report.Line($"  {file.Size.ToString("#,0", CultureInfo.InvariantCulture)} バイト  保管 {clock.DayOf(file.StoredAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {Shown.Of(file.StoredBy, 30)}", Tone.Faint);
            report.Line($"  連絡の添付ファイル {Printable.Of(file.Source.ToString())}", Tone.Faint);
        }

        report.Line($"社員番号 {number} の個人ボックス: 機密 {files.Count} 件（{IPersonalBox.MaxConfidentialFiles} 件まで）", Tone.Faint);
    }

    public static void Json(Utf8JsonWriter writer, BoxFile file)
    {
        writer.WriteString("source", file.Source.ToString());
        writer.WriteString("name", file.Name);
        writer.WriteString("description", file.Description);
        writer.WriteBoolean("confidential", true);
        writer.WriteString("mediaType", file.MediaType);
        writer.WriteNumber("size", file.Size);
        writer.WriteString("sha256", file.Sha256);
        writer.WriteString("storedBy", file.StoredBy);
        writer.WriteString("storedAt", file.StoredAt);
    }
}
