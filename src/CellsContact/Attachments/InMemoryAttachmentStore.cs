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
            if (kept is not null && (kept.Content is null || IsIntact(kept)))
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
                { } kept => IsIntact(kept) ? new AttachmentContent.Intact(kept.Content) : new AttachmentContent.Corrupt(),
            });
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredAttachment>> ListAsync(AttachmentQuery query, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(query);
        token.ThrowIfCancellationRequested();
        lock (_lock)
            return ValueTask.FromResult(AttachmentOrder.Page(_files.Values.Select(kept => kept.File), query));
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

    private static bool IsIntact(Kept kept) => Convert.ToHexStringLower(SHA256.HashData(kept.Content!)) == kept.File.Sha256;

    private sealed record Kept(StoredAttachment File, byte[]? Content);
}
