using System.Security.Cryptography;
using CellsContact.Contacts;

namespace CellsContact.Attachments;

/// <summary>Attached files for the life of the process only.</summary>
/// <remarks>Thread-safe. For tests and trials.</remarks>
public sealed class InMemoryAttachmentStore : IAttachmentStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<AttachmentKey, Kept> _files = [];

    /// <inheritdoc/>
    public ValueTask<bool> PutAsync(StoredAttachment attachment, ReadOnlyMemory<byte> content, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (_files.TryGetValue(attachment.Key, out Kept? kept) && kept.File.Sha256 != attachment.Sha256)
                return ValueTask.FromResult(false);
            if (kept?.Content is null && kept is not null)
                return ValueTask.FromResult(true);
            _files[attachment.Key] = new(kept?.File ?? attachment, content.ToArray());
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredAttachment?> FindAsync(AttachmentKey key, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        lock (_lock)
            return ValueTask.FromResult(_files.GetValueOrDefault(key)?.File);
    }

    /// <inheritdoc/>
    public ValueTask<AttachmentContent> OpenAsync(AttachmentKey key, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult<AttachmentContent>(_files.GetValueOrDefault(key) switch
            {
                null => new AttachmentContent.NotFound(),
                { Content: null } => new AttachmentContent.Expired(),
                { Content: { } content, File: var file } => Convert.ToHexStringLower(SHA256.HashData(content)) == file.Sha256
                    ? new AttachmentContent.Intact(content)
                    : new AttachmentContent.Corrupt(),
            });
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredAttachment>> ListAsync(AttachmentQuery query, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(query);
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<StoredAttachment>>(
                [.. _files.Values.Select(kept => kept.File)
                    .Where(file => (query.Establishments is not { } establishments || establishments.Contains(file.Key.Contact.Establishment))
                        && (query.Contact is not { } contact || file.Key.Contact == contact)
                        && (query.ReceivedBefore is not { } before || file.ReceivedAt < before)
                        && (!query.OnlyKept || file.ErasedAt is null)
                        && (query.After is not { } after || Compare(file, after) > 0))
                    .Order(Comparer<StoredAttachment>.Create(Compare))
                    .Take(query.Limit)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask EraseContentAsync(AttachmentKey key, DateTimeOffset at, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (_files.TryGetValue(key, out Kept? kept) && kept.Content is not null)
                _files[key] = new(kept.File with { ErasedAt = at }, null);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask EraseAsync(ContactKey contact, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            foreach (AttachmentKey key in _files.Keys.Where(key => key.Contact == contact).ToArray())
                _files.Remove(key);
        }

        return ValueTask.CompletedTask;
    }

    private static int Compare(StoredAttachment left, StoredAttachment right) => right.ReceivedAt.CompareTo(left.ReceivedAt) is not 0 and var order
        ? order
        : string.CompareOrdinal(left.Key.ToString(), right.Key.ToString());

    private sealed record Kept(StoredAttachment File, byte[]? Content);
}
