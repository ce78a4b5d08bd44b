using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Desk;
using OfficeDesk.Data;

namespace OfficeDesk.Commands;

/// <summary>What will become of a notice's files when a preview with 「添付ファイルを個人ＢＯＸで保管」 is saved, as things are now.</summary>
internal static class PlannedFiles
{
    public static async Task<IReadOnlyList<FileResult>> OfAsync(OfficeSession session, DeskOperator clerk, Contact contact, SavePreview preview, CancellationToken token)
    {
        if (preview is not { Decision.StoreAttachments: true, Blocked: null })
            return [];

        // Whoever gets a new number has an empty box.
        EmployeeNumber? number = preview.Changes.Select(change => change.Row.Person.Number).FirstOrDefault(each => each is not null);
        IReadOnlyList<BoxFile> box = number is { } known ? await session.Boxes.ListAsync(contact.Key.Establishment, known, token) : [];
        int room = IPersonalBox.MaxConfidentialFiles - box.Count;
        List<FileResult> files = [];
        foreach (ContactAttachment attachment in contact.Attachments)
        {
            AttachmentKey key = new(contact.Key, attachment.Id);
            FileOutcome outcome = box.Any(file => file.Source == key)
                ? FileOutcome.AlreadyStored
                : await session.Files.OpenAsync(key, clerk, token) switch
                {
                    AttachmentContent.Intact => room-- > 0 ? FileOutcome.Stored : FileOutcome.BoxFull,
                    AttachmentContent.Corrupt => FileOutcome.Corrupt,
                    _ => FileOutcome.Expired,
                };
            files.Add(new(key, outcome));
        }

        return files;
    }
}
