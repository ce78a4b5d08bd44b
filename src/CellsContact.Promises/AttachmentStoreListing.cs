using CellsContact.Attachments;
using static CellsContact.Promises.AttachmentStoreScene;
using static CellsContact.Promises.ContactStoreCast;

namespace CellsContact.Promises;

/// <summary>Listing attached files: which, in which order, how many.</summary>
internal static class AttachmentStoreListing
{
    internal static IReadOnlyList<Promise<IAttachmentStoreHarness>> All { get; } =
    [
        new("A list of files is newest receipt first, then by establishment, notice and id.", Ordered),
        new("A page of files ends at its limit, and the next begins after its last file.", Pages),
        new("A list of files can be of some establishments; of none it is empty.", ByEstablishment),
        new("A list of files can be of one notice.", ByContact),
        new("A list of files can end before an instant of receipt.", ByInstant),
        new("A list of files can be of those that are still kept.", OnlyKept),
        new("Every condition of a list of files has to be met.", ByEverything),
    ];

    private static async Task Ordered(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        StoredAttachment elsewhere = await scene.PutAsync(FileKey("a0", "c-0", E002)).ConfigureAwait(false);
        StoredAttachment second = await scene.PutAsync(FileKey("a2")).ConfigureAwait(false);
        StoredAttachment newest = await scene.PutAsync(FileKey("a9", "c-9", E002), Noon.AddMicroseconds(1)).ConfigureAwait(false);
        StoredAttachment first = await scene.PutAsync(FileKey("a1")).ConfigureAwait(false);
        StoredAttachment other = await scene.PutAsync(FileKey("a0", "c-2")).ConfigureAwait(false);
        await scene.ListsAsync(new(), newest, first, second, other, elsewhere).ConfigureAwait(false);
    }

    private static async Task Pages(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        StoredAttachment[] files = new StoredAttachment[6];
        foreach ((int i, AttachmentKey key) in ((AttachmentKey[])[FileKey("a1"), FileKey("a2"), FileKey("a1", "c-2"), FileKey("a1", "c-1", E002), FileKey("a3", "c-0"), FileKey("a2", "c-0")]).Index())
            files[i] = await scene.PutAsync(key, i < 4 ? Noon : Noon.AddHours(-i)).ConfigureAwait(false);
        AttachmentQuery query = new() { Limit = 1 };
        for (int i = 0; i < files.Length; i++)
        {
            await scene.ListsAsync(query, files[i]).ConfigureAwait(false);
            query = query with { After = files[i] };
        }

        await scene.ListsAsync(query).ConfigureAwait(false);
        await scene.ListsAsync(new() { Limit = 3, After = files[1] }, files[2], files[3], files[4]).ConfigureAwait(false);

        // The last file of a page may be gone, or its content, when the next one is asked for.
        await scene.Store.EraseAsync(files[1].Key.Contact, token).ConfigureAwait(false);
        await scene.ListsAsync(new() { Limit = 2, After = files[1] }, files[2], files[3]).ConfigureAwait(false);
    }

    private static async Task ByEstablishment(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        StoredAttachment first = await scene.PutAsync(FileKey("a1")).ConfigureAwait(false);
        StoredAttachment second = await scene.PutAsync(FileKey("a1", "c-1", E002)).ConfigureAwait(false);
        await scene.ListsAsync(new() { Establishments = [E001] }, first).ConfigureAwait(false);
        await scene.ListsAsync(new() { Establishments = [E002, E001] }, first, second).ConfigureAwait(false);
        await scene.ListsAsync(new() { Establishments = [] }).ConfigureAwait(false);
    }

    private static async Task ByContact(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        StoredAttachment first = await scene.PutAsync(FileKey("a1")).ConfigureAwait(false);
        StoredAttachment second = await scene.PutAsync(FileKey("a2")).ConfigureAwait(false);
        await scene.PutAsync(FileKey("a1", "c-2")).ConfigureAwait(false);
        await scene.PutAsync(FileKey("a1", "c-1", E002)).ConfigureAwait(false);
        await scene.ListsAsync(new() { Contact = ContactStoreCast.Key("c-1") }, first, second).ConfigureAwait(false);
        await scene.ListsAsync(new() { Contact = ContactStoreCast.Key("c-3") }).ConfigureAwait(false);
    }

    private static async Task ByInstant(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        StoredAttachment before = await scene.PutAsync(FileKey("a1"), Noon.AddMicroseconds(-1)).ConfigureAwait(false);
        StoredAttachment at = await scene.PutAsync(FileKey("a2"), Noon).ConfigureAwait(false);
        await scene.ListsAsync(new() { ReceivedBefore = Noon.ToUniversalTime() }, before).ConfigureAwait(false);
        await scene.ListsAsync(new() { ReceivedBefore = Noon.AddTicks(1) }, at, before).ConfigureAwait(false);
    }

    private static async Task OnlyKept(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        StoredAttachment kept = await scene.PutAsync(FileKey("a1")).ConfigureAwait(false);
        StoredAttachment erased = await scene.PutAsync(FileKey("a2")).ConfigureAwait(false);
        await scene.Store.EraseContentAsync(erased.Key, Noon.AddDays(31), token).ConfigureAwait(false);
        await scene.ListsAsync(new() { OnlyKept = true }, kept).ConfigureAwait(false);
        await scene.ListsAsync(new(), kept, erased with { ErasedAt = Noon.AddDays(31) }).ConfigureAwait(false);
    }

    private static async Task ByEverything(IAttachmentStoreHarness harness, CancellationToken token)
    {
        AttachmentStoreScene scene = await AttachmentStoreScene.OpenAsync(harness, token).ConfigureAwait(false);
        StoredAttachment wanted = await scene.PutAsync(FileKey("a3")).ConfigureAwait(false);
        await scene.PutAsync(FileKey("a4")).ConfigureAwait(false);
        StoredAttachment page = await scene.PutAsync(FileKey("a1")).ConfigureAwait(false);
        await scene.PutAsync(FileKey("a2"), Noon.AddHours(1)).ConfigureAwait(false);
        await scene.PutAsync(FileKey("a5")).ConfigureAwait(false);
        await scene.Store.EraseContentAsync(FileKey("a4"), Noon, token).ConfigureAwait(false);
        await scene.PutAsync(FileKey("a3", "c-2")).ConfigureAwait(false);
        await scene.PutAsync(FileKey("a3", "c-1", E002)).ConfigureAwait(false);
        await scene.ListsAsync(
            new() { Establishments = [E001], Contact = ContactStoreCast.Key("c-1"), ReceivedBefore = Noon.AddMinutes(1), OnlyKept = true, After = page, Limit = 1 }, wanted).ConfigureAwait(false);
        await scene.ListsAsync(new() { Establishments = [E002], Contact = ContactStoreCast.Key("c-1") }).ConfigureAwait(false);
    }
}
