using System.Text.Json;
using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Desk;

namespace OfficeDesk.Rendering;

/// <summary>The attached files of a save or a preview with 「添付ファイルを個人ＢＯＸで保管」, a line each.</summary>
internal static class FileLines
{
    public static void Show(Report report, Contact contact, IReadOnlyList<FileResult> files, bool isPreview = false)
    {
        foreach (FileResult file in files)
            report.Line($"  添付ファイル {Shown.Of(NameOf(contact, file.File), 26)}: {TextOf(file, isPreview).Japanese}", FileOutcomeText.ToneOf(file.Outcome));
    }

    public static void WriteFiles(this Utf8JsonWriter writer, Contact contact, IReadOnlyList<FileResult> files, bool isPreview = false) =>
        writer.WriteArray("files", files, file =>
        {
            writer.WriteString("key", file.File.ToString());
            writer.WriteString("name", NameOf(contact, file.File));
            writer.WriteString("outcome", JsonOutput.NameOf(file.Outcome));
            writer.WriteText(TextOf(file, isPreview));
        });

    private static BilingualText TextOf(FileResult file, bool isPreview) => isPreview ? FileOutcomeText.Planned(file.Outcome) : FileOutcomeText.Of(file.Outcome);

    private static string NameOf(Contact contact, AttachmentKey key) =>
        contact.Attachments.Where(attachment => attachment.Id == key.Id).Select(attachment => FileNames.Safe(attachment.FileName)).First();
}
