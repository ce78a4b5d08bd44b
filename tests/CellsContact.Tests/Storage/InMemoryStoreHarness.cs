using CellsContact.Promises;
using CellsContact.Storage;

namespace CellsContact.Tests.Storage;

/// <summary>Fresh stores in memory, each seen through a wrapper where a test wants one broken.</summary>
internal sealed class InMemoryStoreHarness(Func<IContactStore, IContactStore>? wrap = null, bool losesEverything = false) : IContactStoreHarness
{
    public ValueTask<IContactStore> CreateAsync(CancellationToken token)
    {
        InMemoryContactStore store = new();
        return ValueTask.FromResult(wrap is null ? store : wrap(store));
    }

    public ValueTask<IContactStore?> ReopenAsync(CancellationToken token) =>
        ValueTask.FromResult<IContactStore?>(losesEverything ? new InMemoryContactStore() : null);
}
