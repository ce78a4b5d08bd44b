using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using CellsContact.Storage;
using Microsoft.Extensions.Logging;

namespace CellsContact.Desk;

/// <summary>Does in the vault what an attempt froze, each deed on record before it is done. Doing it again changes nothing.</summary>
internal sealed class NumberEffects(IMyNumberVault vault, MyNumberAccessBook book, ILogger<ContactDesk> logger)
{
    internal async Task PerformAsync(SaveAttempt attempt, LedgerReceipt receipt, CancellationToken token)
    {
        foreach (MyNumberEffect effect in attempt.Numbers)
        {
            MyNumberOwner owner = OwnerOf(attempt.Contact, effect.Subject, receipt);
            MyNumberAccess access = new MyNumberAccess(attempt.Contact.Establishment, attempt.Move.OperatorId, KindOf(effect.Kind), MyNumberAccessResult.Done)
            {
                ContactId = attempt.Contact.Id.Value,
                Path = effect.Kind == MyNumberEffectKind.Erase ? null : effect.Slot.Path,
            }.About(owner);
            string eventId = $"{attempt.ChangeSet.Id} {effect.Kind} {effect.Slot.Path}";
            if (effect.Kind == MyNumberEffectKind.Link)
            {
                await LinkAsync(effect, owner, access, eventId, token).ConfigureAwait(false);
                continue;
            }

            await book.RecordAsync(access, eventId, token).ConfigureAwait(false);
            if (effect.Kind == MyNumberEffectKind.Erase)
                await vault.EraseAsync(effect.Slot, null, token).ConfigureAwait(false);
            else
                await vault.UnlinkAsync(effect.Slot, token).ConfigureAwait(false);
        }
    }

    private async Task LinkAsync(MyNumberEffect effect, MyNumberOwner owner, MyNumberAccess access, string eventId, CancellationToken token)
    {
        if (await vault.FindAsync(effect.Slot, token).ConfigureAwait(false) is not { } entry)
        {
            // The plan saw it: whoever erased it since is on record. The ledger has the set, so the save is finished.
            Log.NumberGone(logger, effect.Slot);
            return;
        }

        if (entry.State != MyNumberState.Held)
            return;
        MyNumberEntry? former = await vault.FindAsync(owner, token).ConfigureAwait(false);
        await book.RecordAsync(access with { Kind = former is null ? MyNumberAccessKind.Registration : MyNumberAccessKind.Change }, eventId, token).ConfigureAwait(false);
        if (former is not null && effect.KeepFormerUntil is null)
            await book.RecordAsync((access with { Kind = MyNumberAccessKind.Erasure }).About(former.Slot), $"{eventId} former", token).ConfigureAwait(false);
        await vault.LinkAsync(effect.Slot, owner, effect.KeepFormerUntil, token).ConfigureAwait(false);
    }

    private static MyNumberOwner OwnerOf(ContactKey contact, LedgerRowKey subject, LedgerReceipt receipt) =>
        new(contact.Establishment, receipt.NumberOf(subject.Person), subject.Dependent);

    private static MyNumberAccessKind KindOf(MyNumberEffectKind kind) => kind switch
    {
        MyNumberEffectKind.Link => MyNumberAccessKind.Registration,
        MyNumberEffectKind.Erase => MyNumberAccessKind.Erasure,
        _ => MyNumberAccessKind.Unlinking,
    };
}
