using CellsContact.Statuses;
using CellsContact.Storage;
using static CellsContact.Promises.ContactStoreCast;
using static CellsContact.Promises.ContactStoreComparison;
using static CellsContact.Promises.ContactStoreScene;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Completing, abandoning and taking back.</summary>
internal static class ContactStoreEnding
{
    internal static IReadOnlyList<Promise<IContactStoreHarness>> All { get; } =
    [
        new("Completing makes exactly the frozen move, keeps the receipt and clears the draft.", Completed),
        new("Completing again changes nothing.", CompletedTwice),
        new("Completing from ten tasks at once makes one move.", CompletedAtOnce),
        new("Completing with another set's receipt is a programmer error and changes nothing.", OtherReceipt),
        new("Completing an attempt that there is none of is a programmer error and changes nothing.", NotCompletable),
        new("Completing the last attempt although it was abandoned makes its move, while the notice has not moved.", CompletedAfterAll),
        new("Completing an abandoned attempt of a notice that has gone on since is a programmer error and changes nothing.", GoneOn),
        new("Abandoning ends the attempt and leaves the notice where it was.", Abandoned),
        new("Abandoning again changes nothing.", AbandonedTwice),
        new("Abandoning an attempt that was completed changes nothing.", AbandonedTooLate),
        new("Abandoning an attempt that there is none of is a programmer error and changes nothing.", NotAbandonable),
        new("After an abandoned attempt the next one can be prepared and completed.", NextAttempt),
        new("Completing an undo takes the reflection back, and the notice can be reflected anew.", Undone),
        new("A confirmed My Number notice is reflected.", Confirmed),
    ];

    private static async Task Completed(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.MovedAsync(await scene.AddedAsync().ConfigureAwait(false), ContactAction.SaveDraft, Edits).ConfigureAwait(false);
        ContactEntry prepared = await scene.PreparedAsync(entry).ConfigureAwait(false);
        SaveAttempt attempt = prepared.Attempts[0];
        ContactEntry completed = await scene.CompleteAsync(entry.Key, 1, Receipt(attempt), Noon.AddHours(5)).ConfigureAwait(false);
        ContactEntry expected = prepared with
        {
            Status = ContactStatus.Registered,
            IsReflected = true,
            Version = prepared.Version + 1,
            Draft = [],
            History = [.. entry.History, attempt.Move],
            Attempts = [attempt with { State = AttemptState.Completed, Receipt = Receipt(attempt), EndedAt = Noon.AddHours(5) }],
        };
        ContactStoreComparison.Same(expected, completed);
        await scene.UnchangedAsync(expected).ConfigureAwait(false);
    }

    private static async Task CompletedTwice(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.SavedAsync(await scene.AddedAsync().ConfigureAwait(false)).ConfigureAwait(false);
        ContactEntry again = await scene.CompleteAsync(entry.Key, 1, Receipt(entry.Attempts[0]), Noon.AddDays(1)).ConfigureAwait(false);
        ContactStoreComparison.Same(entry, again);
        ContactEntry later = await scene.MovedAsync(entry, ContactAction.Complete).ConfigureAwait(false);
        await scene.CompleteAsync(entry.Key, 1, Receipt(entry.Attempts[0])).ConfigureAwait(false);
        await scene.UnchangedAsync(later).ConfigureAwait(false);
    }

    private static async Task CompletedAtOnce(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry prepared = await scene.PreparedAsync(await scene.AddedAsync().ConfigureAwait(false)).ConfigureAwait(false);
        ContactEntry[] completed = await Task.WhenAll(Enumerable.Range(1, 10).Select(_ => Task.Run(
            () => scene.CompleteAsync(prepared.Key, 1, Receipt(prepared.Attempts[0])), token))).ConfigureAwait(false);
        foreach (ContactEntry entry in completed)
            await scene.UnchangedAsync(entry).ConfigureAwait(false);
        Same("the length of the history", 1, completed[0].History.Count);
    }

