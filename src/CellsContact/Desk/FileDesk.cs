using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Establishments;
using CellsContact.Storage;

namespace CellsContact.Desk;

/// <summary>ファイル管理: the files attached to all notices; opens one, or puts it into the personal box without reflecting.</summary>
/// <remarks>Thread-safe. What an operator may not see does not exist for them.</remarks>
public sealed class FileDesk
{
    private readonly IContactStore _store;
    private readonly IEstablishmentDirectory _establishments;
    private readonly IOperatorPolicy _policy;
    private readonly IAttachmentStore _attachments;
    private readonly SavePlanner _planner;
    private readonly BoxFiling _filing;

    internal FileDesk(IContactStore store, IEstablishmentDirectory establishments, IOperatorPolicy policy, IAttachmentStore attachments, SavePlanner planner, BoxFiling filing) =>
        (_store, _establishments, _policy, _attachments, _planner, _filing) = (store, establishments, policy, attachments, planner, filing);

    /// <summary>Attached files across notices, newest first; those whose content has expired are told as such.</summary>
    /// <param name="query">What to show; its establishments are narrowed to those the operator may see.</param>
    /// <param name="clerk">Who asks.</param>
    /// <param name="token">Cancels.</param>
    public async Task<IReadOnlyList<StoredAttachment>> ListAsync(AttachmentQuery query, DeskOperator clerk, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(clerk);
        List<EstablishmentId> visible = [];
        foreach (Establishment establishment in await _establishments.ListAsync(token).ConfigureAwait(false))
        {
            if ((query.Establishments is null || query.Establishments.Contains(establishment.Id))
                && await _policy.MaySeeAsync(clerk, establishment.Id, token).ConfigureAwait(false))
            {
                visible.Add(establishment.Id);
            }
        }

        return await _attachments.ListAsync(query with { Establishments = visible }, token).ConfigureAwait(false);
    }

    /// <summary>Damaged records of attached files (破損), which no list shows: their notice cannot be told any more. A thousand at most.</summary>
    /// <param name="clerk">Who asks.</param>
    /// <param name="token">Cancels.</param>
    /// <returns>Where they are; nothing where the store of attached files cannot tell.</returns>
    public async Task<IReadOnlyList<DamagedAttachment>> ListDamagedAsync(DeskOperator clerk, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(clerk);
        return _attachments is IAttachmentMaintenance maintenance ? await maintenance.ListDamagedAsync(1000, token).ConfigureAwait(false) : [];
    }

    /// <summary>Opens a file: its content is checked against its hash.</summary>
    /// <param name="key">Which file.</param>
    /// <param name="clerk">Who asks.</param>
    /// <param name="token">Cancels.</param>
    public async Task<AttachmentContent> OpenAsync(AttachmentKey key, DeskOperator clerk, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(clerk);
        return await _policy.MaySeeAsync(clerk, key.Contact.Establishment, token).ConfigureAwait(false)
            ? await _attachments.OpenAsync(key, token).ConfigureAwait(false)
            : new AttachmentContent.NotFound();
    }

    /// <summary>Puts a file into the box of the person its notice is about, without reflecting. Idempotent.</summary>
    /// <param name="key">Which file.</param>
    /// <param name="clerk">Who stores it.</param>
    /// <param name="token">Cancels.</param>
    public async Task<FilingResult> StoreAsync(AttachmentKey key, DeskOperator clerk, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(clerk);
        if (!await _policy.MaySeeAsync(clerk, key.Contact.Establishment, token).ConfigureAwait(false)
            || await _store.FindAsync(key.Contact, token).ConfigureAwait(false) is not { } entry
            || entry.Contact.Attachments.All(attachment => attachment.Id != key.Id))
        {
            return new FilingResult.NotFound();
        }

        if (await PersonOfAsync(entry, clerk, token).ConfigureAwait(false) is not { } person)
        {
            return new FilingResult.NoPerson(new(
                "対象者が台帳にまだいないため、個人ボックスに保管できません。連絡を台帳に反映するか、社員番号を確認してください。",
                "The person is not in the ledger yet, so there is no box: reflect the notice, or check the employee number."));
        }

        string name = await _filing.NameAsync(key.Contact.Establishment, person, token).ConfigureAwait(false);
        return new FilingResult.Done(await _filing.StoreAsync(key, entry.Contact.Kind, person, name, clerk.Id, token).ConfigureAwait(false), person);
    }

    private async Task<EmployeeNumber?> PersonOfAsync(ContactEntry entry, DeskOperator clerk, CancellationToken token) =>
        entry is { IsReflected: true } && entry.Attempts.LastOrDefault(attempt => attempt is { State: AttemptState.Completed, Person: not null }) is { Person: { } saved } attempt
            ? attempt.Receipt!.NumberOf(saved)
            : await _planner.PersonOfAsync(entry, clerk, token).ConfigureAwait(false);
}

/// <summary>What putting a file into the box came to. Closed: every outcome is one of the nested types.</summary>
public abstract record FilingResult
{
    private FilingResult()
    {
    }

    /// <summary>It was tried.</summary>
    /// <param name="Outcome">What became of it.</param>
    /// <param name="Number">Whose box.</param>
    public sealed record Done(FileOutcome Outcome, EmployeeNumber Number) : FilingResult;

    /// <summary>The person is not in the ledger yet.</summary>
    /// <param name="Text">Why, and what to do.</param>
    public sealed record NoPerson(BilingualText Text) : FilingResult;

    /// <summary>There is no such file for this operator.</summary>
    public sealed record NotFound : FilingResult;
}
