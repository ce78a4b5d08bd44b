namespace CellsContact.Promises;

/// <summary>What <see cref="Attachments.IAttachmentStore"/> promises, sentence by sentence.</summary>
public static class AttachmentStorePromises
{
    /// <summary>All promises; a later version may add some.</summary>
    public static IReadOnlyList<Promise<IAttachmentStoreHarness>> All { get; } = [.. AttachmentStoreKeeping.All, .. AttachmentStoreErasing.All, .. AttachmentStoreListing.All];
}
