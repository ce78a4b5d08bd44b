using CellsContact.Contacts;
using CellsContact.MyNumbers;
using CellsContact.Storage;
using Microsoft.Extensions.Logging;

namespace CellsContact.Intake;

/// <summary>Stores a validated notice: its numbers into the vault first, then the notice.</summary>
internal sealed class ContactStorer(IContactStore store, IMyNumberVault vault, ILogger logger)
{
    // Between putting a number and storing its notice nobody else may put another under the same key.
    private static readonly SemaphoreSlim[] s_gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    internal async ValueTask<IntakeResult> StoreAsync(
        ReceivedContact received, IReadOnlyList<ExtractedNumber> numbers, IReadOnlyList<ContactFinding> findings, CancellationToken token)
    {
        ContactKey key = received.Contact.Key;
        if (numbers.Count == 0)
            return await ResultOfAsync(await store.AddAsync(received, token).ConfigureAwait(false), key, numbers, findings, token).ConfigureAwait(false);

        SemaphoreSlim gate = s_gates[(uint)key.GetHashCode() % s_gates.Length];
        await gate.WaitAsync(token).ConfigureAwait(false);
        try
        {
            AddOutcome outcome = await store.FindAsync(key, token).ConfigureAwait(false) is { } known
                ? known.Received.ContentHash == received.ContentHash ? AddOutcome.Duplicate : AddOutcome.DifferentContent
                : await AddAsync(received, numbers, token).ConfigureAwait(false);
            return await ResultOfAsync(outcome, key, numbers, findings, token).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    private async ValueTask<AddOutcome> AddAsync(ReceivedContact received, IReadOnlyList<ExtractedNumber> numbers, CancellationToken token)
    {
        ContactKey key = received.Contact.Key;
        try
        {
            if (!await PutAsync(key, numbers, token).ConfigureAwait(false))
            {
                // The notice is not stored, so what a slot holds was left by an attempt that never finished.
                await vault.EraseAsync(key, token).ConfigureAwait(false);
                if (!await PutAsync(key, numbers, token).ConfigureAwait(false))
                    return AddOutcome.DifferentContent;
            }

            AddOutcome outcome = await store.AddAsync(received, token).ConfigureAwait(false);
            if (outcome == AddOutcome.Expired)
                await vault.EraseAsync(key, CancellationToken.None).ConfigureAwait(false);
            return outcome;
        }
        catch
        {
            await EraseUnlessStoredAsync(key).ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask<bool> PutAsync(ContactKey key, IReadOnlyList<ExtractedNumber> numbers, CancellationToken token)
    {
        foreach (ExtractedNumber number in numbers)
        {
            if (!await vault.PutAsync(new(key, number.Path), number.Number, token).ConfigureAwait(false))
                return false;
        }

        return true;
    }

    // A failed write may have been committed all the same; then its numbers belong to it.
    private async ValueTask EraseUnlessStoredAsync(ContactKey key)
    {
        try
        {
            if (await store.FindAsync(key, CancellationToken.None).ConfigureAwait(false) is null)
                await vault.EraseAsync(key, CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The first failure is the one to report; this one is logged.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Log.NotErased(logger, key, error);
        }
    }

    private async ValueTask<IntakeResult> ResultOfAsync(
        AddOutcome outcome, ContactKey key, IReadOnlyList<ExtractedNumber> numbers, IReadOnlyList<ContactFinding> findings, CancellationToken token) => outcome switch
    {
        AddOutcome.Added => new IntakeResult.Accepted(key, findings),
        AddOutcome.Expired => new IntakeResult.Expired(key),

        // Putting compares, and gives a number back to a vault that lost it.
        AddOutcome.Duplicate when await PutAsync(key, numbers, token).ConfigureAwait(false) => new IntakeResult.Duplicate(key),
        AddOutcome.Duplicate or AddOutcome.DifferentContent => new IntakeResult.Rejected(key, [IdReused()]),
        _ => throw new InvalidOperationException($"The store answered {outcome}, which is no outcome of adding."),
    };

    private static ContactFinding IdReused() =>
        new("id", MessageRules.IdReused.Id, MessageRules.IdReused.Severity, MessageRules.IdReused.Text);
}
