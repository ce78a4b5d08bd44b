using CellsContact.Storage;

namespace CellsContact.Promises;

/// <summary>What an implementer of <see cref="IContactStore"/> supplies, so that the promises can be checked against it.</summary>
/// <remarks>A harness serves one run of one promise; a run may ask for several fresh stores, one after the other.</remarks>
public interface IContactStoreHarness
{
    /// <summary>A fresh store that holds nothing.</summary>
    /// <param name="token">Cancels.</param>
    ValueTask<IContactStore> CreateAsync(CancellationToken token);

    /// <summary>The outbox that the store created or reopened last writes its messages to.</summary>
    IOutbox Outbox { get; }

    /// <summary>Another instance over what the store created last holds, as after a restart or in another process;
    /// <c>null</c> for a store that does not outlive its instance.</summary>
    /// <param name="token">Cancels.</param>
    ValueTask<IContactStore?> ReopenAsync(CancellationToken token);
}
