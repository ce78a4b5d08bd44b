using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Ledgers;
using Microsoft.Extensions.Logging;

namespace CellsContact.Desk;

/// <summary>Puts a notice's attached files into its person's box. Doing it again changes nothing.</summary>
internal sealed class BoxFiling(IAttachmentStore attachments, IPersonalBox box, ILedger ledger, OfficeClock clock, ILogger<ContactDesk> logger)
{
    /// <summary>All files of a notice; none of them ever fails the save they go with.</summary>
    internal async Task<IReadOnlyList<FileResult>> StoreAllAsync(Contact contact, EmployeeNumber person, string operatorId, CancellationToken token)
    {
        List<FileResult> results = [];
        string? name = null;
        foreach ((int index, ContactAttachment attachment) in contact.Attachments.Index())
        {
            AttachmentKey key = new(contact.Key, attachment.Id);
            try
            {
                name ??= await NameAsync(contact.Key.Establishment, person, token).ConfigureAwait(false);
                results.Add(new(key, await StoreAsync(key, contact.Kind, person, name, operatorId, token).ConfigureAwait(false)));
            }
#pragma warning disable CA1031 // The reflection is done and stays done; what failed is in the log and in the result.
            catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
            {
                // By its place: a sender may call a file whatever they like, somebody's name too.
                Log.FileNotStored(logger, index + 1, contact.Key, error.GetType().Name);
                results.Add(new(key, FileOutcome.Failed));
            }
        }

        return results;
    }

    /// <summary>One file.</summary>
    internal async Task<FileOutcome> StoreAsync(AttachmentKey key, ContactKind kind, EmployeeNumber person, string name, string operatorId, CancellationToken token)
    {
        switch (await attachments.OpenAsync(key, token).ConfigureAwait(false))
        {
            case AttachmentContent.Intact { Bytes: var content } when await attachments.FindAsync(key, token).ConfigureAwait(false) is { } file:
                BoxFile boxed = new(person, key, file.Name, file.MediaType, file.Size, file.Sha256, Describe(name, kind), operatorId, clock.Now);
                return await box.StoreAsync(boxed, content, token).ConfigureAwait(false) switch
                {
                    BoxOutcome.Stored => FileOutcome.Stored,
                    BoxOutcome.AlreadyStored => FileOutcome.AlreadyStored,
                    _ => FileOutcome.BoxFull,
                };
            case AttachmentContent.Corrupt:
                return FileOutcome.Corrupt;
            default:
                // A file that is in the box outlives its own clock: asked for again it is there.
                IReadOnlyList<BoxFile> present = await box.ListAsync(key.Contact.Establishment, person, token).ConfigureAwait(false);
                return present.Any(other => other.Source == key) ? FileOutcome.AlreadyStored : FileOutcome.Expired;
        }
    }

    /// <summary>The 氏名 that the ledger has, blanks folded to single spaces.</summary>
    internal async Task<string> NameAsync(EstablishmentId establishment, EmployeeNumber number, CancellationToken token)
    {
        LedgerSnapshot snapshot = await ledger.ReadAsync(establishment, [PersonQuery.ByNumber(number)], token).ConfigureAwait(false);
        LedgerPerson? person = snapshot.People.FirstOrDefault(one => one.Number == number);
        return string.Join(' ', (person?.Row[PersonFields.Name].Text ?? "").Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>内容: 「名前 連絡種類名称 添付ファイル」.</summary>
    private static string Describe(string name, ContactKind kind) => $"{name} {ContactKinds.LabelOf(kind)} 添付ファイル".TrimStart();
}
