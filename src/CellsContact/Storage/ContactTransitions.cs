using System.Globalization;
using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Statuses;

namespace CellsContact.Storage;

/// <summary>What each write of a store makes of a notice: the one set of rules that every store follows.</summary>
/// <remarks>
/// Pure and thread-safe. A store reads the notice, asks here, and writes what changed, all in one transaction. An answer
/// with the very entry that was given means that nothing is to be written.
/// </remarks>
public static class ContactTransitions
{
    /// <summary>A notice just received: 未, version 1.</summary>
    /// <param name="received">The notice with what is known of its receipt.</param>
    /// <exception cref="ArgumentException">The key is unset, or there is no sender or hash.</exception>
    public static ContactEntry Receive(ReceivedContact received)
    {
        ArgumentNullException.ThrowIfNull(received);
        ArgumentNullException.ThrowIfNull(received.Contact, nameof(received));
        ArgumentException.ThrowIfNullOrWhiteSpace(received.SenderId, nameof(received));
        ArgumentException.ThrowIfNullOrWhiteSpace(received.ContentHash, nameof(received));
        if (received.Contact.Key.IsUnset)
            throw new ArgumentException("The notice's key is unset.", nameof(received));
        return new() { Received = received, Status = ContactStatus.Unprocessed, IsReflected = false, Version = 1 };
    }

    /// <summary>Opens an attempt to save.</summary>
    /// <param name="entry">The notice, or <c>null</c> where there is none.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="expectedVersion">The version the attempt was computed from.</param>
    /// <exception cref="ArgumentException">The attempt contradicts itself, or its move is none of the status table: a programmer error.</exception>
    public static StoreOutcome Prepare(ContactEntry? entry, SaveAttempt attempt, long expectedVersion)
    {
        RequireConsistent(attempt);
        if (Refuse(entry, expectedVersion) is { } refused)
            return refused;
        if (attempt.Number != (entry!.Attempts is [.., var last] ? last.Number + 1 : 1))
            return new StoreOutcome.Stale(entry);
        RequireInTable(entry, attempt.Move);
        SaveAttempt frozen = attempt with { Edits = [.. attempt.Edits], WithoutColumn = [.. attempt.WithoutColumn], Numbers = [.. attempt.Numbers] };
        return new StoreOutcome.Done(entry with { Attempts = [.. entry.Attempts, frozen], Version = entry.Version + 1 });
    }

    /// <summary>Takes an open attempt up: only the version changes, by which whoever had it before could abandon it.</summary>
    /// <param name="entry">The notice, or <c>null</c> where there is none.</param>
    /// <param name="attempt">The attempt's number.</param>
    public static StoreOutcome TakeUp(ContactEntry? entry, int attempt) => entry switch
    {
        null => new StoreOutcome.NotFound(),
        _ when entry.OpenAttempt?.Number != attempt => new StoreOutcome.Stale(entry),
        _ => new StoreOutcome.Done(entry with { Version = entry.Version + 1 }),
    };

    /// <summary>Completes an attempt: its move is made, the receipt kept, the draft cleared.</summary>
    /// <remarks>An abandoned one too, while it is the last and the notice has not moved: the ledger has its set, so the notice follows.</remarks>
    /// <param name="entry">The notice, or <c>null</c> where there is none.</param>
    /// <param name="attempt">The attempt's number.</param>
    /// <param name="receipt">The ledger's receipt.</param>
    /// <param name="at">When.</param>
    /// <exception cref="ArgumentException">The receipt is for another change set: a programmer error.</exception>
    /// <exception cref="InvalidOperationException">There is no such attempt, or it was abandoned and the notice has gone on: a programmer error.</exception>
    public static ContactEntry Complete(ContactEntry? entry, int attempt, LedgerReceipt receipt, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        SaveAttempt found = Find(entry, attempt);
        if (receipt.Id != found.ChangeSet.Id || receipt.Hash != found.ChangeSet.Hash)
            throw new ArgumentException($"The receipt {receipt.Id} is not for the set of attempt {found.ChangeSet.Id}.", nameof(receipt));
        if (found.State == AttemptState.Completed)
            return entry!;
        if (found.State == AttemptState.Abandoned && (found.Number != entry!.Attempts[^1].Number || entry.Status != found.Move.From))
            throw new InvalidOperationException($"Attempt {found.ChangeSet.Id} was abandoned, and the notice has gone on since: it cannot be completed.");
        return entry! with
        {
            Status = found.Move.To,
            IsReflected = found.Move.Action != ContactAction.Undo,
            Version = entry.Version + 1,
            Draft = [],
            History = [.. entry.History, found.Move],
            Attempts = Replace(entry.Attempts, found with { State = AttemptState.Completed, Receipt = receipt, EndedAt = at }),
        };
    }

