using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;
using static CellsContact.Promises.ContactStoreCast;
using static CellsContact.Promises.ContactStoreComparison;
using static CellsContact.Promises.ContactStoreScene;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Messages to the client's page: written with the change they tell of, once.</summary>
internal static class ContactStoreTelling
{
    internal static IReadOnlyList<Promise<IContactStoreHarness>> All { get; } =
    [
        new("Completing tells the status, and of a published person the number that the ledger gave.", Completed),
        new("Completing tells of a published person whom the ledger knew by that number.", Numbered),
        new("Completing what is not published tells the status only.", Unpublished),
        new("Completing again tells nothing more, delivered or not.", CompletedTwice),
        new("Completing from ten tasks at once tells it once.", CompletedAtOnce),
        new("A move tells the status when it changes it or has a message to the client; a draft tells nothing.", Moved),
        new("Receiving, preparing, taking up and abandoning tell nothing.", Silent),
        new("What is refused tells nothing.", Refused),
        new("Each message has an id of its own, and a later one a larger place.", Distinct),
        new("Messages outlast the notice they are about.", Outlasting),
        new("Messages are still there after reopening.", Reopened),
    ];

    private static async Task Completed(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry saved = await scene.SavedAsync(await scene.AddedAsync().ConfigureAwait(false)).ConfigureAwait(false);
        await AreAsync(scene, saved, new OutgoingMessage.StatusChanged("E001/c-1/status/3", saved.Key), new OutgoingMessage.PersonChanged("E001/c-1/1/apply/person", E001, EmployeeNumber.Parse("0028"))).ConfigureAwait(false);
    }

    private static async Task Numbered(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        EmployeeNumber number = EmployeeNumber.Parse("００２７");
        ContactEntry saved = await CompletedAsync(scene, entry, Attempt(entry) with { Person = LedgerPersonKey.Of(number) }).ConfigureAwait(false);
        await AreAsync(scene, saved, new OutgoingMessage.StatusChanged("E001/c-1/status/3", saved.Key), new OutgoingMessage.PersonChanged("E001/c-1/1/apply/person", E001, number)).ConfigureAwait(false);
    }

    private static async Task Unpublished(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        await CompletedAsync(scene, entry, Attempt(entry) with { Publish = false }).ConfigureAwait(false);
        await scene.TellsAsync("c-1").ConfigureAwait(false);
    }

    private static async Task CompletedTwice(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry saved = await scene.SavedAsync(await scene.AddedAsync().ConfigureAwait(false)).ConfigureAwait(false);
        await scene.CompleteAsync(saved.Key, 1, Receipt(saved.Attempts[0])).ConfigureAwait(false);
        foreach (OutboxEntry entry in await scene.TellsAsync("c-1", "0028").ConfigureAwait(false))
            await scene.Outbox.DeliveredAsync(entry.Sequence, token).ConfigureAwait(false);
        await scene.CompleteAsync(saved.Key, 1, Receipt(saved.Attempts[0])).ConfigureAwait(false);
        await scene.TellsAsync().ConfigureAwait(false);
    }

