using CellsContact.Contacts;

namespace CellsContact.Storage;

/// <summary>What the client's page (事業所マイページ) is to be told. Holds no personal data: whoever delivers reads ledger and notice then.</summary>
/// <param name="Id">Stable: the same event has the same id, however often it is delivered.</param>
/// <param name="Order">Messages of one order are delivered one after the other: a person's, or a notice's.</param>
/// <param name="Establishment">The establishment.</param>
public abstract record OutgoingMessage(string Id, string Order, EstablishmentId Establishment)
{
    /// <summary>The status of a notice has moved, or there is a message to the client (状況共有).</summary>
    /// <param name="Id">Stable.</param>
    /// <param name="Contact">The notice.</param>
    public sealed record StatusChanged(string Id, ContactKey Contact) : OutgoingMessage(Id, Contact.ToString(), Contact.Establishment);

    /// <summary>A person's published data has changed (公開情報の反映).</summary>
    /// <param name="Id">Stable.</param>
    /// <param name="Establishment">The establishment.</param>
    /// <param name="Number">The person's number exactly as the ledger has it.</param>
    public sealed record PersonChanged(string Id, EstablishmentId Establishment, EmployeeNumber Number) : OutgoingMessage(Id, $"{Establishment}//{Number}", Establishment);

    /// <summary>Returns the id.</summary>
    public sealed override string ToString() => Id;
}

/// <summary>Where a message stands.</summary>
public enum OutboxState
{
    /// <summary>To be delivered, now or at its next attempt.</summary>
    Waiting = 1,

    /// <summary>Set aside after too many failures: visible, not lost, in nobody's way.</summary>
    Parked = 2,
}

/// <summary>A message in the outbox.</summary>
/// <param name="Sequence">Its place: larger is newer. The version that receivers compare.</param>
/// <param name="Message">The message.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CreatedAt">When the change was completed.</param>
/// <param name="Attempts">How often delivering was begun.</param>
/// <param name="NextAttemptAt">Not before this instant.</param>
/// <param name="LastError">The type of the last failure; never its text.</param>
public sealed record OutboxEntry(long Sequence, OutgoingMessage Message, OutboxState State, DateTimeOffset CreatedAt, int Attempts, DateTimeOffset NextAttemptAt, string? LastError)
{
    /// <summary>Returns sequence and message.</summary>
    public override string ToString() => $"{Sequence} {Message}";
}

/// <summary>Messages to the client's page, written in the transaction that made the change and delivered at least once.</summary>
/// <remarks>Thread-safe; each member is one transaction. The store that completes and moves notices writes them: see <see cref="ContactTransitions.MessagesOf"/>.</remarks>
public interface IOutbox
{
    /// <summary>Takes messages that are due for a while: nobody else gets them until then. Of each order only the oldest one that is waiting.</summary>
    /// <param name="now">Now.</param>
    /// <param name="until">How long they are taken: a host that dies gives them back by this instant.</param>
    /// <param name="limit">How many at most, 1 to 1000.</param>
    /// <param name="token">Cancels.</param>
    /// <returns>The messages, oldest first, each with one more attempt.</returns>
    ValueTask<IReadOnlyList<OutboxEntry>> TakeAsync(DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken token);

    /// <summary>A message was delivered: it goes. Idempotent.</summary>
    /// <param name="sequence">The message.</param>
    /// <param name="token">Cancels.</param>
    ValueTask DeliveredAsync(long sequence, CancellationToken token);

    /// <summary>Delivering failed: the message waits, or is parked.</summary>
    /// <param name="sequence">The message.</param>
    /// <param name="nextAttemptAt">When to try again; <c>null</c> parks it.</param>
    /// <param name="reason">The type of the failure; never its text.</param>
    /// <param name="token">Cancels.</param>
    ValueTask FailedAsync(long sequence, DateTimeOffset? nextAttemptAt, string reason, CancellationToken token);

    /// <summary>Messages in the outbox, oldest first.</summary>
    /// <param name="state">Only these; <c>null</c> for all.</param>
    /// <param name="limit">How many at most, 1 to 1000.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<IReadOnlyList<OutboxEntry>> ListAsync(OutboxState? state, int limit, CancellationToken token);

    /// <summary>Gives a parked message another try, with its attempts counted anew. Idempotent.</summary>
    /// <param name="sequence">The message.</param>
    /// <param name="at">When to try.</param>
    /// <param name="token">Cancels.</param>
    /// <returns>Whether it was parked.</returns>
    ValueTask<bool> ReleaseAsync(long sequence, DateTimeOffset at, CancellationToken token);
}
