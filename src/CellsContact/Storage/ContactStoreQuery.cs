using CellsContact.Contacts;
using CellsContact.Statuses;

namespace CellsContact.Storage;

/// <summary>Conditions on stored notices; what is not given does not matter.</summary>
public sealed record ContactStoreQuery
{
    /// <summary>Only these establishments; <c>null</c> for all. An empty list finds nothing.</summary>
    public IReadOnlyList<EstablishmentId>? Establishments { get; init; }

    /// <summary>Received at this instant or later.</summary>
    public DateTimeOffset? ReceivedFrom { get; init; }

    /// <summary>Received before this instant.</summary>
    public DateTimeOffset? ReceivedBefore { get; init; }

    /// <summary>Only this kind.</summary>
    public ContactKind? Kind { get; init; }

    /// <summary>Only this status.</summary>
    public ContactStatus? Status { get; init; }

    /// <summary>Only notices that have at least one of these search keys (<see cref="ContactSearchKeys"/>); an empty list finds nothing.</summary>
    public IReadOnlyList<string>? AnyKey { get; init; }

    /// <summary>Only notices with an open attempt.</summary>
    public bool OnlyOpenAttempts { get; init; }

    /// <summary>Only notices with a smaller <see cref="ContactListItem.Sequence"/>: the next page.</summary>
    public long? BeforeSequence { get; init; }

    /// <summary>Only notices with a larger <see cref="ContactListItem.Sequence"/>: the next page, oldest first.</summary>
    public long? AfterSequence { get; init; }

    /// <summary>Oldest receipt first, instead of newest first.</summary>
    public bool OldestFirst { get; init; }

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
