using System.Diagnostics;
using CellsContact.Contacts;
using CellsContact.Diagnostics;
using CellsContact.Establishments;
using CellsContact.Intake;
using CellsContact.MyNumbers;
using CellsContact.Reflectors;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace CellsContact.Desk;

/// <summary>連絡管理: lists, opens, previews and saves notices.</summary>
/// <remarks>
/// Thread-safe. Infrastructure failures are <see cref="Ledgers.LedgerException"/> and <c>ContactStoreException</c>:
/// nothing has changed, or the attempt is open and saving again finishes it, exactly once.
/// </remarks>
public sealed class ContactDesk
{
    private const int Tries = 3;
    private readonly IContactStore _store;
    private readonly IEstablishmentDirectory _establishments;
    private readonly IOperatorPolicy _policy;
    private readonly ContactValidator _validator;
    private readonly StatusLabels _labels;
    private readonly ContactLists _lists;
    private readonly OfferedActions _offered;
    private readonly SavePlanner _planner;
    private readonly SaveRunner _runner;

    internal ContactDesk(IContactStore store, IEstablishmentDirectory establishments, IOperatorPolicy policy, ContactValidator validator, StatusLabels labels, ContactLists lists, OfferedActions offered, SavePlanner planner, SaveRunner runner) =>
        (_store, _establishments, _policy, _validator, _labels, _lists, _offered, _planner, _runner) = (store, establishments, policy, validator, labels, lists, offered, planner, runner);

    /// <summary>Lists notices by the day of receipt, newest first.</summary>
    /// <param name="query">What to show.</param>
    /// <param name="clerk">Who asks.</param>
    /// <param name="token">Cancels.</param>
    /// <exception cref="ContactQueryException">Both 表示日 and 事業所名 are すべて, or a condition is out of range.</exception>
    public Task<ContactPage> ListAsync(ContactQuery query, DeskOperator clerk, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(clerk);
        return _lists.ListAsync(query, clerk, token);
    }

    /// <summary>Opens a notice, or <c>null</c> when there is none for this operator.</summary>
    /// <param name="key">The key.</param>
    /// <param name="clerk">Who asks.</param>
    /// <param name="token">Cancels.</param>
    public async Task<ContactDetail?> OpenAsync(ContactKey key, DeskOperator clerk, CancellationToken token = default)
    {
        if (await FindAsync(key, clerk, token).ConfigureAwait(false) is not { } entry)
            return null;
        EffectiveContact effective = EffectiveContact.Of(entry.Contact, entry.Draft, _validator);
        return new()
        {
            Entry = entry,
            Establishment = await _establishments.FindAsync(key.Establishment, token).ConfigureAwait(false),
            Effective = effective.Contact ?? entry.Contact,
            Findings = effective.Findings,
            Label = _labels.For(entry.Contact.Kind, entry.Status),
            MyNumbers = [.. MyNumberPaths.Of(entry.Contact).Select(path => new MyNumberSlot(key, path))],
            Actions = _offered.For(entry),
        };
    }

    /// <summary>Shows what saving would do. Changes nothing.</summary>
    /// <param name="key">The key.</param>
    /// <param name="clerk">Who asks.</param>
    /// <param name="decision">What would be chosen.</param>
    /// <param name="token">Cancels.</param>
    public async Task<SavePreview> PreviewAsync(ContactKey key, DeskOperator clerk, ContactDecision decision, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (await FindAsync(key, clerk, token).ConfigureAwait(false) is not { } entry)
            return new() { Key = key, Decision = decision, Blocked = new SaveResult.NotFound() };
        if (entry.OpenAttempt is { } open)
            return ShowOpen(entry, open, clerk, decision);
        return Show(await _planner.PlanAsync(entry, clerk, decision, token).ConfigureAwait(false));
    }

    /// <summary>Saves what a preview showed, confirming what it showed.</summary>
    /// <param name="previewToken">The preview's token.</param>
    /// <param name="clerk">Who saves.</param>
    /// <param name="token">Cancels, up to the moment the ledger commits.</param>
    /// <exception cref="FormatException">The text is no token.</exception>
    public Task<SaveResult> SaveAsync(string previewToken, DeskOperator clerk, CancellationToken token = default)
    {
        PreviewToken seen = PreviewToken.Read(previewToken);
        return TracedAsync(seen.Key, clerk, seen.Decision, seen, token);
    }

    /// <summary>Saves without a preview; whatever would overwrite unseen is answered with <see cref="SaveResult.NeedsConfirmation"/>.</summary>
    /// <param name="key">The key.</param>
    /// <param name="clerk">Who saves.</param>
    /// <param name="decision">What is chosen.</param>
    /// <param name="token">Cancels, up to the moment the ledger commits.</param>
    public Task<SaveResult> SaveAsync(ContactKey key, DeskOperator clerk, ContactDecision decision, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return TracedAsync(key, clerk, decision, null, token);
    }

    /// <summary>Finishes an interrupted save, whoever began it, from its frozen change set. Changes nothing when none is open.</summary>
    /// <param name="key">The key.</param>
    /// <param name="clerk">Who asks.</param>
    /// <param name="token">Cancels, up to the moment the ledger commits.</param>
    public async Task<SaveResult> ResumeAsync(ContactKey key, DeskOperator clerk, CancellationToken token = default)
    {
        while (true)
        {
            if (await FindAsync(key, clerk, token).ConfigureAwait(false) is not { } entry)
                return new SaveResult.NotFound();
            if (entry.OpenAttempt is not { } open)
                return new SaveResult.Saved(entry, null, []);
            if (await _runner.ResumeAsync(open, NotesOf(open), token).ConfigureAwait(false) is { } result)
                return result;
        }
    }

