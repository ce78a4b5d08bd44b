using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Statuses;

namespace CellsContact.Storage;

/// <summary>Where received notices (連絡) live, with their status, history, drafts and save attempts.</summary>
/// <remarks>
/// <para>Thread-safe. Each member is one transaction: after an error or a crash it has happened wholly or not at all.
/// What is promised here is checked case by case by <c>ContactStorePromises.All</c> of the package CellsContact.Promises.</para>
/// <para>At most one attempt of a notice is open. While one is, the notice does not move. It is held by whoever prepared it
/// or took it up last, and only they can abandon it: somebody else may be applying its set at this very moment.</para>
/// <para>What each write makes of a notice is <see cref="ContactTransitions"/>, for every store. Ids are compared ordinally;
/// instants come back equal to the microsecond, their offset may become zero. A store that is not usable throws
/// <see cref="ContactStoreException"/> and has written nothing; <see cref="OperationCanceledException"/> passes through.</para>
/// </remarks>
public interface IContactStore
{
    /// <summary>Stores a received notice as 未, unless the key is known. Idempotent by key and content hash.</summary>
    /// <param name="received">The notice with what is known of its receipt.</param>
    /// <param name="token">Cancels.</param>
    /// <exception cref="ArgumentException">The key is unset, or there is no sender or hash.</exception>
    ValueTask<AddOutcome> AddAsync(ReceivedContact received, CancellationToken token);

    /// <summary>A notice with its whole history and all attempts, or <c>null</c>.</summary>
    /// <param name="key">The key.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<ContactEntry?> FindAsync(ContactKey key, CancellationToken token);

    /// <summary>Notices that meet every given condition, newest receipt first unless asked otherwise.</summary>
    /// <param name="query">The conditions.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<IReadOnlyList<ContactListItem>> ListAsync(ContactStoreQuery query, CancellationToken token);

    /// <summary>Opens an attempt to save (Prepare): freezes its change set, edits, operator and move.</summary>
    /// <param name="attempt">The attempt; its number is one more than the notice's last.</param>
    /// <param name="expectedVersion">The version the attempt was computed from.</param>
    /// <param name="token">Cancels.</param>
    /// <returns>Done; or in progress, with the attempt that is open; or stale, when the version or the number is no longer right; or not found.</returns>
    /// <exception cref="ArgumentException">The attempt contradicts itself, or its move is none of the status table: a programmer error.</exception>
    ValueTask<StoreOutcome> PrepareAsync(SaveAttempt attempt, long expectedVersion, CancellationToken token);

    /// <summary>Takes an open attempt up (TakeUp) to go on with it: nobody who had it before can abandon it any more.</summary>
    /// <param name="key">The notice.</param>
    /// <param name="attempt">The attempt's number.</param>
    /// <param name="token">Cancels.</param>
    /// <returns>Done, with the version to abandon it by; or stale, when that attempt is not open; or not found.</returns>
    ValueTask<StoreOutcome> TakeUpAsync(ContactKey key, int attempt, CancellationToken token);

    /// <summary>Completes an attempt (Complete): makes its move, keeps the receipt, clears the draft. Idempotent.</summary>
    /// <remarks>
    /// The receipt is proof that the ledger has the set. So an abandoned attempt is completed too, as long as it is the last one
    /// and the notice still has the status that its move starts from.
    /// </remarks>
    /// <param name="key">The notice.</param>
    /// <param name="attempt">The attempt's number.</param>
    /// <param name="receipt">The ledger's receipt.</param>
    /// <param name="at">When.</param>
    /// <param name="token">Cancels.</param>
    /// <returns>The notice afterwards; reflected, unless the attempt was an undo (取消).</returns>
    /// <exception cref="ArgumentException">The receipt is for another change set: a programmer error.</exception>
    /// <exception cref="InvalidOperationException">There is no such attempt, or it was abandoned and the notice has gone on: a programmer error.</exception>
    ValueTask<ContactEntry> CompleteAsync(ContactKey key, int attempt, LedgerReceipt receipt, DateTimeOffset at, CancellationToken token);

    /// <summary>Abandons an open attempt: the ledger refused its set, which never gets in. Idempotent.</summary>
    /// <remarks>Changes nothing when somebody has taken the attempt up since, or when it has ended.</remarks>
    /// <param name="key">The notice.</param>
    /// <param name="attempt">The attempt's number.</param>
    /// <param name="expectedVersion">The version that preparing it or taking it up answered with.</param>
    /// <param name="at">When.</param>
    /// <param name="token">Cancels.</param>
    /// <returns>The notice as it is now.</returns>
    /// <exception cref="InvalidOperationException">There is no such attempt: a programmer error.</exception>
    ValueTask<ContactEntry> AbandonAsync(ContactKey key, int attempt, long expectedVersion, DateTimeOffset at, CancellationToken token);

    /// <summary>Moves a notice without the ledger: draft, 登録不可, 手続完了, reopen.</summary>
    /// <param name="key">The notice.</param>
    /// <param name="expectedVersion">The version the move was decided on.</param>
    /// <param name="move">The move.</param>
    /// <param name="draft">The edits to keep as the notice's draft; <c>null</c> keeps the present ones.</param>
    /// <param name="token">Cancels.</param>
    /// <returns>Done; or in progress; or stale; or not found.</returns>
    /// <exception cref="ArgumentException">The move is none of the status table, or one that only an attempt makes: a programmer error.</exception>
    ValueTask<StoreOutcome> MoveAsync(ContactKey key, long expectedVersion, ContactMove move, IReadOnlyList<Edit>? draft, CancellationToken token);

    /// <summary>Erases notices with everything kept of them: edits, attempts, before-images, texts, search keys. A tombstone stays that tells the id and nothing else.</summary>
    /// <remarks>Idempotent. A notice with an open attempt is left alone, and so is one that is not there.</remarks>
    /// <param name="keys">The notices, 1000 at most.</param>
    /// <param name="token">Cancels.</param>
    /// <returns>The notices that were erased.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are more than 1000 keys.</exception>
    ValueTask<IReadOnlyList<ContactKey>> EraseAsync(IReadOnlyList<ContactKey> keys, CancellationToken token);

    /// <summary>Really frees the bytes of what was erased: what a log or a free page still holds of it is overwritten. Idempotent.</summary>
    /// <param name="token">Cancels.</param>
    ValueTask ReleaseErasedAsync(CancellationToken token);
}
