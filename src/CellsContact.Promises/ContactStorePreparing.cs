using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;
using static CellsContact.Promises.ContactStoreCast;
using static CellsContact.Promises.ContactStoreComparison;
using static CellsContact.Promises.ContactStoreScene;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Preparing: what is frozen, and that only one attempt is open.</summary>
internal static class ContactStorePreparing
{
    internal static IReadOnlyList<Promise<IContactStoreHarness>> All { get; } =
    [
        new("Preparing freezes the attempt: set, move, edits and decision come back as they were.", Frozen),
        new("Preparing freezes what is done with numbers, the same with each kind of subject.", NumbersFrozen),
        new("Preparing freezes whom it is about, numbered or not, and what is asked for besides.", PersonFrozen),
        new("Preparing does not move the notice.", NotMoved),
        new("While an attempt is open, another one is answered with it and not written.", OneOpen),
        new("Of twenty attempts at once one is prepared, and every other is answered with it.", Race),
        new("An attempt computed from an old version is stale and not written.", StaleVersion),
        new("An attempt whose number is not the next one is stale and not written.", StaleNumber),
        new("Preparing for a notice nobody sent answers that there is none.", NotFound),
        new("An attempt that contradicts itself is a programmer error and not written.", Contradiction),
        new("An attempt whose move is none of the status table is a programmer error and not written.", OutsideTheTable),
    ];

    private static async Task Frozen(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        SaveAttempt attempt = Attempt(entry);
        ContactEntry told = Done(await scene.PrepareAsync(attempt, entry.Version).ConfigureAwait(false));
        Same("attempt 1 as answered", attempt, told.Attempts[0]);
        ContactEntry found = await scene.FoundAsync(entry.Key).ConfigureAwait(false);
        Same("attempt 1 as found", attempt, found.Attempts[0]);
        ThrowUnless(found.OpenAttempt is not null, "it is not open");
    }

    private static async Task NumbersFrozen(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        SaveAttempt attempt = Attempt(entry) with { Numbers = Numbers(entry.Key) };
        Done(await scene.PrepareAsync(attempt, entry.Version).ConfigureAwait(false));
        ContactEntry completed = await scene.CompleteAsync(entry.Key, 1, Receipt(attempt)).ConfigureAwait(false);
        Same("the answer", AttemptJson.WriteNumbers(attempt.Numbers), AttemptJson.WriteNumbers(completed.Attempts[0].Numbers));
        ContactEntry found = await (await scene.ReopenedAsync().ConfigureAwait(false)).FoundAsync(entry.Key).ConfigureAwait(false);
        ThrowUnless(found.Attempts[0].Numbers.SequenceEqual(attempt.Numbers), "the effects on numbers differ");
    }

    private static async Task PersonFrozen(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        (LedgerPersonKey? Person, bool Publish, bool StoreAttachments)[] asked =
            [(LedgerPersonKey.Of(EmployeeNumber.Parse("００２７")), true, false), (LedgerPersonKey.New("new"), false, true), (null, false, false)];
        foreach ((int i, (LedgerPersonKey? person, bool publish, bool files)) in asked.Index())
        {
            ContactEntry entry = await scene.AddedAsync($"c-{i}").ConfigureAwait(false);
            SaveAttempt attempt = Attempt(entry) with { Person = person, Publish = publish, StoreAttachments = files };
            await scene.PrepareAsync(attempt, entry.Version).ConfigureAwait(false);
            ContactStoreComparison.Same("the attempt", attempt, (await scene.FoundAsync(entry.Key).ConfigureAwait(false)).Attempts[0]);
        }
    }

    private static async Task NotMoved(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.MovedAsync(await scene.AddedAsync().ConfigureAwait(false), ContactAction.SaveDraft, Edits).ConfigureAwait(false);
        ContactEntry prepared = await scene.PreparedAsync(entry).ConfigureAwait(false);
        ContactEntry expected = entry with { Attempts = [Attempt(entry)], Version = entry.Version + 1 };
        ContactStoreComparison.Same(expected, prepared);
        await scene.UnchangedAsync(expected).ConfigureAwait(false);
    }