    private static async Task CompletedAtOnce(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry prepared = await scene.PreparedAsync(await scene.AddedAsync().ConfigureAwait(false)).ConfigureAwait(false);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(
            () => scene.CompleteAsync(prepared.Key, 1, Receipt(prepared.Attempts[0])), token))).ConfigureAwait(false);
        await scene.TellsAsync("c-1", "0028").ConfigureAwait(false);
    }

    private static async Task Moved(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.MovedAsync(await scene.AddedAsync().ConfigureAwait(false), ContactAction.SaveDraft, Edits).ConfigureAwait(false);
        await scene.TellsAsync().ConfigureAwait(false);
        entry = Done(await scene.MoveAsync(entry, Move(entry, ContactAction.SaveDraft) with { MessageToClient = "確認中です" }).ConfigureAwait(false));
        await scene.TellsAsync("c-1").ConfigureAwait(false);
        entry = await scene.MovedAsync(entry, ContactAction.Decline).ConfigureAwait(false);
        await scene.TellsAsync("c-1", "c-1").ConfigureAwait(false);
        await scene.MovedAsync(entry, ContactAction.Reopen).ConfigureAwait(false);
        await scene.TellsAsync("c-1", "c-1", "c-1").ConfigureAwait(false);
    }

    private static async Task Silent(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry prepared = await scene.PreparedAsync(await scene.AddedAsync().ConfigureAwait(false)).ConfigureAwait(false);
        await scene.AbandonAsync(Done(await scene.TakeUpAsync(prepared.Key, 1).ConfigureAwait(false))).ConfigureAwait(false);
        await scene.TellsAsync().ConfigureAwait(false);
    }

    private static async Task Refused(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync("c-1").ConfigureAwait(false);
        ContactMove decline = Move(entry, ContactAction.Decline);
        await scene.Store.MoveAsync(entry.Key, entry.Version + 1, decline, null, token).ConfigureAwait(false);
        await scene.Store.MoveAsync(Key("c-2"), 1, decline, null, token).ConfigureAwait(false);
        ContactEntry prepared = await scene.PreparedAsync(entry).ConfigureAwait(false);
        await scene.MoveAsync(prepared, decline).ConfigureAwait(false);
        await ThrowsAsync<ArgumentException>("completing with another receipt", () =>
            scene.CompleteAsync(entry.Key, 1, Receipt(prepared.Attempts[0]) with { Hash = new string('0', 64) })).ConfigureAwait(false);
        await scene.TellsAsync().ConfigureAwait(false);
    }

    private static async Task Distinct(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry saved = await scene.SavedAsync(await scene.AddedAsync().ConfigureAwait(false)).ConfigureAwait(false);
        ContactEntry undone = await scene.SavedAsync(saved, ContactAction.Undo).ConfigureAwait(false);
        await scene.SavedAsync(undone).ConfigureAwait(false);
        IReadOnlyList<OutboxEntry> entries = await scene.TellsAsync("c-1", "0028", "c-1", "c-1", "0028").ConfigureAwait(false);
        Same("how many ids there are", 5, entries.Select(entry => entry.Message.Id).Distinct().Count());
        ThrowUnless(entries.Zip(entries.Skip(1)).All(pair => pair.First.Sequence < pair.Second.Sequence), "a later message has no larger place");
    }

    private static async Task Outlasting(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry saved = await scene.SavedAsync(await scene.AddedAsync().ConfigureAwait(false)).ConfigureAwait(false);
        await scene.ErasesAsync([saved.Key], saved.Key).ConfigureAwait(false);
        await scene.TellsAsync("c-1", "0028").ConfigureAwait(false);
    }

    private static async Task Reopened(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry saved = await scene.SavedAsync(await scene.AddedAsync().ConfigureAwait(false)).ConfigureAwait(false);
        IReadOnlyList<OutboxEntry> before = await scene.TellsAsync("c-1", "0028").ConfigureAwait(false);
        ContactStoreScene reopened = await scene.ReopenedAsync().ConfigureAwait(false);
        ThrowUnless(before.SequenceEqual(await reopened.TellsAsync("c-1", "0028").ConfigureAwait(false)), "a message has changed");
        await reopened.CompleteAsync(saved.Key, 1, Receipt(saved.Attempts[0])).ConfigureAwait(false);
        await reopened.TellsAsync("c-1", "0028").ConfigureAwait(false);
    }

    private static async Task<ContactEntry> CompletedAsync(ContactStoreScene scene, ContactEntry entry, SaveAttempt attempt)
    {
        Done(await scene.PrepareAsync(attempt, entry.Version).ConfigureAwait(false));
        return await scene.CompleteAsync(entry.Key, attempt.Number, Receipt(attempt)).ConfigureAwait(false);
    }

    /// <summary>The outbox holds exactly these messages, each waiting and due from its beginning.</summary>
    private static async Task AreAsync(ContactStoreScene scene, ContactEntry saved, params OutgoingMessage[] expected)
    {
        IReadOnlyList<OutboxEntry> entries = await scene.Outbox.ListAsync(null, 1000, scene.Token).ConfigureAwait(false);
        ThrowUnless(entries.Select(entry => entry.Message).SequenceEqual(expected), $"{saved.Key} tells [{string.Join(", ", entries)}] instead of [{string.Join(", ", expected.Select(message => message.Id))}]");
        ThrowUnless(entries.All(entry => entry is { State: OutboxState.Waiting, Attempts: 0, LastError: null } && entry.NextAttemptAt == entry.CreatedAt), "a message is not as one that nobody tried to deliver");
    }
}
