using CellsContact.Contacts;

namespace CellsContact.Attachments;

/// <summary>Attached files (添付ファイル) in a folder of this machine, one file each, for offices that keep them apart from the database.</summary>
/// <remarks>
/// <para>Thread-safe, and several processes may share the folder. Files are named by hashes of their keys, never by names, and hold a line
/// about the attachment before its content. Each is written beside its place, flushed, and moved there: it is there wholly or not at
/// all. On Unix the folder, when it is made here, and the files are their owner's only.</para>
/// <para>A file whose line is damaged is in no list and stops none: <see cref="ListDamagedAsync"/> tells it.</para>
/// <para>A list reads the first line of every file of the folder. What is erased is deleted; whether the disk still holds it is
/// the disk's: encrypt it.</para>
/// </remarks>
public sealed class FileSystemAttachmentStore : IAttachmentStore, IAttachmentMaintenance
{
    private readonly AttachmentFolder _folder;

    /// <summary>Makes a store, and its folder where there is none.</summary>
    /// <param name="folder">The folder; nothing else belongs into it.</param>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public FileSystemAttachmentStore(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _folder = new(folder);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> PutAsync(StoredAttachment attachment, ReadOnlyMemory<byte> content, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        string path = _folder.PathOf(attachment.Key);
        using IDisposable held = await _folder.LockAsync(token).ConfigureAwait(false);
        StoredAttachment file = attachment;
        using (FileStream? stream = AttachmentFolder.TryOpen(path))
        {
            if (stream is not null && TryReadHeader(stream) is { } known)
            {
                if (known.Sha256 != attachment.Sha256)
                    return false;
                if (known.ErasedAt is not null || AttachmentFile.ReadContent(stream, known) is not null)
                    return true;
                file = known;
            }
        }

        _folder.Write(path, AttachmentFile.Header(file), content.Span);
        return true;
    }

    /// <inheritdoc/>
    public ValueTask<StoredAttachment?> FindAsync(AttachmentKey key, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        using FileStream? stream = AttachmentFolder.TryOpen(_folder.PathOf(key));
        return ValueTask.FromResult(stream is null ? null : AttachmentFile.ReadHeader(stream));
    }

    /// <inheritdoc/>
    public ValueTask<AttachmentContent> OpenAsync(AttachmentKey key, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        using FileStream? stream = AttachmentFolder.TryOpen(_folder.PathOf(key));
        return ValueTask.FromResult(stream is null ? new AttachmentContent.NotFound() : Open(stream));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredAttachment>> ListAsync(AttachmentQuery query, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(query);
        token.ThrowIfCancellationRequested();
        return ValueTask.FromResult(AttachmentOrder.Page(Read(query.Contact is { } contact ? _folder.Of(contact) : _folder.All(), token), query));
    }

    /// <inheritdoc/>
    public async ValueTask EraseContentAsync(AttachmentKey key, DateTimeOffset at, CancellationToken token)
    {
        using IDisposable held = await _folder.LockAsync(token).ConfigureAwait(false);
        string path = _folder.PathOf(key);
        StoredAttachment? known;
        using (FileStream? stream = AttachmentFolder.TryOpen(path))
        {
            if (stream is null)
                return;
            known = TryReadHeader(stream);
        }

        // No record can be kept of what cannot be read; the content goes all the same.
        if (known is null)
            File.Delete(path);
        else if (known.ErasedAt is null)
            _folder.Write(path, AttachmentFile.Header(known with { ErasedAt = at }), []);
    }

    /// <inheritdoc/>
    public async ValueTask EraseAsync(ContactKey contact, CancellationToken token)
    {
        using IDisposable held = await _folder.LockAsync(token).ConfigureAwait(false);
        foreach (string path in _folder.Of(contact).ToArray())
            File.Delete(path);
    }

    /// <inheritdoc/>
    /// <remarks>What was written at an instant had been received by then.</remarks>
    public ValueTask<IReadOnlyList<DamagedAttachment>> ListDamagedAsync(int limit, CancellationToken token)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        List<DamagedAttachment> damaged = [];
        foreach (string path in _folder.All())
        {
            token.ThrowIfCancellationRequested();
            if (IsDamaged(path))
                damaged.Add(new(Path.GetFileName(path), File.GetLastWriteTimeUtc(path)));
            if (damaged.Count == limit)
                break;
        }

        return ValueTask.FromResult<IReadOnlyList<DamagedAttachment>>(damaged);
    }

    /// <inheritdoc/>
    public async ValueTask EraseDamagedAsync(DamagedAttachment file, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(file);
        string path = _folder.PathOf(file.Place) ?? throw new ArgumentException("This is no file of the folder.", nameof(file));
        using IDisposable held = await _folder.LockAsync(token).ConfigureAwait(false);
        if (IsDamaged(path))
            File.Delete(path);
    }

    private IEnumerable<StoredAttachment> Read(IEnumerable<string> paths, CancellationToken token)
    {
        foreach (string path in paths)
        {
            token.ThrowIfCancellationRequested();
            using FileStream? stream = AttachmentFolder.TryOpen(path);
            if (stream is not null && TryReadHeader(stream) is { } file && IsAtItsPlace(file, path))
                yield return file;
        }
    }

    private bool IsDamaged(string path)
    {
        using FileStream? stream = AttachmentFolder.TryOpen(path);
        return stream is not null && !(TryReadHeader(stream) is { } file && IsAtItsPlace(file, path));
    }

    /// <summary>A file under another's name would be listed as what it is not, and never be found by its key.</summary>
    private bool IsAtItsPlace(StoredAttachment file, string path) => _folder.PathOf(file.Key) == path;

    private static AttachmentContent Open(FileStream stream) => TryReadHeader(stream) switch
    {
        null => new AttachmentContent.Corrupt(),
        { ErasedAt: not null } => new AttachmentContent.Expired(),
        { } file => AttachmentFile.ReadContent(stream, file) is { } content ? new AttachmentContent.Intact(content) : new AttachmentContent.Corrupt(),
    };

    private static StoredAttachment? TryReadHeader(FileStream stream)
    {
        try
        {
            return AttachmentFile.ReadHeader(stream);
        }
        catch (AttachmentDamagedException)
        {
            return null;
        }
    }
}
