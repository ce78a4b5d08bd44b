namespace CellsContact.Statuses;

/// <summary>The status table (処理区分の遷移): pure, no callbacks.</summary>
public static class StatusTable
{
    /// <summary>The status an action leads to, or <c>null</c> where the action is not allowed.</summary>
    /// <param name="status">The present status.</param>
    /// <param name="isReflected">Whether a completed attempt is in the ledger and was not undone.</param>
    /// <param name="action">The action.</param>
    public static ContactStatus? Next(ContactStatus status, bool isReflected, ContactAction action) => (status, isReflected, action) switch
    {
        (ContactStatus.Unprocessed, false, ContactAction.SaveDraft) => ContactStatus.Unprocessed,
        (ContactStatus.Unprocessed or ContactStatus.Declined, false, ContactAction.Reflect or ContactAction.Confirm) => ContactStatus.Registered,
        (ContactStatus.Unprocessed, false, ContactAction.Decline) => ContactStatus.Declined,
        (ContactStatus.Unprocessed, false, ContactAction.Complete) => ContactStatus.Completed,
        (ContactStatus.Registered, true, ContactAction.Complete) => ContactStatus.Completed,
        (ContactStatus.Registered, true, ContactAction.Undo) => ContactStatus.Unprocessed,
        (ContactStatus.Declined, false, ContactAction.Reopen) => ContactStatus.Unprocessed,
        (ContactStatus.Completed, true, ContactAction.Reopen) => ContactStatus.Registered,
        (ContactStatus.Completed, false, ContactAction.Reopen) => ContactStatus.Unprocessed,
        _ => null,
    };
}
