using CellsContact.Contacts;
using CellsContact.Intake;
using CellsContact.Ledgers;
using CellsContact.Reflectors;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace CellsContact.Desk;

/// <summary>What saving came to. Closed: every outcome is one of the nested types.</summary>
/// <remarks>After anything but <see cref="Saved"/> and <see cref="EarlierSaveFinished"/>, notice and ledger are as they were.</remarks>
public abstract record SaveResult
{
    private SaveResult()
    {
    }

    /// <summary>Saved: the ledger has the changes, the status has moved.</summary>
    /// <param name="Entry">The notice afterwards.</param>
    /// <param name="Receipt">The ledger's receipt; <c>null</c> when the ledger was not concerned.</param>
    /// <param name="Notes">Warnings, hints, values without a column.</param>
    public sealed record Saved(ContactEntry Entry, LedgerReceipt? Receipt, IReadOnlyList<ReflectionNote> Notes) : SaveResult
    {
        /// <summary>The attached files that were to go into the personal box, and what became of each.</summary>
        public IReadOnlyList<FileResult> Files { get; init; } = [];
    }

    /// <summary>An earlier save by the same operator had been interrupted and was finished now, as it was. This one was not saved: look at the notice again.</summary>
    /// <param name="Entry">The notice afterwards.</param>
    /// <param name="Attempt">The attempt that was finished.</param>
    public sealed record EarlierSaveFinished(ContactEntry Entry, SaveAttempt Attempt) : SaveResult;

    /// <summary>Values would be overwritten, or something else needs the operator's eyes. Nothing was saved.</summary>
    /// <param name="Notes">What to confirm.</param>
    public sealed record NeedsConfirmation(IReadOnlyList<ReflectionNote> Notes) : SaveResult;

    /// <summary>The ledger changed between computing and applying. Nothing was saved.</summary>
    /// <param name="Conflicts">The fields.</param>
    public sealed record Conflict(IReadOnlyList<LedgerConflict> Conflicts) : SaveResult;

    /// <summary>Another operator's save of this notice is not finished. Nothing was saved.</summary>
    /// <param name="OperatorId">Whose.</param>
    public sealed record InProgress(string OperatorId) : SaveResult;

    /// <summary>A rule refuses to reflect it as it is. Nothing was saved.</summary>
    /// <param name="Notes">Why, and what to do.</param>
    public sealed record Refused(IReadOnlyList<ReflectionNote> Notes) : SaveResult;

    /// <summary>With the edits the notice is not valid. Nothing was saved.</summary>
    /// <param name="Findings">What is wrong with it.</param>
    public sealed record Invalid(IReadOnlyList<ContactFinding> Findings) : SaveResult;

    /// <summary>The status does not allow the action, or something it needs is missing. Nothing was saved.</summary>
    /// <param name="Status">The present status.</param>
    /// <param name="Action">The action.</param>
    /// <param name="Text">Why, and what to do.</param>
    public sealed record NotAllowed(ContactStatus Status, ContactAction Action, BilingualText Text) : SaveResult;

    /// <summary>Since the preview, the notice or the ledger has changed. Nothing was saved: look at the new preview.</summary>
    /// <param name="Preview">The preview as it is now.</param>
    public sealed record Outdated(SavePreview Preview) : SaveResult;

    /// <summary>There is no such notice for this operator.</summary>
    public sealed record NotFound : SaveResult;
}
