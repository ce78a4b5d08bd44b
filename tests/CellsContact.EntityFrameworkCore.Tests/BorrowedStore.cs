using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace CellsContact.EntityFrameworkCore.Tests;

/// <summary>A store of an application's own.</summary>
internal sealed class BorrowedStore : IContactStore
{
    private readonly InMemoryContactStore _inner = new();

    public ValueTask<AddOutcome> AddAsync(ReceivedContact received, CancellationToken token) => _inner.AddAsync(received, token);

    public ValueTask<ContactEntry?> FindAsync(ContactKey key, CancellationToken token) => _inner.FindAsync(key, token);

    public ValueTask<IReadOnlyList<ContactListItem>> ListAsync(ContactStoreQuery query, CancellationToken token) => _inner.ListAsync(query, token);

    public ValueTask<StoreOutcome> PrepareAsync(SaveAttempt attempt, long expectedVersion, CancellationToken token) => _inner.PrepareAsync(attempt, expectedVersion, token);

    public ValueTask<StoreOutcome> TakeUpAsync(ContactKey key, int attempt, CancellationToken token) => _inner.TakeUpAsync(key, attempt, token);

    public ValueTask<ContactEntry> CompleteAsync(ContactKey key, int attempt, LedgerReceipt receipt, DateTimeOffset at, CancellationToken token) => _inner.CompleteAsync(key, attempt, receipt, at, token);

    public ValueTask<ContactEntry> AbandonAsync(ContactKey key, int attempt, long expectedVersion, DateTimeOffset at, CancellationToken token) => _inner.AbandonAsync(key, attempt, expectedVersion, at, token);

    public ValueTask<StoreOutcome> MoveAsync(ContactKey key, long expectedVersion, ContactMove move, IReadOnlyList<Edit>? draft, CancellationToken token) => _inner.MoveAsync(key, expectedVersion, move, draft, token);

    public ValueTask<IReadOnlyList<ContactKey>> EraseAsync(IReadOnlyList<ContactKey> keys, CancellationToken token) => _inner.EraseAsync(keys, token);

    public ValueTask ReleaseErasedAsync(CancellationToken token) => _inner.ReleaseErasedAsync(token);
}