    private static async Task OneOpen(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        ContactEntry prepared = await scene.PreparedAsync(entry).ConfigureAwait(false);
        foreach ((SaveAttempt attempt, long version) in ((SaveAttempt, long)[])[
            (Attempt(entry, by: "clerk-2"), entry.Version),
            (Attempt(prepared, by: "clerk-2"), prepared.Version),
            (Attempt(entry), entry.Version)])
        {
            StoreOutcome outcome = await scene.PrepareAsync(attempt, version).ConfigureAwait(false);
            Same("the open attempt", prepared.Attempts[0], As<StoreOutcome.InProgress>(outcome).Attempt);
            await scene.UnchangedAsync(prepared).ConfigureAwait(false);
        }
    }

    private static async Task Race(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        StoreOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Task.Run(
            () => scene.PrepareAsync(Attempt(entry, by: $"clerk-{i}"), entry.Version), token))).ConfigureAwait(false);
        StoreOutcome.Done[] done = [.. outcomes.OfType<StoreOutcome.Done>()];
        ThrowUnless(done.Length == 1, $"{done.Length} are prepared");
        SaveAttempt winner = done[0].Entry.Attempts[0];
        foreach (StoreOutcome outcome in outcomes.Where(outcome => outcome is not StoreOutcome.Done))
            Same("the open attempt", winner, As<StoreOutcome.InProgress>(outcome).Attempt);
        await scene.UnchangedAsync(done[0].Entry).ConfigureAwait(false);
    }

    private static async Task StaleVersion(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry old = await scene.AddedAsync().ConfigureAwait(false);
        ContactEntry entry = await scene.MovedAsync(old, ContactAction.SaveDraft, Edits).ConfigureAwait(false);
        foreach (long version in (long[])[old.Version, entry.Version + 1])
        {
            StoreOutcome outcome = await scene.PrepareAsync(Attempt(old), version).ConfigureAwait(false);
            ContactStoreComparison.Same(entry, As<StoreOutcome.Stale>(outcome).Entry);
            await scene.UnchangedAsync(entry).ConfigureAwait(false);
        }
    }

    private static async Task StaleNumber(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        ContactEntry abandoned = await scene.AbandonAsync(await scene.PreparedAsync(entry).ConfigureAwait(false)).ConfigureAwait(false);
        foreach (SaveAttempt attempt in (SaveAttempt[])[Attempt(entry), Attempt(abandoned with { Attempts = [.. abandoned.Attempts, .. abandoned.Attempts] })])
        {
            As<StoreOutcome.Stale>(await scene.PrepareAsync(attempt, abandoned.Version).ConfigureAwait(false));
            await scene.UnchangedAsync(abandoned).ConfigureAwait(false);
        }

        ContactEntry second = await scene.PreparedAsync(abandoned).ConfigureAwait(false);
        Same("the number of the next attempt", 2, second.OpenAttempt?.Number);
    }

    private static async Task NotFound(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        SaveAttempt attempt = Attempt(entry with { Received = Received(Hire("c-2")) });
        As<StoreOutcome.NotFound>(await scene.PrepareAsync(attempt, 1).ConfigureAwait(false));
        await scene.UnchangedAsync(entry).ConfigureAwait(false);
    }

    private static async Task Contradiction(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        SaveAttempt attempt = Attempt(entry);
        foreach (SaveAttempt wrong in (SaveAttempt[])[
            attempt with { Number = 2 },
            attempt with { Contact = Key("c-2") },
            attempt with { State = AttemptState.Completed },
            attempt with { Receipt = Receipt(attempt) },
            attempt with { Move = Move(entry, ContactAction.Decline) },
            attempt with { Move = attempt.Move with { Action = ContactAction.Undo } }])
        {
            await ThrowsAsync<ArgumentException>("preparing it", () => scene.PrepareAsync(wrong, entry.Version)).ConfigureAwait(false);
            await scene.UnchangedAsync(entry).ConfigureAwait(false);
        }
    }

    private static async Task OutsideTheTable(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry fresh = await scene.AddedAsync().ConfigureAwait(false);
        SaveAttempt fits = Attempt(fresh);
        ContactEntry entry = await scene.MovedAsync(fresh, ContactAction.Complete).ConfigureAwait(false);
        foreach (ContactMove wrong in (ContactMove[])[fits.Move, fits.Move with { From = entry.Status }])
        {
            await ThrowsAsync<ArgumentException>("preparing it", () => scene.PrepareAsync(fits with { Move = wrong }, entry.Version)).ConfigureAwait(false);
            await scene.UnchangedAsync(entry).ConfigureAwait(false);
        }
    }
}
