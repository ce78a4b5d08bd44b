using CellsContact.Contacts;

namespace CellsContact.Attachments;

/// <summary>Where the content of attached files (添付ファイル) lives, outside the notice, on a clock of its own.</summary>
/// <remarks>
/// Thread-safe; each member happens wholly or not at all. A file's name is never part of a path. Failures are
/// <see cref="IOException"/>, of which the store's own are; nothing has changed then.
/// </remarks>
public interface IAttachmentStore
{
    /// <summary>Keeps a received file. Idempotent by key and hash; a corrupt content is kept anew, one that was erased by its own clock stays erased.</summary>
    /// <param name="attachment">What is known of it.</param>
    /// <param name="content">The content, of that size and hash.</param>
    /// <param name="token">Cancels.</param>
    /// <returns>Whether the key now has this content; <c>false</c> when it has another one, which is kept.</returns>
    ValueTask<bool> PutAsync(StoredAttachment attachment, ReadOnlyMemory<byte> content, CancellationToken token);

    /// <summary>What is known of a file, or <c>null</c>.</summary>
    /// <param name="key">Which file.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<StoredAttachment?> FindAsync(AttachmentKey key, CancellationToken token);

    /// <summary>A file's content, checked against its hash.</summary>
    /// <param name="key">Which file.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<AttachmentContent> OpenAsync(AttachmentKey key, CancellationToken token);

    /// <summary>Files that meet every given condition, newest receipt first, then by key.</summary>
    /// <param name="query">The conditions.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<IReadOnlyList<StoredAttachment>> ListAsync(AttachmentQuery query, CancellationToken token);

    /// <summary>Erases a file's content and keeps the record that there was one. Idempotent.</summary>
    /// <param name="key">Which file.</param>
    /// <param name="at">When.</param>
    /// <param name="token">Cancels.</param>
    ValueTask EraseContentAsync(AttachmentKey key, DateTimeOffset at, CancellationToken token);

    /// <summary>Erases all files of a notice, and every record of them. Idempotent.</summary>
    /// <param name="contact">The notice.</param>
    /// <param name="token">Cancels.</param>
    ValueTask EraseAsync(ContactKey contact, CancellationToken token);
}

/// <summary>Conditions on attached files; what is not given does not matter.</summary>
public sealed record AttachmentQuery
{
    /// <summary>Only these establishments; <c>null</c> for all. An empty list finds nothing.</summary>
    public IReadOnlyList<EstablishmentId>? Establishments { get; init; }

    /// <summary>Only those of this notice.</summary>
    public ContactKey? Contact { get; init; }

    /// <summary>Received before this instant.</summary>
    public DateTimeOffset? ReceivedBefore { get; init; }

    /// <summary>Only those whose content is still kept.</summary>
    public bool OnlyKept { get; init; }

    /// <summary>The last file of the page before; <c>null</c> for the first page.</summary>
    public StoredAttachment? After { get; init; }

    /// <summary>How many at most, 1 to 1000.</summary>
    /// <value>100.</value>
    /// <exception cref="ArgumentOutOfRangeException">Set to something else.</exception>
    public int Limit
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Limit));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1000, nameof(Limit));
            field = value;
        }
    } = 100;
}