    private static async Task OtherReceipt(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry prepared = await scene.PreparedAsync(await scene.AddedAsync().ConfigureAwait(false)).ConfigureAwait(false);
        SaveAttempt attempt = prepared.Attempts[0];
        foreach (var receipt in new[] { Receipt(attempt) with { Hash = new string('0', 64) }, Receipt(attempt) with { Id = attempt.ChangeSet.Id with { Attempt = 2 } } })
        {
            await ThrowsAsync<ArgumentException>("completing with it", () => scene.CompleteAsync(prepared.Key, 1, receipt)).ConfigureAwait(false);
            await scene.UnchangedAsync(prepared).ConfigureAwait(false);
        }
    }

    private static async Task NotCompletable(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        SaveAttempt attempt = Attempt(entry);
        await ThrowsAsync<InvalidOperationException>("completing no attempt", () => scene.CompleteAsync(entry.Key, 1, Receipt(attempt))).ConfigureAwait(false);
        await ThrowsAsync<InvalidOperationException>("completing for no notice", () => scene.CompleteAsync(Key("c-2"), 1, Receipt(attempt))).ConfigureAwait(false);
        await scene.UnchangedAsync(entry).ConfigureAwait(false);
    }

    private static async Task CompletedAfterAll(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry prepared = await scene.PreparedAsync(await scene.AddedAsync().ConfigureAwait(false)).ConfigureAwait(false);
        ContactEntry abandoned = await scene.AbandonAsync(prepared).ConfigureAwait(false);
        ContactEntry entry = await scene.MovedAsync(abandoned, ContactAction.SaveDraft, Edits).ConfigureAwait(false);
        SaveAttempt attempt = prepared.Attempts[0];
        ContactEntry completed = await scene.CompleteAsync(entry.Key, 1, Receipt(attempt), Noon.AddHours(5)).ConfigureAwait(false);
        ContactEntry expected = entry with
        {
            Status = ContactStatus.Registered,
            IsReflected = true,
            Version = entry.Version + 1,
            Draft = [],
            History = [.. entry.History, attempt.Move],
            Attempts = [attempt with { State = AttemptState.Completed, Receipt = Receipt(attempt), EndedAt = Noon.AddHours(5) }],
        };
        ContactStoreComparison.Same(expected, completed);
        await scene.UnchangedAsync(expected).ConfigureAwait(false);
    }

    private static async Task GoneOn(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry abandoned = await scene.AbandonAsync(await scene.PreparedAsync(await scene.AddedAsync().ConfigureAwait(false)).ConfigureAwait(false)).ConfigureAwait(false);
        ContactEntry moved = await scene.MovedAsync(abandoned, ContactAction.Decline).ConfigureAwait(false);
        await RefusedAsync(moved).ConfigureAwait(false);
        ContactEntry back = await scene.MovedAsync(moved, ContactAction.Reopen).ConfigureAwait(false);
        ContactEntry anew = await scene.PreparedAsync(back).ConfigureAwait(false);
        await RefusedAsync(anew).ConfigureAwait(false);
        await RefusedAsync(await scene.AbandonAsync(anew).ConfigureAwait(false)).ConfigureAwait(false);

        async Task RefusedAsync(ContactEntry entry)
        {
            await ThrowsAsync<InvalidOperationException>("completing it", () => scene.CompleteAsync(entry.Key, 1, Receipt(entry.Attempts[0]))).ConfigureAwait(false);
            await scene.UnchangedAsync(entry).ConfigureAwait(false);
        }
    }

    private static async Task Abandoned(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.MovedAsync(await scene.AddedAsync().ConfigureAwait(false), ContactAction.SaveDraft, Edits).ConfigureAwait(false);
        ContactEntry prepared = await scene.PreparedAsync(entry).ConfigureAwait(false);
        ContactEntry abandoned = await scene.AbandonAsync(prepared, Noon.AddHours(5)).ConfigureAwait(false);
        ContactEntry expected = prepared with
        {
            Version = prepared.Version + 1,
            Attempts = [prepared.Attempts[0] with { State = AttemptState.Abandoned, EndedAt = Noon.AddHours(5) }],
        };
        ContactStoreComparison.Same(expected, abandoned);
        await scene.UnchangedAsync(expected).ConfigureAwait(false);
    }

