namespace CellsContact.Storage;

/// <summary>What a write to the store came to. Closed: done, in progress, stale, or not found.</summary>
public abstract record StoreOutcome
{
    private StoreOutcome()
    {
    }

    /// <summary>Written; the notice afterwards.</summary>
    public sealed record Done(ContactEntry Entry) : StoreOutcome;

    /// <summary>Not written: an attempt is open.</summary>
    public sealed record InProgress(SaveAttempt Attempt) : StoreOutcome;

    /// <summary>Not written: the notice has changed since.</summary>
    public sealed record Stale(ContactEntry Entry) : StoreOutcome;

    /// <summary>Not written: there is no such notice.</summary>
    public sealed record NotFound : StoreOutcome;
}
