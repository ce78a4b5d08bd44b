using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Reflectors;
using CellsContact.Statuses;
using CellsContact.Storage;
using Microsoft.Extensions.Logging;

namespace CellsContact.Desk;

/// <summary>Carries a plan out: prepare, apply, the effects on numbers and files, complete. Exactly once, through any crash.</summary>
internal sealed class SaveRunner(IContactStore store, ILedger ledger, NumberEffects numbers, BoxFiling files, OfficeClock clock, ILogger<ContactDesk> logger)
{
    /// <summary>Saves a plan that is neither blocked nor unconfirmed; <c>null</c> when the notice has changed and the plan must be made anew.</summary>
    internal async Task<SaveResult?> SaveAsync(SavePlan plan, DeskOperator clerk, CancellationToken token)
    {
        if (plan.Decision.Action is not (ContactAction.Reflect or ContactAction.Confirm or ContactAction.Undo))
        {
            IReadOnlyList<Edit>? draft = plan.Decision.Action == ContactAction.SaveDraft ? plan.Edits : null;
            return Answer(await store.MoveAsync(plan.Entry.Key, plan.Entry.Version, plan.Move, draft, token).ConfigureAwait(false), plan);
        }

        SaveAttempt attempt = plan.Attempt(clerk);
        StoreOutcome prepared = await store.PrepareAsync(attempt, plan.Entry.Version, token).ConfigureAwait(false);
        return prepared is StoreOutcome.Done { Entry.Version: var version }
            ? await FinishAsync(new(attempt, version, IsFirstTry: true), plan.Notes, token).ConfigureAwait(false)
            : Answer(prepared, plan);
    }

    /// <summary>Takes an open attempt up and finishes it; <c>null</c> when it has ended meanwhile and the notice must be looked at anew.</summary>
    internal async Task<SaveResult?> ResumeAsync(SaveAttempt open, IReadOnlyList<ReflectionNote> notes, CancellationToken token) =>
        await store.TakeUpAsync(open.Contact, open.Number, token).ConfigureAwait(false) switch
        {
            StoreOutcome.Done { Entry.Version: var version } => await FinishAsync(new(open, version, IsFirstTry: false), notes, token).ConfigureAwait(false),
            StoreOutcome.NotFound => new SaveResult.NotFound(),
            _ => null,
        };

    /// <summary>Applies an open attempt's frozen set and completes it; a conflict abandons it.</summary>
    private async Task<SaveResult> FinishAsync(HeldAttempt held, IReadOnlyList<ReflectionNote> notes, CancellationToken token)
    {
        SaveAttempt attempt = held.Attempt;

        // An attempt that was begun before is not given up because this try could not begin: the ledger may have its set.
        // An InvalidOperationException says that the ledger has another content under this id (a store restored from an
        // older copy), so it never has this one; the next attempt has another id.
        LedgerOutcome outcome;
        try
        {
            outcome = (await ledger.ApplyAsync(attempt.Contact.Establishment, [attempt.ChangeSet], token).ConfigureAwait(false))[0];
        }
        catch (Exception exception) when (exception is InvalidOperationException || (held.IsFirstTry && exception is LedgerException { NothingBegun: true }))
        {
            Log.AttemptGivenUp(logger, attempt.ChangeSet.Id, exception.GetType().Name);
            await AbandonAsync(held).ConfigureAwait(false);
            throw;
        }

        // From here on the ledger has spoken: what it did is recorded whatever the caller cancels.
        switch (outcome)
        {
            case LedgerOutcome.Conflict { Conflicts: var conflicts }:
                Log.AttemptConflicted(logger, attempt.ChangeSet.Id, conflicts.Count);
                await AbandonAsync(held).ConfigureAwait(false);
                return new SaveResult.Conflict(conflicts);
            default:
                return await CompleteAsync(attempt, ReceiptOf(outcome), notes).ConfigureAwait(false);
        }
    }

    private async Task<SaveResult> CompleteAsync(SaveAttempt attempt, LedgerReceipt receipt, IReadOnlyList<ReflectionNote> notes)
    {
        // Finished by whoever took it up meanwhile: perhaps taken back since, so its effects are not done again.
        ContactEntry? present = await store.FindAsync(attempt.Contact, CancellationToken.None).ConfigureAwait(false);
        if (present?.Attempts.Any(other => other.Number == attempt.Number && other.State == AttemptState.Completed) == true)
            return new SaveResult.Saved(present, receipt, notes);

        await numbers.PerformAsync(attempt, receipt, CancellationToken.None).ConfigureAwait(false);
        IReadOnlyList<FileResult> filed = attempt is { StoreAttachments: true, Person: { } person } && present is not null
            ? await files.StoreAllAsync(present.Contact, receipt.NumberOf(person), attempt.Move.OperatorId, CancellationToken.None).ConfigureAwait(false)
            : [];
        ContactEntry entry = await store.CompleteAsync(attempt.Contact, attempt.Number, receipt, clock.Now, CancellationToken.None).ConfigureAwait(false);
        Log.AttemptCompleted(logger, attempt.ChangeSet.Id);
        return new SaveResult.Saved(entry, receipt, notes) { Files = filed };
    }

    private static LedgerReceipt ReceiptOf(LedgerOutcome outcome) => outcome switch
    {
        LedgerOutcome.Applied applied => applied.Receipt,
        LedgerOutcome.AlreadyApplied already => already.Receipt,
        _ => throw new InvalidOperationException($"The ledger answered {outcome.GetType().Name}, which is no outcome."),
    };

    /// <summary>Closes an attempt, unless somebody has taken it up: whoever has it now may be applying it, so it stays theirs.</summary>
    private async Task AbandonAsync(HeldAttempt held)
    {
        SaveAttempt attempt = held.Attempt;
        ContactEntry entry = await store.AbandonAsync(attempt.Contact, attempt.Number, held.Version, clock.Now, CancellationToken.None).ConfigureAwait(false);
        if (entry.OpenAttempt?.Number == attempt.Number)
            Log.AttemptLeft(logger, attempt.ChangeSet.Id);
    }

    private static SaveResult? Answer(StoreOutcome outcome, SavePlan plan) => outcome switch
    {
        StoreOutcome.Done { Entry: var entry } => new SaveResult.Saved(entry, null, plan.Notes),
        StoreOutcome.NotFound => new SaveResult.NotFound(),
        _ => null,
    };

    /// <summary>An attempt with the version by which it was prepared or taken up, and by which alone it can be abandoned.</summary>
    private readonly record struct HeldAttempt(SaveAttempt Attempt, long Version, bool IsFirstTry);
}
