using CellsContact.Attachments;
using CellsContact.Contacts;

namespace CellsContact.Tests.Attachments;

/// <summary>A store of attached files with one defect.</summary>
internal class BrokenAttachmentStore(IAttachmentStore inner) : IAttachmentStore
{
    public Func<StoredAttachment, StoredAttachment> File { get; init; } = file => file;

    public Func<AttachmentKey, AttachmentKey> Key { get; init; } = key => key;

    public Func<bool, bool> Answer { get; init; } = taken => taken;

    public Func<AttachmentContent, AttachmentContent> Opened { get; init; } = content => content;

    public Func<AttachmentQuery, AttachmentQuery> Query { get; init; } = query => query;

    public Func<IReadOnlyList<StoredAttachment>, IEnumerable<StoredAttachment>> Files { get; init; } = files => files;

    public Func<CancellationToken, CancellationToken> Token { get; init; } = token => token;

    public virtual async ValueTask<bool> PutAsync(StoredAttachment attachment, ReadOnlyMemory<byte> content, CancellationToken token) =>
        Answer(await inner.PutAsync(File(attachment) with { Key = Key(attachment.Key) }, content, Token(token)));

    public async ValueTask<StoredAttachment?> FindAsync(AttachmentKey key, CancellationToken token) => await inner.FindAsync(Key(key), token);

    public virtual async ValueTask<AttachmentContent> OpenAsync(AttachmentKey key, CancellationToken token) => Opened(await inner.OpenAsync(Key(key), token));

    public async ValueTask<IReadOnlyList<StoredAttachment>> ListAsync(AttachmentQuery query, CancellationToken token) => [.. Files(await inner.ListAsync(Query(query), token))];

    public virtual ValueTask EraseContentAsync(AttachmentKey key, DateTimeOffset at, CancellationToken token) => inner.EraseContentAsync(Key(key), at, Token(token));

    public virtual ValueTask EraseAsync(ContactKey contact, CancellationToken token) => inner.EraseAsync(contact, Token(token));
}

/// <summary>Refuses what it has.</summary>
internal sealed class RefusesTheSame(IAttachmentStore inner) : BrokenAttachmentStore(inner)
{
    public override async ValueTask<bool> PutAsync(StoredAttachment attachment, ReadOnlyMemory<byte> content, CancellationToken token) =>
        await FindAsync(attachment.Key, token) is null && await base.PutAsync(attachment, content, token);
}

/// <summary>Keeps the caller's own bytes.</summary>
internal sealed class KeepsTheCallersBytes(IAttachmentStore inner) : BrokenAttachmentStore(inner)
{
    private ReadOnlyMemory<byte> _content;

    public override ValueTask<bool> PutAsync(StoredAttachment attachment, ReadOnlyMemory<byte> content, CancellationToken token)
    {
        _content = content;
        return base.PutAsync(attachment, content, token);
    }

    public override ValueTask<AttachmentContent> OpenAsync(AttachmentKey key, CancellationToken token) => ValueTask.FromResult<AttachmentContent>(new AttachmentContent.Intact(_content));
}

/// <summary>Records the last erasure of a content instead of the first.</summary>
internal sealed class ErasesAnew(IAttachmentStore inner) : BrokenAttachmentStore(inner)
{
    public override async ValueTask EraseContentAsync(AttachmentKey key, DateTimeOffset at, CancellationToken token)
    {
        if (await FindAsync(key, token) is { ErasedAt: not null } file)
        {
            await EraseAsync(key.Contact, token);
            await PutAsync(file with { ErasedAt = null }, default, token);
        }

        await base.EraseContentAsync(key, at, token);
    }
}

/// <summary>Keeps what had expired when it comes again.</summary>
internal sealed class KeepsTheExpired(IAttachmentStore inner) : BrokenAttachmentStore(inner)
{
    public override async ValueTask<bool> PutAsync(StoredAttachment attachment, ReadOnlyMemory<byte> content, CancellationToken token)
    {
        if (await FindAsync(attachment.Key, token) is { ErasedAt: not null })
            await EraseAsync(attachment.Key.Contact, token);
        return await base.PutAsync(attachment, content, token);
    }
}

/// <summary>Leaves the records of a notice's files.</summary>
internal sealed class LeavesTheRecords(IAttachmentStore inner) : BrokenAttachmentStore(inner)
{
    public override async ValueTask EraseAsync(ContactKey contact, CancellationToken token)
    {
        foreach (StoredAttachment file in await ListAsync(new() { Contact = contact }, token))
            await EraseContentAsync(file.Key, DateTimeOffset.UnixEpoch, token);
    }
}