    /// <summary>Abandons an open attempt that nobody has taken up since; otherwise the notice stays as it is.</summary>
    /// <param name="entry">The notice, or <c>null</c> where there is none.</param>
    /// <param name="attempt">The attempt's number.</param>
    /// <param name="expectedVersion">The version that preparing it or taking it up answered with.</param>
    /// <param name="at">When.</param>
    /// <exception cref="InvalidOperationException">There is no such attempt: a programmer error.</exception>
    public static ContactEntry Abandon(ContactEntry? entry, int attempt, long expectedVersion, DateTimeOffset at)
    {
        SaveAttempt found = Find(entry, attempt);
        if (found.State != AttemptState.Open || entry!.Version != expectedVersion)
            return entry!;
        return entry with
        {
            Version = entry.Version + 1,
            Attempts = Replace(entry.Attempts, found with { State = AttemptState.Abandoned, EndedAt = at }),
        };
    }

    /// <summary>Moves a notice without the ledger.</summary>
    /// <param name="entry">The notice, or <c>null</c> where there is none.</param>
    /// <param name="expectedVersion">The version the move was decided on.</param>
    /// <param name="move">The move.</param>
    /// <param name="draft">The edits to keep as the draft; <c>null</c> keeps the present ones.</param>
    /// <exception cref="ArgumentException">The move is none of the status table, or one that only an attempt makes: a programmer error.</exception>
    public static StoreOutcome Move(ContactEntry? entry, long expectedVersion, ContactMove move, IReadOnlyList<Edit>? draft)
    {
        ArgumentNullException.ThrowIfNull(move);
        if (NeedsAttempt(move.Action))
            throw new ArgumentException($"{move.Action} is made by an attempt to save only.", nameof(move));
        if (Refuse(entry, expectedVersion) is { } refused)
            return refused;
        RequireInTable(entry!, move);
        return new StoreOutcome.Done(entry! with
        {
            Status = move.To,
            Version = entry.Version + 1,
            Draft = draft is null ? entry.Draft : [.. draft],
            History = [.. entry.History, move],
        });
    }

    /// <summary>What the client's page is to be told of a change: the store writes it to the outbox in the same transaction.</summary>
    /// <param name="before">The notice before, or <c>null</c> where there was none.</param>
    /// <param name="after">The notice after.</param>
    public static IReadOnlyList<OutgoingMessage> MessagesOf(ContactEntry? before, ContactEntry after)
    {
        ArgumentNullException.ThrowIfNull(after);
        List<OutgoingMessage> messages = [];
        if (before is null || after.History.Count == before.History.Count)
            return messages;
        ContactMove move = after.History[^1];
        if (move.From != move.To || move.MessageToClient is not null)
            messages.Add(new OutgoingMessage.StatusChanged(string.Create(CultureInfo.InvariantCulture, $"{after.Key}/status/{after.Version}"), after.Key));
        if (after.Attempts is [.., { State: AttemptState.Completed, Publish: true, Person: { } person } completed] && before.Attempts[^1].State != AttemptState.Completed)
            messages.Add(new OutgoingMessage.PersonChanged($"{completed.ChangeSet.Id}/person", after.Key.Establishment, completed.Receipt!.NumberOf(person)));
        return messages;
    }

    private static StoreOutcome? Refuse(ContactEntry? entry, long expectedVersion) => entry switch
    {
        null => new StoreOutcome.NotFound(),
        { OpenAttempt: { } open } => new StoreOutcome.InProgress(open),
        _ when entry.Version != expectedVersion => new StoreOutcome.Stale(entry),
        _ => null,
    };

    private static bool NeedsAttempt(ContactAction action) => action is ContactAction.Reflect or ContactAction.Confirm or ContactAction.Undo;

    private static void RequireConsistent(SaveAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        ChangeSetPurpose purpose = attempt.Move.Action == ContactAction.Undo ? ChangeSetPurpose.Undo : ChangeSetPurpose.Apply;
        if (attempt.ChangeSet.Id != new ChangeSetId(attempt.Contact, attempt.Number, purpose))
            throw new ArgumentException($"The set {attempt.ChangeSet.Id} is not the one of attempt {attempt.Number} of {attempt.Contact}.", nameof(attempt));
        if (!NeedsAttempt(attempt.Move.Action))
            throw new ArgumentException($"{attempt.Move.Action} needs no attempt: the notice is moved.", nameof(attempt));
        if (attempt.State != AttemptState.Open || attempt.Receipt is not null || attempt.EndedAt is not null)
            throw new ArgumentException("An attempt is open when it is prepared.", nameof(attempt));
    }

    private static void RequireInTable(ContactEntry entry, ContactMove move)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(move.OperatorId, nameof(move));
        if (move.From != entry.Status || StatusTable.Next(entry.Status, entry.IsReflected, move.Action) != move.To)
            throw new ArgumentException($"{move} is no move of the status table for {entry}.", nameof(move));
    }

    private static SaveAttempt Find(ContactEntry? entry, int attempt) =>
        entry?.Attempts.FirstOrDefault(candidate => candidate.Number == attempt)
        ?? throw new InvalidOperationException(entry is null ? "There is no such notice." : $"{entry.Key} has no attempt {attempt}.");

    private static SaveAttempt[] Replace(IReadOnlyList<SaveAttempt> attempts, SaveAttempt changed) =>
        [.. attempts.Select(attempt => attempt.Number == changed.Number ? changed : attempt)];
}
