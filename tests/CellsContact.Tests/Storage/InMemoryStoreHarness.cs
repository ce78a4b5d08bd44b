using CellsContact.Promises;
using CellsContact.Storage;

namespace CellsContact.Tests.Storage;

/// <summary>Fresh stores in memory, each seen through a wrapper where a test wants one broken.</summary>
internal sealed class InMemoryStoreHarness(Func<IContactStore, IContactStore>? wrap = null, bool losesEverything = false, Func<IOutbox, IOutbox>? outbox = null) : IContactStoreHarness
{
    private readonly Func<IOutbox, IOutbox> _wrapOutbox = outbox ?? (made => made);

    public IOutbox Outbox { get; private set; } = null!;

    public ValueTask<IContactStore> CreateAsync(CancellationToken token)
    {
        InMemoryContactStore store = New();
        return ValueTask.FromResult(wrap is null ? store : wrap(store));
    }

    public ValueTask<IContactStore?> ReopenAsync(CancellationToken token) => ValueTask.FromResult<IContactStore?>(losesEverything ? New() : null);

    private InMemoryContactStore New()
    {
        InMemoryContactStore store = new();
        Outbox = _wrapOutbox(store.Outbox);
        return store;
    }
}
