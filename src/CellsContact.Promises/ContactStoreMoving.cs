using CellsContact.Statuses;
using CellsContact.Storage;
using static CellsContact.Promises.ContactStoreCast;
using static CellsContact.Promises.ContactStoreComparison;
using static CellsContact.Promises.ContactStoreScene;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Moves without the ledger: drafts, 登録不可, 手続完了, taking them back.</summary>
internal static class ContactStoreMoving
{
    internal static IReadOnlyList<Promise<IContactStoreHarness>> All { get; } =
    [
        new("A move changes the status and is kept with everything said about it.", Moved),
        new("A draft comes back as it was kept, with JSON values of every kind.", Draft),
        new("A move without edits keeps the draft, one with none clears it.", DraftKept),
        new("While an attempt is open the notice does not move.", InProgress),
        new("A move decided on an old version is stale and not made.", Stale),
        new("Moving a notice nobody sent answers that there is none.", NotFound),
        new("A move that is none of the status table is a programmer error and not made.", OutsideTheTable),
        new("The history is every move in the order they were made.", History),
        new("Taking 手続完了 back leads to 登録済 if reflected and to 未 if not.", Reopened),
        new("The version grows by one with every change.", Versions),
    ];

    private static async Task Moved(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        ContactMove move = Move(entry, ContactAction.Complete) with
        {
            Memo = "所内の控え 𠮷\n二行目",
            MessageToClient = "手続きが完了しました。",
            ProcedureDate = new(2026, 4, 10),
            ProcedureNumber = "0012-３４",
        };
        ContactEntry moved = Done(await scene.MoveAsync(entry, move).ConfigureAwait(false));
        ContactEntry expected = entry with { Status = ContactStatus.Completed, Version = 2, History = [move] };
        ContactStoreComparison.Same(expected, moved);
        await scene.UnchangedAsync(expected).ConfigureAwait(false);
    }

    private static async Task Draft(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        ContactEntry drafted = await scene.MovedAsync(entry, ContactAction.SaveDraft, Edits).ConfigureAwait(false);
        Same("the draft as answered", AttemptJson.WriteEdits(Edits), AttemptJson.WriteEdits(drafted.Draft));
        ContactEntry found = await scene.FoundAsync(entry.Key).ConfigureAwait(false);
        Same("the draft as found", AttemptJson.WriteEdits(Edits), AttemptJson.WriteEdits(found.Draft));
        Same("the status", ContactStatus.Unprocessed, found.Status);
    }

    private static async Task DraftKept(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.MovedAsync(await scene.AddedAsync().ConfigureAwait(false), ContactAction.SaveDraft, Edits).ConfigureAwait(false);
        entry = await scene.MovedAsync(entry, ContactAction.Decline).ConfigureAwait(false);
        entry = await scene.MovedAsync(entry, ContactAction.Reopen).ConfigureAwait(false);
        Same("the draft", AttemptJson.WriteEdits(Edits), AttemptJson.WriteEdits(entry.Draft));
        entry = await scene.MovedAsync(entry, ContactAction.SaveDraft, [Edits[0]]).ConfigureAwait(false);
        Same("the replaced draft", AttemptJson.WriteEdits([Edits[0]]), AttemptJson.WriteEdits(entry.Draft));
        entry = await scene.MovedAsync(entry, ContactAction.SaveDraft, []).ConfigureAwait(false);
        Same("the edits left", 0, entry.Draft.Count);
        await scene.UnchangedAsync(entry).ConfigureAwait(false);
    }

    private static async Task InProgress(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.PreparedAsync(await scene.AddedAsync().ConfigureAwait(false)).ConfigureAwait(false);
        foreach (ContactAction action in (ContactAction[])[ContactAction.SaveDraft, ContactAction.Decline, ContactAction.Complete])
        {
            StoreOutcome outcome = await scene.MoveAsync(entry, Move(entry, action), Edits).ConfigureAwait(false);
            Same("the open attempt", entry.Attempts[0], As<StoreOutcome.InProgress>(outcome).Attempt);
            await scene.UnchangedAsync(entry).ConfigureAwait(false);
        }
    }

    private static async Task Stale(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry old = await scene.AddedAsync().ConfigureAwait(false);
        ContactEntry entry = await scene.MovedAsync(old, ContactAction.SaveDraft, Edits).ConfigureAwait(false);
        foreach (ContactEntry seen in (ContactEntry[])[old, entry with { Version = entry.Version + 1 }])
        {
            StoreOutcome outcome = await scene.MoveAsync(seen, Move(seen, ContactAction.Decline), []).ConfigureAwait(false);
            ContactStoreComparison.Same(entry, As<StoreOutcome.Stale>(outcome).Entry);
            await scene.UnchangedAsync(entry).ConfigureAwait(false);
        }
    }

