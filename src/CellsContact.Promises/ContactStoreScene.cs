using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;
using static CellsContact.Promises.ContactStoreCast;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>A fresh store, and the few words every promise is told in.</summary>
internal sealed class ContactStoreScene
{
    private ContactStoreScene(IContactStoreHarness harness, IContactStore store, CancellationToken token) => (Harness, Store, Outbox, Token) = (harness, store, harness.Outbox, token);

    internal IContactStoreHarness Harness { get; }

    internal IContactStore Store { get; }

    internal IOutbox Outbox { get; }

    internal CancellationToken Token { get; }

    internal static async Task<ContactStoreScene> OpenAsync(IContactStoreHarness harness, CancellationToken token) =>
        new(harness, await harness.CreateAsync(token).ConfigureAwait(false), token);

    /// <summary>The same data through another instance, or through this one where the store does not outlive it.</summary>
    internal async Task<ContactStoreScene> ReopenedAsync() =>
        new(Harness, await Harness.ReopenAsync(Token).ConfigureAwait(false) ?? Store, Token);

    /// <summary>A notice that was just received.</summary>
    internal Task<ContactEntry> AddedAsync(string id = "c-1") => AddedAsync(Received(Hire(id)));

    internal async Task<ContactEntry> AddedAsync(ReceivedContact received)
    {
        AddOutcome outcome = await Store.AddAsync(received, Token).ConfigureAwait(false);
        ThrowUnless(outcome == AddOutcome.Added, $"adding answers {outcome} instead of Added");
        return await FoundAsync(received.Contact.Key).ConfigureAwait(false);
    }

    internal async Task<ContactEntry> FoundAsync(ContactKey key) =>
        await Store.FindAsync(key, Token).ConfigureAwait(false) ?? throw new PromiseBrokenException($"{key} is not found");

    internal async Task<IReadOnlyList<ContactListItem>> ListAsync(ContactStoreQuery query) => await Store.ListAsync(query, Token).ConfigureAwait(false);

    /// <summary>The query finds exactly these notices in this order.</summary>
    internal async Task ListsAsync(ContactStoreQuery query, params string[] ids)
    {
        IReadOnlyList<ContactListItem> items = await ListAsync(query).ConfigureAwait(false);
        string found = string.Join(", ", items.Select(item => item.Key.Id));
        ThrowUnless(items.Select(item => item.Key.Id.Value).SequenceEqual(ids, StringComparer.Ordinal), $"the list is [{found}] instead of [{string.Join(", ", ids)}]");
    }

    /// <summary>Exactly these notices are answered as erased, in whatever order.</summary>
    internal async Task ErasesAsync(IReadOnlyList<ContactKey> keys, params ContactKey[] expected)
    {
        IReadOnlyList<ContactKey> erased = await Store.EraseAsync(keys, Token).ConfigureAwait(false);
        ThrowUnless(erased.Count == expected.Length && erased.ToHashSet().SetEquals(expected), $"erased is [{string.Join(", ", erased)}] instead of [{string.Join(", ", expected)}]");
    }

    /// <summary>The outbox holds exactly the messages about these, oldest first: a notice's key, or a person's number.</summary>
    internal async Task<IReadOnlyList<OutboxEntry>> TellsAsync(params string[] expected)
    {
        IReadOnlyList<OutboxEntry> entries = await Outbox.ListAsync(null, 1000, Token).ConfigureAwait(false);
        Tells(entries, expected);
        return entries;
    }

    internal static void Tells(IReadOnlyList<OutboxEntry> entries, params string[] expected)
    {
        string[] told = [.. entries.Select(entry => entry.Message is OutgoingMessage.PersonChanged person ? person.Number.Value : ((OutgoingMessage.StatusChanged)entry.Message).Contact.Id.Value)];
        ThrowUnless(told.SequenceEqual(expected, StringComparer.Ordinal), $"the messages are about [{string.Join(", ", told)}] instead of [{string.Join(", ", expected)}]");
    }

    /// <summary>Takes what is due at an instant for an hour.</summary>
    internal async Task<IReadOnlyList<OutboxEntry>> TakeAsync(DateTimeOffset now, int limit = 1000) =>
        await Outbox.TakeAsync(now, now.AddHours(1), limit, Token).ConfigureAwait(false);

    internal async Task<StoreOutcome> PrepareAsync(SaveAttempt attempt, long expectedVersion) =>
        await Store.PrepareAsync(attempt, expectedVersion, Token).ConfigureAwait(false);

    internal async Task<ContactEntry> PreparedAsync(ContactEntry entry, ContactAction action = ContactAction.Reflect) =>
        Done(await PrepareAsync(Attempt(entry, action), entry.Version).ConfigureAwait(false));

    internal async Task<ContactEntry> CompleteAsync(ContactKey key, int attempt, LedgerReceipt receipt, DateTimeOffset? at = null) =>
        await Store.CompleteAsync(key, attempt, receipt, at ?? Noon.AddHours(3), Token).ConfigureAwait(false);

    /// <summary>The notice with an attempt prepared and completed.</summary>
    internal async Task<ContactEntry> SavedAsync(ContactEntry entry, ContactAction action = ContactAction.Reflect)
    {
        SaveAttempt attempt = Attempt(entry, action);
        Done(await PrepareAsync(attempt, entry.Version).ConfigureAwait(false));
        return await CompleteAsync(entry.Key, attempt.Number, Receipt(attempt)).ConfigureAwait(false);
    }

    internal async Task<StoreOutcome> TakeUpAsync(ContactKey key, int attempt) => await Store.TakeUpAsync(key, attempt, Token).ConfigureAwait(false);

    internal async Task<ContactEntry> AbandonAsync(ContactKey key, int attempt, long expectedVersion, DateTimeOffset? at = null) =>
        await Store.AbandonAsync(key, attempt, expectedVersion, at ?? Noon.AddHours(3), Token).ConfigureAwait(false);

    /// <summary>Abandons the last attempt of a notice, as whoever holds it.</summary>
    internal Task<ContactEntry> AbandonAsync(ContactEntry held, DateTimeOffset? at = null) =>
        AbandonAsync(held.Key, held.Attempts[^1].Number, held.Version, at);

    internal async Task<StoreOutcome> MoveAsync(ContactEntry entry, ContactMove move, IReadOnlyList<Edit>? draft = null) =>
        await Store.MoveAsync(entry.Key, entry.Version, move, draft, Token).ConfigureAwait(false);

    internal async Task<ContactEntry> MovedAsync(ContactEntry entry, ContactAction action, IReadOnlyList<Edit>? draft = null) =>
        Done(await MoveAsync(entry, Move(entry, action), draft).ConfigureAwait(false));

    internal static ContactEntry Done(StoreOutcome outcome) => As<StoreOutcome.Done>(outcome).Entry;

    internal static T As<T>(StoreOutcome outcome)
        where T : StoreOutcome => outcome as T ?? throw new PromiseBrokenException($"the outcome is {outcome?.GetType().Name} instead of {typeof(T).Name}");

    /// <summary>The notice is still as it was.</summary>
    internal async Task UnchangedAsync(ContactEntry before) =>
        ContactStoreComparison.Same(before, await FoundAsync(before.Key).ConfigureAwait(false));

    /// <summary>The call throws this exception.</summary>
    internal static async Task ThrowsAsync<T>(string what, Func<Task> call)
        where T : Exception
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (T)
        {
            return;
        }

        throw new PromiseBrokenException($"{what} does not throw {typeof(T).Name}");
    }
}
