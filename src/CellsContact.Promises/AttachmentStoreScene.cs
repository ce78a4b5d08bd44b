using System.Security.Cryptography;
using System.Text;
using CellsContact.Attachments;
using CellsContact.Contacts;
using static CellsContact.Promises.ContactStoreCast;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>A fresh store of attached files, and the few words every promise is told in.</summary>
internal sealed class AttachmentStoreScene
{
    private readonly IAttachmentStoreHarness _harness;

    private AttachmentStoreScene(IAttachmentStoreHarness harness, IAttachmentStore store, CancellationToken token) => (_harness, Store, Token) = (harness, store, token);

    internal IAttachmentStore Store { get; }

    internal CancellationToken Token { get; }

    internal static async Task<AttachmentStoreScene> OpenAsync(IAttachmentStoreHarness harness, CancellationToken token) =>
        new(harness, await harness.CreateAsync(token).ConfigureAwait(false), token);

    /// <summary>The same data through another instance, or through this one where the store does not outlive it.</summary>
    internal async Task<AttachmentStoreScene> ReopenedAsync() => new(_harness, await _harness.ReopenAsync(Token).ConfigureAwait(false) ?? Store, Token);

    internal static AttachmentKey FileKey(string id, string contact = "c-1", EstablishmentId? establishment = null) => new(ContactStoreCast.Key(contact, establishment), id);

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    internal static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>What is known of a file with this content.</summary>
    internal static StoredAttachment File(AttachmentKey key, byte[] content, DateTimeOffset? at = null) =>
        new(key, "雇用契約書 𠮷田.pdf", "application/pdf", content.Length, Hash(content), at ?? Noon);

    /// <summary>Puts a file; its content differs with its key unless it is given.</summary>
    internal async Task<StoredAttachment> PutAsync(AttachmentKey key, DateTimeOffset? at = null, byte[]? content = null)
    {
        byte[] bytes = content ?? Bytes(key.ToString());
        StoredAttachment file = File(key, bytes, at);
        ThrowUnless(await Store.PutAsync(file, bytes, Token).ConfigureAwait(false), $"{key} is refused");
        return file;
    }

    /// <summary>The file is known as this, and has this content.</summary>
    internal async Task IsAsync(StoredAttachment expected, byte[] content)
    {
        await IsKnownAsync(expected).ConfigureAwait(false);
        AttachmentContent opened = await Store.OpenAsync(expected.Key, Token).ConfigureAwait(false);
        ThrowUnless(opened is AttachmentContent.Intact intact && intact.Bytes.Span.SequenceEqual(content), $"{expected.Key} opens as {opened.GetType().Name}, or with another content");
    }

    internal async Task IsKnownAsync(StoredAttachment expected)
    {
        StoredAttachment? found = await Store.FindAsync(expected.Key, Token).ConfigureAwait(false);
        ThrowUnless(found == expected, found is null ? $"{expected.Key} is not known" : $"{expected.Key} is known as something else, or by another name, size or instant");
    }

    /// <summary>Opening it comes to this.</summary>
    internal async Task OpensAsAsync<T>(AttachmentKey key)
        where T : AttachmentContent
    {
        AttachmentContent opened = await Store.OpenAsync(key, Token).ConfigureAwait(false);
        ThrowUnless(opened is T, $"{key} opens as {opened?.GetType().Name} instead of {typeof(T).Name}");
    }

    /// <summary>The query finds exactly these files in this order, each as it is known.</summary>
    internal async Task ListsAsync(AttachmentQuery query, params StoredAttachment[] expected)
    {
        IReadOnlyList<StoredAttachment> found = await Store.ListAsync(query, Token).ConfigureAwait(false);
        ThrowUnless(found.SequenceEqual(expected), $"the list is [{string.Join(", ", found)}] instead of [{string.Join<StoredAttachment>(", ", expected)}]");
    }
}