    private static async Task NotFound(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        ContactEntry nobody = entry with { Received = Received(Hire("c-2")) };
        As<StoreOutcome.NotFound>(await scene.MoveAsync(nobody, Move(nobody, ContactAction.Decline)).ConfigureAwait(false));
        await scene.UnchangedAsync(entry).ConfigureAwait(false);
    }

    private static async Task OutsideTheTable(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        ContactMove decline = Move(entry, ContactAction.Decline);
        foreach (ContactMove wrong in (ContactMove[])[
            Move(entry, ContactAction.Reflect),
            Move(entry, ContactAction.Confirm),
            decline with { To = ContactStatus.Registered },
            decline with { From = ContactStatus.Declined },
            decline with { Action = ContactAction.Reopen, To = ContactStatus.Unprocessed },
            decline with { OperatorId = "" }])
        {
            await ThrowsAsync<ArgumentException>($"the move {wrong}", () => scene.MoveAsync(entry, wrong)).ConfigureAwait(false);
            await scene.UnchangedAsync(entry).ConfigureAwait(false);
        }
    }

    private static async Task History(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        ContactAction[] actions = [ContactAction.SaveDraft, ContactAction.Decline, ContactAction.Reopen, ContactAction.SaveDraft, ContactAction.Reflect, ContactAction.Complete, ContactAction.Reopen, ContactAction.Undo, ContactAction.Decline, ContactAction.Reflect, ContactAction.Complete];
        foreach (ContactAction action in actions)
        {
            entry = action is ContactAction.Reflect or ContactAction.Undo
                ? await scene.SavedAsync(entry, action).ConfigureAwait(false)
                : Done(await scene.MoveAsync(entry, Move(entry, action) with { Memo = $"{entry.Version}", At = Noon.AddHours(-entry.Version) }).ConfigureAwait(false));
        }

        ThrowUnless(entry.History.Select(move => move.Action).SequenceEqual(actions), "the moves are in another order");
        await scene.UnchangedAsync(entry).ConfigureAwait(false);
    }

    private static async Task Reopened(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry reflected = await scene.SavedAsync(await scene.AddedAsync("c-1").ConfigureAwait(false)).ConfigureAwait(false);
        reflected = await scene.MovedAsync(reflected, ContactAction.Complete).ConfigureAwait(false);
        reflected = await scene.MovedAsync(reflected, ContactAction.Reopen).ConfigureAwait(false);
        ThrowUnless(reflected is { Status: ContactStatus.Registered, IsReflected: true }, "the reflected one is not 登録済 again");
        ContactEntry outside = await scene.MovedAsync(await scene.AddedAsync("c-2").ConfigureAwait(false), ContactAction.Complete).ConfigureAwait(false);
        outside = await scene.MovedAsync(outside, ContactAction.Reopen).ConfigureAwait(false);
        ThrowUnless(outside is { Status: ContactStatus.Unprocessed, IsReflected: false }, "the other one is not 未 again");
        await scene.UnchangedAsync(reflected).ConfigureAwait(false);
        await scene.UnchangedAsync(outside).ConfigureAwait(false);
    }

    private static async Task Versions(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        await scene.MovedAsync(entry, ContactAction.SaveDraft, Edits).ConfigureAwait(false);
        await Version(2).ConfigureAwait(false);
        await scene.PreparedAsync(entry).ConfigureAwait(false);
        await Version(3).ConfigureAwait(false);
        await scene.TakeUpAsync(entry.Key, 1).ConfigureAwait(false);
        await Version(4).ConfigureAwait(false);
        await scene.AbandonAsync(entry).ConfigureAwait(false);
        await Version(5).ConfigureAwait(false);
        await scene.PreparedAsync(entry).ConfigureAwait(false);
        await Version(6).ConfigureAwait(false);
        await scene.CompleteAsync(entry.Key, 2, Receipt(entry.Attempts[1])).ConfigureAwait(false);
        await Version(7).ConfigureAwait(false);

        async Task Version(long expected)
        {
            entry = await scene.FoundAsync(entry.Key).ConfigureAwait(false);
            Same("the version", expected, entry.Version);
        }
    }
}
