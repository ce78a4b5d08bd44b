using CellsContact.Attachments;
using static CellsContact.Promises.AttachmentStoreScene;
using static CellsContact.Promises.ContactStoreCast;
using static CellsContact.Promises.ContactStoreComparison;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Keeping attached files: as they came, once, checked whenever they are opened.</summary>
internal static class AttachmentStoreKeeping
{
    internal static IReadOnlyList<Promise<IAttachmentStoreHarness>> All { get; } =
    [
        new("A file comes back as it was put: what is known of it, and every byte.", AsPut),
        new("Whatever a file is called, and whatever its id, it is kept under its key and comes back with its name.", AnyName),
        new("The same file again is there already, and changes nothing.", Again),
        new("Another content under a known key is refused, and the first one kept.", Other),
        new("A file nobody put is neither known nor opened.", NotThere),
        new("Files of another id, notice or establishment are other files, by case too.", OtherKeys),
        new("A content that is not what its hash says is corrupt and not handed out; put again it is whole.", Corrupt),
        new("What the caller does with the bytes afterwards does not reach the store.", Copied),
        new("Of twenty who put two contents under one key at once one content is kept, and every other is refused.", AtOnce),
        new("Putting and erasing that are cancelled before they begin change nothing.", Cancelled),
        new("Every file is still there after reopening, expired ones expired.", Reopened),
    ];

