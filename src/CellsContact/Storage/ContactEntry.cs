using CellsContact.Contacts;
using CellsContact.Statuses;

namespace CellsContact.Storage;

/// <summary>A stored notice with everything kept beside it.</summary>
/// <remarks>Immutable. The notice is as it was received; edits live in <see cref="Draft"/> and in the attempts.</remarks>
public sealed record ContactEntry
{
    /// <summary>The notice as received.</summary>
    public required ReceivedContact Received { get; init; }

    /// <summary>The status (処理区分).</summary>
    public required ContactStatus Status { get; init; }

    /// <summary>Whether a completed attempt is in the ledger and was not undone.</summary>
    public required bool IsReflected { get; init; }

    /// <summary>Grows with every change: the token of optimistic concurrency, from 1.</summary>
    public required long Version { get; init; }

    /// <summary>The edits kept by saving with 未 (下書き); empty when there are none.</summary>
    public IReadOnlyList<Edit> Draft { get; init; } = [];

    /// <summary>Every move, oldest first (履歴).</summary>
    public IReadOnlyList<ContactMove> History { get; init; } = [];

    /// <summary>Every attempt to save, oldest first.</summary>
    public IReadOnlyList<SaveAttempt> Attempts { get; init; } = [];

    /// <summary>The notice.</summary>
    public Contact Contact => Received.Contact;

    /// <summary>The key.</summary>
    public ContactKey Key => Contact.Key;

    /// <summary>The attempt that is open, or <c>null</c>.</summary>
    public SaveAttempt? OpenAttempt => Attempts.LastOrDefault(attempt => attempt.State == AttemptState.Open);

    /// <summary>Returns key and status.</summary>
    public override string ToString() => $"{Key} {Status}";
}

/// <summary>A notice in a list.</summary>
/// <param name="Sequence">The store's number for the order of receipt: larger is newer. A page's cursor.</param>
/// <param name="Received">The notice as received.</param>
/// <param name="Status">The status (処理区分).</param>
/// <param name="IsReflected">Whether it is in the ledger.</param>
/// <param name="HasOpenAttempt">Whether saving was begun and not finished.</param>
public sealed record ContactListItem(long Sequence, ReceivedContact Received, ContactStatus Status, bool IsReflected, bool HasOpenAttempt)
{
    /// <summary>The notice.</summary>
    public Contact Contact => Received.Contact;

    /// <summary>The key.</summary>
    public ContactKey Key => Contact.Key;

    /// <summary>Returns key and status.</summary>
    public override string ToString() => $"{Key} {Status}";
}
