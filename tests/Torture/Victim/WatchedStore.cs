using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace CellsContact.Torture.Victims;

/// <summary>The application's store, with a step before and after each write.</summary>
internal sealed class WatchedStore(IContactStore store, KillSwitch kill) : IContactStore
{
    public ValueTask<AddOutcome> AddAsync(ReceivedContact received, CancellationToken token) =>
        kill.WatchAsync("store.add", () => store.AddAsync(received, token));

    public ValueTask<ContactEntry?> FindAsync(ContactKey key, CancellationToken token) => store.FindAsync(key, token);

    public ValueTask<IReadOnlyList<ContactListItem>> ListAsync(ContactStoreQuery query, CancellationToken token) => store.ListAsync(query, token);

    public ValueTask<StoreOutcome> PrepareAsync(SaveAttempt attempt, long expectedVersion, CancellationToken token) =>
        kill.WatchAsync("store.prepare", () => store.PrepareAsync(attempt, expectedVersion, token));

    public ValueTask<StoreOutcome> TakeUpAsync(ContactKey key, int attempt, CancellationToken token) =>
        kill.WatchAsync("store.takeup", () => store.TakeUpAsync(key, attempt, token));

    public ValueTask<ContactEntry> CompleteAsync(ContactKey key, int attempt, LedgerReceipt receipt, DateTimeOffset at, CancellationToken token) =>
        kill.WatchAsync("store.complete", () => store.CompleteAsync(key, attempt, receipt, at, token));

    public ValueTask<ContactEntry> AbandonAsync(ContactKey key, int attempt, long expectedVersion, DateTimeOffset at, CancellationToken token) =>
        kill.WatchAsync("store.abandon", () => store.AbandonAsync(key, attempt, expectedVersion, at, token));

    public ValueTask<StoreOutcome> MoveAsync(ContactKey key, long expectedVersion, ContactMove move, IReadOnlyList<Edit>? draft, CancellationToken token) =>
        kill.WatchAsync("store.move", () => store.MoveAsync(key, expectedVersion, move, draft, token));

    public ValueTask<IReadOnlyList<ContactKey>> EraseAsync(IReadOnlyList<ContactKey> keys, CancellationToken token) =>
        kill.WatchAsync("store.erase", () => store.EraseAsync(keys, token));

    public ValueTask ReleaseErasedAsync(CancellationToken token) => store.ReleaseErasedAsync(token);
}