    private async Task<SaveResult> TracedAsync(ContactKey key, DeskOperator clerk, ContactDecision decision, PreviewToken? seen, CancellationToken token)
    {
        using Activity? activity = CellsContactTelemetry.Activities.StartActivity("cellscontact.save");
        if (!MisplacedNumber.IsIn(key.Id.Value))
            activity?.SetTag("cellscontact.contact", key.ToString());
        SaveResult result = await SaveAsync(key, clerk, decision, seen, token).ConfigureAwait(false);
        string outcome = result.GetType().Name;
        activity?.SetTag("cellscontact.outcome", outcome);
        CellsContactTelemetry.Saves.Add(1, new("action", decision.Action.ToString()), new("outcome", outcome));
        return result;
    }

    private async Task<SaveResult> SaveAsync(ContactKey key, DeskOperator clerk, ContactDecision decision, PreviewToken? seen, CancellationToken token)
    {
        for (int attempt = 1; ; attempt++)
        {
            if (await FindAsync(key, clerk, token).ConfigureAwait(false) is not { } entry)
                return new SaveResult.NotFound();
            if (entry.OpenAttempt is { } open)
            {
                if (await ResumeOwnAsync(open, clerk, decision, token).ConfigureAwait(false) is { } resumed)
                    return resumed;
                continue;
            }

            SavePlan plan = await _planner.PlanAsync(entry, clerk, decision, token).ConfigureAwait(false);
            SaveResult? result = Objection(plan, seen);
            if (result is null)
                result = await _runner.SaveAsync(plan, clerk, token).ConfigureAwait(false);
            else if (attempt < Tries && await HasMovedAsync(entry, token).ConfigureAwait(false))
                continue;
            if (result is not null)
                return result;
            if (attempt >= Tries)
                return new SaveResult.Outdated(Show(plan));
        }
    }

    /// <summary>Why a plan is not saved, or <c>null</c>.</summary>
    private static SaveResult? Objection(SavePlan plan, PreviewToken? seen)
    {
        if (plan.Blocked is not null)
            return plan.Blocked;
        if (seen is not null)
            return seen.Version == plan.Entry.Version && seen.Fingerprint == plan.Fingerprint ? null : new SaveResult.Outdated(Show(plan));
        return plan.Unconfirmed is { Count: > 0 } unconfirmed ? new SaveResult.NeedsConfirmation(unconfirmed) : null;
    }

    /// <summary>Whether the notice was saved by somebody while a plan was computed: what the plan found may be that save's own work.</summary>
    private async Task<bool> HasMovedAsync(ContactEntry entry, CancellationToken token) =>
        (await _store.FindAsync(entry.Key, token).ConfigureAwait(false))?.Version != entry.Version;

    /// <summary>An open attempt is finished as it was frozen; only a retry that asks for the same may say that it was saved. <c>null</c> when it has ended meanwhile.</summary>
    private async Task<SaveResult?> ResumeOwnAsync(SaveAttempt open, DeskOperator clerk, ContactDecision decision, CancellationToken token)
    {
        if (open.Move.OperatorId != clerk.Id)
            return new SaveResult.InProgress(open.Move.OperatorId);
        SaveResult? result = await _runner.ResumeAsync(open, NotesOf(open), token).ConfigureAwait(false);
        return result is SaveResult.Saved saved && open.DecisionHash != PreviewToken.HashOf(decision)
            ? new SaveResult.EarlierSaveFinished(saved.Entry, open)
            : result;
    }

    private async Task<ContactEntry?> FindAsync(ContactKey key, DeskOperator clerk, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(clerk);
        ArgumentException.ThrowIfNullOrWhiteSpace(clerk.Id);
        if (key.IsUnset)
            throw new ArgumentException("The key is unset.", nameof(key));
        return await _policy.MaySeeAsync(clerk, key.Establishment, token).ConfigureAwait(false)
            ? await _store.FindAsync(key, token).ConfigureAwait(false)
            : null;
    }

    private static SavePreview Show(SavePlan plan) => new()
    {
        Key = plan.Entry.Key,
        Decision = plan.Decision,
        StatusAfter = plan.Blocked is null ? plan.Move.To : null,
        Changes = plan.Changes,
        Notes = plan.Notes,
        Findings = plan.Findings,
        Blocked = plan.Blocked,
        Token = plan.Blocked is null ? new PreviewToken(plan.Entry.Key, plan.Decision, plan.Entry.Version, plan.Fingerprint).Write() : "",
    };

    /// <summary>What saving does while an attempt is open: it finishes that attempt, whatever was decided since.</summary>
    private static SavePreview ShowOpen(ContactEntry entry, SaveAttempt open, DeskOperator clerk, ContactDecision decision)
    {
        SavePreview preview = new() { Key = entry.Key, Decision = decision };
        if (open.Move.OperatorId != clerk.Id)
            return preview with { Blocked = new SaveResult.InProgress(open.Move.OperatorId) };
        ReflectionNote pending = new(NoteLevel.Warning, "save.pending", new(
            "前回の保存が途中です。保存すると、前回の内容のまま完了します。",
            "An earlier save was interrupted: saving finishes that one, as it was."));
        return preview with
        {
            StatusAfter = open.Move.To,
            Changes = open.ChangeSet.Changes,
            Notes = [pending, .. NotesOf(open)],
            Token = new PreviewToken(entry.Key, decision, entry.Version, "").Write(),
        };
    }

    private static IReadOnlyList<ReflectionNote> NotesOf(SaveAttempt attempt) =>
        [.. attempt.WithoutColumn.Select(ReflectionNote.NoColumn)];
}