    private static async Task AbandonedTwice(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.PreparedAsync(await scene.AddedAsync().ConfigureAwait(false)).ConfigureAwait(false);
        ContactEntry abandoned = await scene.AbandonAsync(entry).ConfigureAwait(false);
        foreach (ContactEntry held in (ContactEntry[])[entry, abandoned])
        {
            ContactStoreComparison.Same(abandoned, await scene.AbandonAsync(held, Noon.AddDays(1)).ConfigureAwait(false));
            await scene.UnchangedAsync(abandoned).ConfigureAwait(false);
        }
    }

    private static async Task AbandonedTooLate(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry prepared = await scene.PreparedAsync(await scene.AddedAsync().ConfigureAwait(false)).ConfigureAwait(false);
        ContactEntry completed = await scene.CompleteAsync(prepared.Key, 1, Receipt(prepared.Attempts[0])).ConfigureAwait(false);
        foreach (ContactEntry held in (ContactEntry[])[prepared, completed])
        {
            ContactStoreComparison.Same(completed, await scene.AbandonAsync(held).ConfigureAwait(false));
            await scene.UnchangedAsync(completed).ConfigureAwait(false);
        }
    }

    private static async Task NotAbandonable(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.AddedAsync().ConfigureAwait(false);
        await ThrowsAsync<InvalidOperationException>("abandoning no attempt", () => scene.AbandonAsync(entry.Key, 1, entry.Version)).ConfigureAwait(false);
        await ThrowsAsync<InvalidOperationException>("abandoning for no notice", () => scene.AbandonAsync(Key("c-2"), 1, entry.Version)).ConfigureAwait(false);
        await scene.UnchangedAsync(entry).ConfigureAwait(false);
    }

    private static async Task NextAttempt(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry entry = await scene.PreparedAsync(await scene.AddedAsync().ConfigureAwait(false)).ConfigureAwait(false);
        ContactEntry abandoned = await scene.AbandonAsync(entry).ConfigureAwait(false);
        ContactEntry saved = await scene.SavedAsync(abandoned).ConfigureAwait(false);
        Same("the first attempt's state", AttemptState.Abandoned, saved.Attempts[0].State);
        Same("the second attempt's state", AttemptState.Completed, saved.Attempts[1].State);
        Same("the status", ContactStatus.Registered, saved.Status);
        await scene.UnchangedAsync(saved).ConfigureAwait(false);
    }

    private static async Task Undone(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry saved = await scene.SavedAsync(await scene.AddedAsync().ConfigureAwait(false)).ConfigureAwait(false);
        ContactEntry undone = await scene.SavedAsync(saved, ContactAction.Undo).ConfigureAwait(false);
        Same("the status", ContactStatus.Unprocessed, undone.Status);
        ThrowUnless(!undone.IsReflected, "it is still reflected");
        Same("the kept receipt of the first attempt", saved.Attempts[0], undone.Attempts[0]);
        ThrowUnless(undone.Attempts[1].ChangeSet.Id.ToString() == "E001/c-1/2/undo", "the second attempt is no undo");
        await scene.UnchangedAsync(undone).ConfigureAwait(false);
        ContactEntry again = await scene.SavedAsync(undone).ConfigureAwait(false);
        ThrowUnless(again is { IsReflected: true, Status: ContactStatus.Registered, Attempts.Count: 3, History.Count: 3 }, "it is not reflected anew");
    }

    private static async Task Confirmed(IContactStoreHarness harness, CancellationToken token)
    {
        ContactStoreScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        ContactEntry confirmed = await scene.SavedAsync(await scene.AddedAsync().ConfigureAwait(false), ContactAction.Confirm).ConfigureAwait(false);
        ThrowUnless(confirmed is { IsReflected: true, Status: ContactStatus.Registered }, "it is not");
        Same("the action", ContactAction.Confirm, confirmed.History[0].Action);
        await scene.UnchangedAsync(confirmed).ConfigureAwait(false);
    }
}
