using CellsContact.Attachments;
using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>A received file's content, with the wire path it stood at. Not a record: one would print it.</summary>
internal sealed class ExtractedFile(string path, byte[] content)
{
    internal string Path => path;

    internal byte[] Content => content;
}

/// <summary>Received files on their way into the attachment store, before their notice is stored.</summary>
internal sealed class ReceivedFiles(IAttachmentStore store)
{
    /// <summary>Keeps a notice's files; <c>false</c> when one of them has another content already.</summary>
    internal async ValueTask<bool> PutAsync(Contact contact, DateTimeOffset receivedAt, IReadOnlyList<ExtractedFile> files, CancellationToken token)
    {
        foreach ((int index, ContactAttachment told) in contact.Attachments.Index())
        {
            string path = $"{WirePath.Element("attachments", index)}.content";
            if (files.FirstOrDefault(file => file.Path == path) is not { } file)
                continue;
            StoredAttachment stored = new(
                new(contact.Key, told.Id), FileNames.Safe(told.FileName), FileNames.SafeType(told.MediaType), file.Content.Length, told.Sha256!, receivedAt);
            if (!await store.PutAsync(stored, file.Content, token).ConfigureAwait(false))
                return false;
        }

        return true;
    }

    /// <summary>Erases files left by an attempt that never finished, if all were received at an instant or before.</summary>
    internal async ValueTask EraseLeftAsync(ContactKey contact, DateTimeOffset receivedUntil, CancellationToken token)
    {
        IReadOnlyList<StoredAttachment> left = await store.ListAsync(new() { Contact = contact, Limit = 1000 }, token).ConfigureAwait(false);
        if (left.All(file => file.ReceivedAt <= receivedUntil))
            await store.EraseAsync(contact, token).ConfigureAwait(false);
    }
}
