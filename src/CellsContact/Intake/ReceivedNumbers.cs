using CellsContact.Contacts;
using CellsContact.MyNumbers;

namespace CellsContact.Intake;

/// <summary>Received numbers on their way into the vault, each step on record before it is done.</summary>
internal sealed class ReceivedNumbers(IMyNumberVault vault, MyNumberAccessBook book)
{
    /// <summary>Puts a notice's numbers; <c>false</c> when a slot holds another one.</summary>
    internal async ValueTask<bool> PutAsync(ContactKey key, string senderId, IReadOnlyList<ExtractedNumber> numbers, CancellationToken token)
    {
        foreach (ExtractedNumber number in numbers)
        {
            MyNumberSlot slot = new(key, number.Path);
            if (await vault.FindAsync(slot, token).ConfigureAwait(false) is null)
                await book.RecordAsync(new MyNumberAccess(key.Establishment, senderId, MyNumberAccessKind.Receipt, MyNumberAccessResult.Done).About(slot), null, token).ConfigureAwait(false);
            if (!await vault.PutAsync(slot, number.Number, token).ConfigureAwait(false))
                return false;
        }

        return true;
    }

    /// <summary>Whether a notice's numbers are those that were received before; missing ones are put again, if asked.</summary>
    internal async ValueTask<bool> CompareAsync(ContactKey key, string senderId, IReadOnlyList<ExtractedNumber> numbers, bool putsMissing, CancellationToken token)
    {
        List<ExtractedNumber> missing = [];
        foreach (ExtractedNumber number in numbers)
        {
            switch (await vault.MatchesAsync(new(key, number.Path), number.Number, token).ConfigureAwait(false))
            {
                case MyNumberMatch.Other:
                    return false;
                case MyNumberMatch.None:
                    missing.Add(number);
                    break;
            }
        }

        return !putsMissing || await PutAsync(key, senderId, missing, token).ConfigureAwait(false);
    }

    /// <summary>Erases what is held for a notice that is not kept, if it was put at an instant or before.</summary>
    internal async ValueTask EraseLeftAsync(ContactKey key, string senderId, IReadOnlyList<ExtractedNumber> numbers, DateTimeOffset? heldSince, CancellationToken token)
    {
        foreach (ExtractedNumber number in numbers)
        {
            if (await vault.FindAsync(new MyNumberSlot(key, number.Path), token).ConfigureAwait(false) is not { State: MyNumberState.Held } entry || entry.PutAt > heldSince)
                continue;
            await book.RecordErasureAsync(entry, senderId, token).ConfigureAwait(false);
            await vault.EraseAsync(entry.Slot, entry.PutAt, token).ConfigureAwait(false);
        }
    }
}
