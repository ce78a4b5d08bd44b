using CellsContact.Contacts;

namespace CellsContact.MyNumbers;

/// <summary>Where マイナンバー live, encrypted and apart from everything else.</summary>
/// <remarks>
/// <para>Thread-safe; each member is one transaction. Nothing outside the vault holds a digit: comparing happens inside, in
/// constant time, and only <see cref="RevealAsync"/> gives a number out. A host calls <c>MyNumberDesk</c>, which asks for
/// a grant and writes the access log; the vault itself asks and records nothing.</para>
/// <para>An entry is known by the slot it came from, from its receipt to its erasure. Erased means gone.</para>
/// <para>What is promised here is checked case by case by <c>MyNumberVaultPromises.All</c> of the package
/// CellsContact.Promises.</para>
/// <para>A number that has to be opened and does not open is <see cref="MyNumberKeyLostException"/>; finding and erasing
/// do not open it. Other failures are <see cref="MyNumberVaultException"/>, or <c>ContactStoreException</c> where the
/// vault lives in the store's database. Nothing has changed then.</para>
/// </remarks>
public interface IMyNumberVault
{
    /// <summary>Puts a received number under its slot, held for its notice. Idempotent: the same number again only renews <see cref="MyNumberEntry.PutAt"/> while it is held.</summary>
    /// <param name="slot">Where the notice carried it.</param>
    /// <param name="number">The number.</param>
    /// <param name="token">Cancels.</param>
    /// <returns>Whether the entry of the slot is this number; <c>false</c> when it is another one, which is kept.</returns>
    ValueTask<bool> PutAsync(MyNumberSlot slot, MyNumber number, CancellationToken token);

    /// <summary>Compares a number with the one of a slot, in whatever state it is.</summary>
    /// <param name="slot">Where the notice carried it.</param>
    /// <param name="number">The number.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<MyNumberMatch> MatchesAsync(MyNumberSlot slot, MyNumber number, CancellationToken token);

    /// <summary>The entry of a slot, or <c>null</c>.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<MyNumberEntry?> FindAsync(MyNumberSlot slot, CancellationToken token);

    /// <summary>The present number's entry of an owner (linked), or <c>null</c>.</summary>
    /// <param name="owner">The owner.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<MyNumberEntry?> FindAsync(MyNumberOwner owner, CancellationToken token);

    /// <summary>The linked entries of the slot's establishment that are the same number as the slot's, the slot's own left out.</summary>
    /// <param name="slot">The slot to compare with; without an entry nothing is the same.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<IReadOnlyList<MyNumberEntry>> FindSameAsync(MyNumberSlot slot, CancellationToken token);

    /// <summary>Makes a held number its owner's present one. Idempotent: an entry that is linked, or was, stays as it is.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="owner">The owner, of the slot's establishment.</param>
    /// <param name="keepFormerUntil">The last day the owner's present number is kept as a former one; <c>null</c> erases it at once.</param>
    /// <param name="token">Cancels.</param>
    /// <returns>Whether there is an entry of the slot.</returns>
    /// <exception cref="ArgumentException">The owner is of another establishment.</exception>
    ValueTask<bool> LinkAsync(MyNumberSlot slot, MyNumberOwner owner, DateOnly? keepFormerUntil, CancellationToken token);

    /// <summary>Makes a linked number a held one of its notice again (反映の取消). Idempotent; a held or former one stays as it is.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="token">Cancels.</param>
    ValueTask UnlinkAsync(MyNumberSlot slot, CancellationToken token);

    /// <summary>Erases one entry, whatever its state. Idempotent.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="onlyIfHeldSince">Erases only an entry that is held and was put at this instant or before; <c>null</c> for any.</param>
    /// <param name="token">Cancels.</param>
    /// <returns>Whether an entry was erased.</returns>
    ValueTask<bool> EraseAsync(MyNumberSlot slot, DateTimeOffset? onlyIfHeldSince, CancellationToken token);

    /// <summary>Erases everything that is held for a notice: what was linked is its owner's and stays. Idempotent.</summary>
    /// <param name="contact">The notice.</param>
    /// <param name="token">Cancels.</param>
    ValueTask EraseHeldAsync(ContactKey contact, CancellationToken token);

    /// <summary>Entries that may have to go: held ones put at an instant or before, and former ones kept until a day before today. Oldest first.</summary>
    /// <param name="heldSince">The instant.</param>
    /// <param name="today">Today in the office's zone.</param>
    /// <param name="after">The last entry of the page before; <c>null</c> for the first page.</param>
    /// <param name="limit">How many at most, 1 to 1000.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<IReadOnlyList<MyNumberEntry>> ListErasableAsync(DateTimeOffset heldSince, DateOnly today, MyNumberEntry? after, int limit, CancellationToken token);

    /// <summary>Gives a number out, or <c>null</c> where there is no entry. Called by <c>MyNumberDesk</c> only, after the access record is written.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<MyNumber?> RevealAsync(MyNumberSlot slot, CancellationToken token);
}
