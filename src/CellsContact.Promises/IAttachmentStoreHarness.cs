using CellsContact.Attachments;

namespace CellsContact.Promises;

/// <summary>What an implementer of <see cref="IAttachmentStore"/> supplies, so that the promises can be checked against it.</summary>
/// <remarks>A harness serves one run of one promise.</remarks>
public interface IAttachmentStoreHarness
{
    /// <summary>A fresh store that holds nothing.</summary>
    /// <param name="token">Cancels.</param>
    ValueTask<IAttachmentStore> CreateAsync(CancellationToken token);

    /// <summary>Another instance over what the store created last holds, as after a restart or in another process;
    /// <c>null</c> for a store that does not outlive its instance.</summary>
    /// <param name="token">Cancels.</param>
    ValueTask<IAttachmentStore?> ReopenAsync(CancellationToken token);
}
