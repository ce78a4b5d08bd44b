using CellsContact.Attachments;
using static CellsContact.Promises.AttachmentStoreScene;
using static CellsContact.Promises.ContactStoreCast;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Erasing attached files: by their own clock, and with their notice.</summary>
internal static class AttachmentStoreErasing
{
    internal static IReadOnlyList<Promise<IAttachmentStoreHarness>> All { get; } =
    [
        new("An erased content is expired, and the record that there was one stays.", Expired),
        new("Erasing a content again, or one that is not there, changes nothing.", Nothing),
        new("A content that was erased by its clock stays erased when it is put again.", StaysErased),
        new("Erasing a notice's files takes all of them and every record, and no other's.", WithTheNotice),
    ];

    private static async Task Expired(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        StoredAttachment file = await scene.PutAsync(FileKey("a1")).ConfigureAwait(false);
        StoredAttachment other = await scene.PutAsync(FileKey("a2"), Noon, Bytes("other")).ConfigureAwait(false);
        await scene.Store.EraseContentAsync(file.Key, Noon.AddDays(31), token).ConfigureAwait(false);
        await scene.OpensAsAsync<AttachmentContent.Expired>(file.Key).ConfigureAwait(false);
        await scene.IsKnownAsync(file with { ErasedAt = Noon.AddDays(31) }).ConfigureAwait(false);
        await scene.IsAsync(other, Bytes("other")).ConfigureAwait(false);
    }

    private static async Task Nothing(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        StoredAttachment file = await scene.PutAsync(FileKey("a1")).ConfigureAwait(false);
        await scene.Store.EraseContentAsync(file.Key, Noon.AddDays(31), token).ConfigureAwait(false);
        await scene.Store.EraseContentAsync(file.Key, Noon.AddDays(32), token).ConfigureAwait(false);
        await scene.Store.EraseContentAsync(FileKey("a2"), Noon.AddDays(31), token).ConfigureAwait(false);
        await scene.ListsAsync(new(), file with { ErasedAt = Noon.AddDays(31) }).ConfigureAwait(false);
    }

    private static async Task StaysErased(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        StoredAttachment file = await scene.PutAsync(FileKey("a1"), Noon, Bytes("content")).ConfigureAwait(false);
        await scene.Store.EraseContentAsync(file.Key, Noon.AddDays(31), token).ConfigureAwait(false);
        ThrowUnless(await scene.Store.PutAsync(file with { ReceivedAt = Noon.AddDays(40) }, Bytes("content"), token).ConfigureAwait(false), "the same file is refused");
        await scene.OpensAsAsync<AttachmentContent.Expired>(file.Key).ConfigureAwait(false);
        await scene.IsKnownAsync(file with { ErasedAt = Noon.AddDays(31) }).ConfigureAwait(false);
    }

    private static async Task WithTheNotice(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        await scene.PutAsync(FileKey("a1")).ConfigureAwait(false);
        await scene.PutAsync(FileKey("a2")).ConfigureAwait(false);
        await scene.Store.EraseContentAsync(FileKey("a2"), Noon, token).ConfigureAwait(false);
        StoredAttachment upper = await scene.PutAsync(FileKey("a1", "C-1")).ConfigureAwait(false);
        StoredAttachment elsewhere = await scene.PutAsync(FileKey("a1", "c-1", E002)).ConfigureAwait(false);
        await scene.Store.EraseAsync(ContactStoreCast.Key("c-1"), token).ConfigureAwait(false);
        await scene.Store.EraseAsync(ContactStoreCast.Key("c-1"), token).ConfigureAwait(false);
        await scene.OpensAsAsync<AttachmentContent.NotFound>(FileKey("a1")).ConfigureAwait(false);
        await scene.OpensAsAsync<AttachmentContent.NotFound>(FileKey("a2")).ConfigureAwait(false);
        await scene.ListsAsync(new(), upper, elsewhere).ConfigureAwait(false);
        await scene.IsAsync(upper, Bytes("E001/C-1/a1")).ConfigureAwait(false);
    }
}