    private static async Task AsPut(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        byte[] every = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7))];
        foreach ((int i, byte[] content) in ((byte[][])[[], Bytes("\n"), Bytes("{}\n{\"a\":1}\n\n"), every]).Index())
            await scene.IsAsync(await scene.PutAsync(FileKey($"a{i}"), Noon.AddMicroseconds(i), content).ConfigureAwait(false), content).ConfigureAwait(false);
    }

    private static async Task AnyName(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        foreach (string name in (string[])["../../etc/passwd", "a/b", "a", "CON", "\"quoted\"\r\n", new string('長', 500), "𠮷😀.pdf", "C:\\x", "%00", "a'; DROP TABLE x"])
        {
            byte[] content = Bytes(name);
            StoredAttachment file = File(FileKey(name), content) with { Name = name };
            ThrowUnless(await scene.Store.PutAsync(file, content, token).ConfigureAwait(false), "it is refused");
            await scene.IsAsync(file, content).ConfigureAwait(false);
        }

        Same("how many there are", 10, (await scene.Store.ListAsync(new(), token).ConfigureAwait(false)).Count);
    }

    private static async Task Again(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        byte[] content = Bytes("content");
        StoredAttachment first = await scene.PutAsync(FileKey("a1"), Noon, content).ConfigureAwait(false);
        ThrowUnless(await scene.Store.PutAsync(first with { Name = "別名.pdf", ReceivedAt = Noon.AddDays(1) }, content, token).ConfigureAwait(false), "the same file is refused");
        ThrowUnless(await scene.Store.PutAsync(first, Bytes("another"), token).ConfigureAwait(false), "the same hash is refused");
        await scene.IsAsync(first, content).ConfigureAwait(false);
        await scene.ListsAsync(new(), first).ConfigureAwait(false);
    }

    private static async Task Other(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        byte[] content = Bytes("content");
        StoredAttachment first = await scene.PutAsync(FileKey("a1"), Noon, content).ConfigureAwait(false);
        ThrowUnless(!await scene.Store.PutAsync(File(FileKey("a1"), Bytes("another")), Bytes("another"), token).ConfigureAwait(false), "another content is taken");
        await scene.IsAsync(first, content).ConfigureAwait(false);
        await scene.Store.EraseContentAsync(FileKey("a1"), Noon, token).ConfigureAwait(false);
        ThrowUnless(!await scene.Store.PutAsync(File(FileKey("a1"), Bytes("another")), Bytes("another"), token).ConfigureAwait(false), "another content is taken after the first one was erased");
    }

    private static async Task NotThere(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        await scene.PutAsync(FileKey("a1")).ConfigureAwait(false);
        ThrowUnless(await scene.Store.FindAsync(FileKey("a2"), token).ConfigureAwait(false) is null, "it is known");
        await scene.OpensAsAsync<AttachmentContent.NotFound>(FileKey("a2")).ConfigureAwait(false);
    }

    private static async Task OtherKeys(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        AttachmentKey[] keys = [FileKey("a1"), FileKey("A1"), FileKey("a1", "c-2"), FileKey("a1", "C-1"), FileKey("a1", "c-1", E002)];
        foreach (AttachmentKey key in keys)
            await scene.PutAsync(key).ConfigureAwait(false);
        foreach (AttachmentKey key in keys)
            await scene.IsAsync(File(key, Bytes(key.ToString())), Bytes(key.ToString())).ConfigureAwait(false);
    }

    private static async Task Corrupt(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        foreach ((int i, string damaged) in ((string[])["", "c0ntent", "content and more"]).Index())
        {
            byte[] content = Bytes("content");
            StoredAttachment file = File(FileKey($"a{i}"), content);
            ThrowUnless(await scene.Store.PutAsync(file, Bytes(damaged), token).ConfigureAwait(false), "it is refused");
            await scene.IsKnownAsync(file).ConfigureAwait(false);
            await scene.OpensAsAsync<AttachmentContent.Corrupt>(file.Key).ConfigureAwait(false);
            ThrowUnless(await scene.Store.PutAsync(file with { ReceivedAt = Noon.AddDays(1) }, content, token).ConfigureAwait(false), "it is refused");
            await scene.IsAsync(file, content).ConfigureAwait(false);
        }
    }

    private static async Task Copied(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        byte[] content = Bytes("content");
        StoredAttachment file = await scene.PutAsync(FileKey("a1"), Noon, content).ConfigureAwait(false);
        Array.Clear(content);
        await scene.IsAsync(file, Bytes("content")).ConfigureAwait(false);
    }

    private static async Task AtOnce(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        byte[][] contents = [Bytes("first"), Bytes("second")];
        bool[] taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            async () => await scene.Store.PutAsync(File(FileKey("a1"), contents[i % 2]), contents[i % 2], token).ConfigureAwait(false), token))).ConfigureAwait(false);
        Same("how many were taken", 10, taken.Count(one => one));
        byte[] kept = contents[Array.IndexOf(taken, true) % 2];
        ThrowUnless(taken.Index().All(one => one.Item == (contents[one.Index % 2] == kept)), "both contents were taken");
        await scene.IsAsync(File(FileKey("a1"), kept), kept).ConfigureAwait(false);
    }

    private static async Task Cancelled(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        StoredAttachment file = await scene.PutAsync(FileKey("a1"), Noon, Bytes("content")).ConfigureAwait(false);
        CancellationToken cancelled = new(true);
        await ContactStoreScene.ThrowsAsync<OperationCanceledException>("putting", async () => await scene.Store.PutAsync(File(FileKey("a2"), []), default, cancelled).ConfigureAwait(false)).ConfigureAwait(false);
        await ContactStoreScene.ThrowsAsync<OperationCanceledException>("erasing a content", async () => await scene.Store.EraseContentAsync(FileKey("a1"), Noon, cancelled).ConfigureAwait(false)).ConfigureAwait(false);
        await ContactStoreScene.ThrowsAsync<OperationCanceledException>("erasing", async () => await scene.Store.EraseAsync(file.Key.Contact, cancelled).ConfigureAwait(false)).ConfigureAwait(false);
        await scene.IsAsync(file, Bytes("content")).ConfigureAwait(false);
        await scene.ListsAsync(new(), file).ConfigureAwait(false);
    }

    private static async Task Reopened(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        StoredAttachment kept = await scene.PutAsync(FileKey("a1"), Noon, Bytes("content")).ConfigureAwait(false);
        StoredAttachment expired = await scene.PutAsync(FileKey("a2")).ConfigureAwait(false);
        await scene.Store.EraseContentAsync(expired.Key, Noon.AddDays(31), token).ConfigureAwait(false);
        AttachmentStoreScene reopened = await scene.ReopenedAsync().ConfigureAwait(false);
        await reopened.IsAsync(kept, Bytes("content")).ConfigureAwait(false);
        await reopened.IsKnownAsync(expired with { ErasedAt = Noon.AddDays(31) }).ConfigureAwait(false);
        await reopened.OpensAsAsync<AttachmentContent.Expired>(expired.Key).ConfigureAwait(false);
    }
}
