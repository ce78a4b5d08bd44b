using CellsContact.Contacts;
using CellsContact.MyNumbers;
using CellsContact.Storage;

namespace CellsContact.Intake;

/// <summary>Stores a validated notice: its numbers into the vault first, then the notice.</summary>
internal sealed class ContactStorer(IContactStore store, ReceivedNumbers vault, ReceivedFiles files)
{
    /// <summary>How long another host may take between putting a number and storing its notice.</summary>
    private static readonly TimeSpan s_inFlight = TimeSpan.FromMinutes(1);

    // Between putting a number and storing its notice nobody else may put another under the same key.
    private static readonly SemaphoreSlim[] s_gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    internal async ValueTask<IntakeResult> StoreAsync(
        ReceivedContact received, IReadOnlyList<ExtractedNumber> numbers, IReadOnlyList<ExtractedFile> contents, IReadOnlyList<ContactFinding> findings, CancellationToken token)
    {
        ContactKey key = received.Contact.Key;
        if (numbers.Count == 0 && contents.Count == 0)
            return Result(await store.AddAsync(received, token).ConfigureAwait(false), key, findings);

        SemaphoreSlim gate = s_gates[(uint)key.GetHashCode() % s_gates.Length];
        await gate.WaitAsync(token).ConfigureAwait(false);
        try
        {
            AddOutcome outcome = await store.FindAsync(key, token).ConfigureAwait(false) is { } known
                ? await CompareAsync(known, received, numbers, contents, token).ConfigureAwait(false)
                : await AddAsync(received, numbers, contents, token).ConfigureAwait(false);
            return Result(outcome, key, findings);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>A notice that is known: the same content and the same numbers are a duplicate.</summary>
    private async ValueTask<AddOutcome> CompareAsync(
        ContactEntry known, ReceivedContact received, IReadOnlyList<ExtractedNumber> numbers, IReadOnlyList<ExtractedFile> contents, CancellationToken token)
    {
        if (known.Received.ContentHash != received.ContentHash)
            return AddOutcome.DifferentContent;

        // A number that is gone is put again while the notice waits for it; once it was saved, the number went its way.
        bool wasSaved = known.Attempts.Any(attempt => attempt.State == AttemptState.Completed);
        return await vault.CompareAsync(known.Key, received.SenderId, numbers, putsMissing: !wasSaved, token).ConfigureAwait(false)
            && await files.PutAsync(known.Contact, known.Received.ReceivedAt, contents, token).ConfigureAwait(false)
            ? AddOutcome.Duplicate
            : AddOutcome.DifferentContent;
    }

    private async ValueTask<AddOutcome> AddAsync(ReceivedContact received, IReadOnlyList<ExtractedNumber> numbers, IReadOnlyList<ExtractedFile> contents, CancellationToken token)
    {
        ContactKey key = received.Contact.Key;
        if (!await vault.PutAsync(key, received.SenderId, numbers, token).ConfigureAwait(false))
        {
            // The notice is not stored, so another number in a slot was left by an attempt that never finished, or belongs to
            // one that another host is making just now.
            await vault.EraseLeftAsync(key, received.SenderId, numbers, received.ReceivedAt - s_inFlight, token).ConfigureAwait(false);
            if (!await vault.PutAsync(key, received.SenderId, numbers, token).ConfigureAwait(false))
                throw InFlight(key);
        }

        if (!await files.PutAsync(received.Contact, received.ReceivedAt, contents, token).ConfigureAwait(false))
        {
            await files.EraseLeftAsync(key, received.ReceivedAt - s_inFlight, token).ConfigureAwait(false);
            if (!await files.PutAsync(received.Contact, received.ReceivedAt, contents, token).ConfigureAwait(false))
                throw InFlight(key);
        }

        // What fails from here on leaves numbers and files: sending the notice again completes it, or the sweep erases them.
        AddOutcome outcome = await store.AddAsync(received, token).ConfigureAwait(false);
        if (outcome == AddOutcome.Expired)
        {
            await vault.EraseLeftAsync(key, received.SenderId, numbers, null, CancellationToken.None).ConfigureAwait(false);
            await files.EraseLeftAsync(key, DateTimeOffset.MaxValue, CancellationToken.None).ConfigureAwait(false);
        }

        return outcome;
    }

    private static ContactStoreException InFlight(ContactKey key) => new(
        new($"連絡 {key} は別の受信で処理中です。しばらくしてからもう一度送信してください。", $"Notice {key} is being received elsewhere: send it again in a while."),
        isTransient: true);

    private static IntakeResult Result(AddOutcome outcome, ContactKey key, IReadOnlyList<ContactFinding> findings) => outcome switch
    {
        AddOutcome.Added => new IntakeResult.Accepted(key, findings),
        AddOutcome.Expired => new IntakeResult.Expired(key),
        AddOutcome.Duplicate => new IntakeResult.Duplicate(key),
        AddOutcome.DifferentContent => new IntakeResult.Rejected(key, [IdReused()]),
        _ => throw new InvalidOperationException($"The store answered {outcome}, which is no outcome of adding."),
    };

    private static ContactFinding IdReused() =>
        new("id", MessageRules.IdReused.Id, MessageRules.IdReused.Severity, MessageRules.IdReused.Text);
}
