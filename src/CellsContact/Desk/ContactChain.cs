using CellsContact.Contacts;
using CellsContact.Reflectors;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace CellsContact.Desk;

/// <summary>Two notices, one story: of a chain of <c>corrects</c> and <c>withdraws</c> only one can be reflected (訂正・取下げ).</summary>
internal sealed class ContactChain(IContactStore store)
{
    /// <summary>What the rest of the chain means for reflecting a notice.</summary>
    internal async Task<IReadOnlyList<ReflectionNote>> NotesAsync(ContactEntry entry, CancellationToken token)
    {
        if (entry.Contact.Withdraws is { } withdrawn)
        {
            return [new(NoteLevel.Refusal, "chain.withdrawal", new(
                $"連絡 {withdrawn} の取下げです。台帳に反映する内容はありません。元の連絡を「登録不可」にし、この連絡は「手続完了」にしてください。",
                $"It withdraws notice {withdrawn}: there is nothing to reflect. Decline that notice and complete this one."))
            { Contact = new(entry.Key.Establishment, withdrawn) }];
        }

        List<ReflectionNote> notes = [];
        foreach (ContactListItem newer in await ReplacingAsync(entry.Key, token).ConfigureAwait(false))
        {
            if (newer.Status == ContactStatus.Declined)
                continue;
            string how = newer.Contact.Withdraws == entry.Key.Id ? "取下げ" : "訂正";
            notes.Add(new(NoteLevel.Refusal, "chain.replaced", new(
                $"この連絡には{how}の連絡 {newer.Key} があります。そちらを処理してください。",
                $"Notice {newer.Key} replaces or withdraws this one: process that one."))
            { Contact = newer.Key });
        }

        HashSet<ContactId> seen = [entry.Key.Id];
        for (ContactId? older = entry.Contact.Corrects; older is { } id && seen.Add(id);)
        {
            ContactEntry? corrected = await store.FindAsync(new(entry.Key.Establishment, id), token).ConfigureAwait(false);
            if (corrected is { IsReflected: true } || corrected?.OpenAttempt is not null)
            {
                notes.Add(new(NoteLevel.Refusal, "chain.reflected", new(
                    $"訂正前の連絡 {corrected.Key} は台帳に反映済みです。先に反映を取り消すか、台帳を確認のうえ「手続完了」にしてください。",
                    $"Notice {corrected.Key}, which this one corrects, is in the ledger: take that back first, or complete this one by hand."))
                { Contact = corrected.Key });
            }

            older = corrected?.Contact.Corrects;
        }

        return notes;
    }

    private Task<IReadOnlyList<ContactListItem>> ReplacingAsync(ContactKey key, CancellationToken token) => store.ListAsync(
        new() { Establishments = [key.Establishment], AnyKey = [ContactSearchKeys.Replacing(key.Id)], Limit = 100 }, token).AsTask();
}
