using CellsContact.Contacts;

namespace CellsContact.MyNumbers;

/// <summary>Where the access log (マイナンバーのアクセスログ) lives: one append-only chain of records per establishment.</summary>
/// <remarks>
/// Thread-safe; each member is one transaction. A log only keeps records: what they say and how they are sealed is
/// <see cref="MyNumberAccessBook"/>, for every log. There is no way to change or remove a record. Failures are
/// <see cref="MyNumberVaultException"/>, or <c>ContactStoreException</c> where the log lives in the store's database;
/// nothing was written then. What is promised here is checked case by case by <c>MyNumberAccessLogPromises.All</c> of the
/// package CellsContact.Promises.
/// </remarks>
public interface IMyNumberAccessLog
{
    /// <summary>Appends what is made of the chain's last record, unless the event is recorded already. Two at once come one after the other.</summary>
    /// <param name="establishment">The chain.</param>
    /// <param name="eventId">The event, unique in the chain.</param>
    /// <param name="seal">Makes the record from the last one, or from <c>null</c> where the chain is empty. Pure; may be called again.</param>
    /// <param name="token">Cancels.</param>
    /// <returns>The record of the event.</returns>
    ValueTask<MyNumberAccessRecord> AppendAsync(EstablishmentId establishment, string eventId, Func<MyNumberAccessRecord?, MyNumberAccessRecord> seal, CancellationToken token);

    /// <summary>A chain's records as they are kept, in the order of their numbers, in bounded memory.</summary>
    /// <remarks>A row that somebody altered so far that it cannot be read comes back with its number and an empty <see cref="MyNumberAccessRecord.Seal"/>.</remarks>
    /// <param name="establishment">The chain.</param>
    /// <param name="token">Cancels.</param>
    IAsyncEnumerable<MyNumberAccessRecord> ReadAsync(EstablishmentId establishment, CancellationToken token);

    /// <summary>Records that meet every given condition, over all chains in the order they were appended, newest first.</summary>
    /// <param name="query">The conditions.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<IReadOnlyList<MyNumberAccessRecord>> ListAsync(MyNumberAccessQuery query, CancellationToken token);

    /// <summary>The establishments that have a chain.</summary>
    /// <param name="token">Cancels.</param>
    ValueTask<IReadOnlyList<EstablishmentId>> ListEstablishmentsAsync(CancellationToken token);
}

/// <summary>Conditions on access records; what is not given does not matter.</summary>
public sealed record MyNumberAccessQuery
{
    /// <summary>Only this establishment's chain.</summary>
    public EstablishmentId? Establishment { get; init; }

    /// <summary>Only what this actor did.</summary>
    public string? ActorId { get; init; }

    /// <summary>Only this kind.</summary>
    public MyNumberAccessKind? Kind { get; init; }

    /// <summary>Only these results; <c>null</c> for all.</summary>
    public IReadOnlyList<MyNumberAccessResult>? Results { get; init; }

    /// <summary>Only since this instant.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How many at most, 1 to 1000.</summary>
    /// <value>100.</value>
    /// <exception cref="ArgumentOutOfRangeException">Set to something else.</exception>
    public int Limit
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Limit));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1000, nameof(Limit));
            field = value;
        }
    } = 100;
}
