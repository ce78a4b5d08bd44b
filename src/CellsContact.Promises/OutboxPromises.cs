namespace CellsContact.Promises;

/// <summary>What <see cref="Storage.IOutbox"/> promises, sentence by sentence. Its messages are written by the store it belongs to, so the harness is the store's.</summary>
public static class OutboxPromises
{
    /// <summary>All promises; a later version may add some.</summary>
    public static IReadOnlyList<Promise<IContactStoreHarness>> All { get; } = [.. OutboxTaking.All, .. OutboxEnding.All];
}
