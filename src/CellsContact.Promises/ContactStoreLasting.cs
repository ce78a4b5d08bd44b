using CellsContact.Contacts;
using CellsContact.Statuses;
using CellsContact.Storage;
using static CellsContact.Promises.ContactStoreCast;
using static CellsContact.Promises.ContactStoreComparison;
using static CellsContact.Promises.ContactStoreScene;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>What holds over all members: many callers at once, cancellation, restarts, and any order of calls.</summary>
internal static class ContactStoreLasting
{
    internal static IReadOnlyList<Promise<IContactStoreHarness>> All { get; } =
    [
        new("Of twenty adds of one key at once one is stored.", AddedAtOnce),
        new("Twenty notices added at once are all stored, each with a sequence of its own.", AllAdded),
        new("Of ten moves on one version at once one is made.", MovedAtOnce),
        new("A call that is cancelled before it begins writes nothing.", Cancelled),
        new("A notice that was read does not change under its reader.", Unchanging),
        new("What the caller does with a list it handed in does not reach the store.", Copied),
        new("Everything is still there after reopening.", Reopened),
        new("Any sequence of writes leaves what the rules say.", Sequences),
    ];

    private static async Task AddedAtOnce(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        AddOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            async () => await scene.Store.AddAsync(Received(Hire("c-1"), hash: i % 2 == 0 ? 'a' : 'b'), token).ConfigureAwait(false), token))).ConfigureAwait(false);
        Same("how many were added", 1, outcomes.Count(outcome => outcome == AddOutcome.Added));
        Same("how many were duplicates", 9, outcomes.Count(outcome => outcome == AddOutcome.Duplicate));
        Same("how many had other content", 10, outcomes.Count(outcome => outcome == AddOutcome.DifferentContent));
        await scene.ListsAsync(new(), "c-1").ConfigureAwait(false);
    }

    private static async Task AllAdded(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Task.Run(() => scene.AddedAsync($"c-{i}"), token))).ConfigureAwait(false);
        IReadOnlyList<ContactListItem> items = await scene.ListAsync(new()).ConfigureAwait(false);
        Same("how many are stored", 20, items.Select(item => item.Key).Distinct().Count());
        Same("how many sequences there are", 20, items.Select(item => item.Sequence).Distinct().Count());
    }

    private static async Task MovedAtOnce(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        StoreOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(1, 10).Select(i => Task.Run(
            () => scene.MoveAsync(entry, Move(entry, ContactAction.SaveDraft) with { OperatorId = $"clerk-{i}" }, [Edit.Set("person.phone", $"{i}")]), token))).ConfigureAwait(false);
        StoreOutcome.Done[] done = [.. outcomes.OfType<StoreOutcome.Done>()];
        Same("how many are made", 1, done.Length);
        Same("how many are stale", 9, outcomes.OfType<StoreOutcome.Stale>().Count());
        await scene.UnchangedAsync(done[0].Entry).ConfigureAwait(false);
    }

    private static async Task Cancelled(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        CancellationToken cancelled = new(true);
        ContactEntry entry = await scene.AddedAsync("c-1").ConfigureAwait(false);
        ContactEntry open = await scene.PreparedAsync(await scene.AddedAsync("c-2").ConfigureAwait(false)).ConfigureAwait(false);
        IContactStore store = scene.Store;
        await ThrowsAsync<OperationCanceledException>("adding", async () => await store.AddAsync(Received(Hire("c-3")), cancelled).ConfigureAwait(false)).ConfigureAwait(false);
        await ThrowsAsync<OperationCanceledException>("preparing", async () => await store.PrepareAsync(Attempt(entry), entry.Version, cancelled).ConfigureAwait(false)).ConfigureAwait(false);
        await ThrowsAsync<OperationCanceledException>("moving", async () => await store.MoveAsync(entry.Key, entry.Version, Move(entry, ContactAction.Decline), Edits, cancelled).ConfigureAwait(false)).ConfigureAwait(false);
        await ThrowsAsync<OperationCanceledException>("completing", async () => await store.CompleteAsync(open.Key, 1, Receipt(open.Attempts[0]), Noon, cancelled).ConfigureAwait(false)).ConfigureAwait(false);
        await ThrowsAsync<OperationCanceledException>("taking up", async () => await store.TakeUpAsync(open.Key, 1, cancelled).ConfigureAwait(false)).ConfigureAwait(false);
        await ThrowsAsync<OperationCanceledException>("abandoning", async () => await store.AbandonAsync(open.Key, 1, open.Version, Noon, cancelled).ConfigureAwait(false)).ConfigureAwait(false);
        await ThrowsAsync<OperationCanceledException>("erasing", async () => await store.EraseAsync([entry.Key], cancelled).ConfigureAwait(false)).ConfigureAwait(false);
        await scene.UnchangedAsync(entry).ConfigureAwait(false);
        await scene.UnchangedAsync(open).ConfigureAwait(false);
        await scene.ListsAsync(new(), "c-2", "c-1").ConfigureAwait(false);
    }

    private static async Task Unchanging(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry before = await scene.MovedAsync(await scene.AddedAsync().ConfigureAwait(false), ContactAction.SaveDraft, Edits).ConfigureAwait(false);
        ContactEntry read = await scene.FoundAsync(before.Key).ConfigureAwait(false);
        IReadOnlyList<ContactListItem> items = await scene.ListAsync(new()).ConfigureAwait(false);
        ContactEntry copy = read with { Draft = [.. read.Draft], History = [.. read.History], Attempts = [.. read.Attempts] };
        await scene.SavedAsync(read).ConfigureAwait(false);
        ContactStoreComparison.Same(copy, read);
        Same("the status of a list's item", ContactStatus.Unprocessed, items[0].Status);
    }

    private static async Task Copied(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        List<ContactAttachment> attachments = [.. Hire("c-1").Attachments];
        ContactEntry entry = await scene.AddedAsync(Received(Hire("c-1") with { Attachments = attachments })).ConfigureAwait(false);
        List<Edit> draft = [.. Edits];
        entry = await scene.MovedAsync(entry, ContactAction.SaveDraft, draft).ConfigureAwait(false);
        List<Edit> edits = [.. Edits];
        SaveAttempt attempt = Attempt(entry) with { Edits = edits };
        await scene.PrepareAsync(attempt, entry.Version).ConfigureAwait(false);
        attachments.Clear();
        draft.Clear();
        edits.Clear();
        ContactEntry found = await scene.FoundAsync(entry.Key).ConfigureAwait(false);
        Same("the attached files", 1, found.Contact.Attachments.Count);
        Same("the draft", Edits.Count, found.Draft.Count);
        Same("the attempt's edits", Edits.Count, found.Attempts[0].Edits.Count);
    }

    private static async Task Reopened(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry saved = await scene.MovedAsync(await scene.SavedAsync(await scene.AddedAsync("c-1").ConfigureAwait(false)).ConfigureAwait(false), ContactAction.Complete).ConfigureAwait(false);
        ContactEntry open = await scene.PreparedAsync(await scene.MovedAsync(await scene.AddedAsync("c-2").ConfigureAwait(false), ContactAction.SaveDraft, Edits).ConfigureAwait(false)).ConfigureAwait(false);
        ContactStoreScene reopened = await scene.ReopenedAsync().ConfigureAwait(false);
        await reopened.UnchangedAsync(saved).ConfigureAwait(false);
        await reopened.UnchangedAsync(open).ConfigureAwait(false);
        await reopened.ListsAsync(new() { OnlyOpenAttempts = true }, "c-2").ConfigureAwait(false);
        Same("adding again", AddOutcome.Duplicate, await reopened.Store.AddAsync(Received(Hire("c-1")), token).ConfigureAwait(false));
        ContactEntry completed = await reopened.CompleteAsync(open.Key, 1, Receipt(open.Attempts[0])).ConfigureAwait(false);
        Same("the status once completed", ContactStatus.Registered, completed.Status);
        await reopened.AddedAsync("c-3").ConfigureAwait(false);
        await reopened.ListsAsync(new(), "c-3", "c-2", "c-1").ConfigureAwait(false);
    }

    /// <summary>Every action is tried in turn, whether it fits or not, with strides that mix them; the rules are the model.</summary>
    private static async Task Sequences(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        foreach (int stride in (int[])[1, 2, 3, 5])
        {
            ContactEntry model = await scene.AddedAsync($"c-{stride}").ConfigureAwait(false);
            for (int step = 0; step < 24; step++)
            {
                model = await StepAsync(scene, model, ((step * stride) + (step / 7)) % 8).ConfigureAwait(false);
                await scene.UnchangedAsync(model).ConfigureAwait(false);
            }

            ThrowUnless(model.History.Count > 2, "the notice hardly moved");
        }
    }

    private static async Task<ContactEntry> StepAsync(ContactStoreScene scene, ContactEntry model, int choice)
    {
        ContactAction action = (ContactAction)(choice + 1);
        if (model.OpenAttempt is { } open)
        {
            if (choice % 4 == 3)
            {
                await scene.AbandonAsync(model).ConfigureAwait(false);
                return ContactTransitions.Abandon(model, open.Number, model.Version, Noon.AddHours(3));
            }

            if (choice % 4 == 1)
            {
                await scene.TakeUpAsync(model.Key, open.Number).ConfigureAwait(false);
                return Done(ContactTransitions.TakeUp(model, open.Number));
            }

            await scene.CompleteAsync(model.Key, open.Number, Receipt(open)).ConfigureAwait(false);
            return ContactTransitions.Complete(model, open.Number, Receipt(open), Noon.AddHours(3));
        }

        if (StatusTable.Next(model.Status, model.IsReflected, action) is null)
            action = Enum.GetValues<ContactAction>().First(possible => StatusTable.Next(model.Status, model.IsReflected, possible) is not null);
        if (action is ContactAction.Reflect or ContactAction.Confirm or ContactAction.Undo)
        {
            SaveAttempt attempt = Attempt(model, action);
            await scene.PrepareAsync(attempt, model.Version).ConfigureAwait(false);
            return Done(ContactTransitions.Prepare(model, attempt, model.Version));
        }

        ContactMove move = Move(model, action);
        await scene.MoveAsync(model, move, [Edits[choice]]).ConfigureAwait(false);
        return Done(ContactTransitions.Move(model, model.Version, move, [Edits[choice]]));
    }
}
