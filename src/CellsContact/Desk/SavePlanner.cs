using CellsContact.Contacts;
using CellsContact.Establishments;
using CellsContact.Intake;
using CellsContact.Ledgers;
using CellsContact.Reflectors;
using CellsContact.Statuses;
using CellsContact.Storage;
using Microsoft.Extensions.Options;

namespace CellsContact.Desk;

/// <summary>Computes what saving would do: the one piece of code behind both preview and saving.</summary>
internal sealed class SavePlanner(
    IContactStore store,
    ILedger ledger,
    ContactReflectors reflectors,
    NumberPlanner numbers,
    OfferedActions offered,
    ContactValidator validator,
    IEstablishmentDirectory establishments,
    ContactChain chain,
    OfficeClock clock,
    IOptions<DeskOptions> options)
{
    internal async Task<SavePlan> PlanAsync(ContactEntry entry, DeskOperator clerk, ContactDecision decision, CancellationToken token)
    {
        SavePlan plan = new(entry, decision, MoveOf(entry, clerk, decision));
        if (offered.Refuse(entry, decision) is { } notAllowed)
            return plan with { Blocked = notAllowed };
        plan = plan with { Findings = DecisionRules.Find(decision, validator) };
        if (plan.Findings.Any(finding => finding.Severity == FindingSeverity.Error))
            return plan with { Blocked = new SaveResult.Invalid(plan.Findings) };
        if (decision.Action == ContactAction.Undo)
            return await UndoAsync(plan, clerk, token).ConfigureAwait(false);

        IReadOnlyList<Edit> edits = decision.Action == ContactAction.SaveDraft ? decision.Edits : [.. entry.Draft, .. decision.Edits];
        EffectiveContact effective = EffectiveContact.Of(entry.Contact, edits, validator);
        plan = plan with { Edits = edits, Findings = [.. plan.Findings, .. effective.Findings] };
        if (decision.Action is not (ContactAction.Reflect or ContactAction.Confirm or ContactAction.SaveDraft))
            return plan;
        if (effective.Contact is not { } contact)
            return plan with { Blocked = new SaveResult.Invalid(effective.Findings) };
        if (decision.Action == ContactAction.SaveDraft)
            return plan;

        Reflection reflection = await ReflectAsync(entry, contact, clerk, decision, token).ConfigureAwait(false);
        NumberPlan planned = await numbers.PlanAsync(entry.Key, reflection.IsRefused ? [] : reflection.MyNumbers, token).ConfigureAwait(false);
        plan = plan with { Notes = [.. reflection.Notes, .. planned.Notes] };
        return reflection.IsRefused || planned.IsRefused
            ? plan with { Blocked = new SaveResult.Refused(plan.Notes) }
            : plan with { Changes = reflection.Changes, Numbers = planned.Effects, Person = reflection.Person };
    }

    /// <summary>The person of the ledger that a notice is about as it stands; <c>null</c> where there is none yet, or several may be meant.</summary>
    internal async Task<EmployeeNumber?> PersonOfAsync(ContactEntry entry, DeskOperator clerk, CancellationToken token)
    {
        if (entry.Contact is HireContact || EffectiveContact.Of(entry.Contact, entry.Draft, validator).Contact is not { } effective)
            return null;
        LedgerSnapshot snapshot = await ReadAsync(entry.Key.Establishment, effective, token).ConfigureAwait(false);
        return reflectors.Reflect(effective, snapshot, await OptionsAsync(entry, effective, snapshot, clerk, ContactDecision.Reflect, token).ConfigureAwait(false)).Person?.Number;
    }

    private async Task<SavePlan> UndoAsync(SavePlan plan, DeskOperator clerk, CancellationToken token)
    {
        SaveAttempt applied = plan.Entry.Attempts.Last(attempt => attempt is { State: AttemptState.Completed, ChangeSet.Id.Purpose: ChangeSetPurpose.Apply });
        (IReadOnlyList<LedgerChange> changes, IReadOnlyList<MyNumberEffect> effects) = UndoPlan.Of(applied, applied.Receipt!, clerk.DisplayName, clock.Now);
        IReadOnlyList<ReflectionNote> objections = await numbers.ObjectToUndoAsync(plan.Entry.Key, changes, token).ConfigureAwait(false);
        if (objections.Count > 0)
            return plan with { Notes = objections, Blocked = new SaveResult.Refused(objections) };
        LedgerPersonKey? person = applied.Person is { } key ? applied.Receipt!.Numbered(key) : null;
        return plan with { Changes = changes, Numbers = effects, Person = person, Publish = applied.Publish };
    }

    private async Task<Reflection> ReflectAsync(ContactEntry entry, Contact effective, DeskOperator clerk, ContactDecision decision, CancellationToken token)
    {
        List<ReflectionNote> around = [.. await chain.NotesAsync(entry, token).ConfigureAwait(false)];
        if (decision.Publish)
            around.AddRange(await PublicationNotesAsync(entry.Key.Establishment, token).ConfigureAwait(false));

        if (around.Any(note => note.Level == NoteLevel.Refusal))
            return new([], around);

        LedgerSnapshot snapshot = await ReadAsync(entry.Key.Establishment, effective, token).ConfigureAwait(false);
        ReflectOptions chosen = await OptionsAsync(entry, effective, snapshot, clerk, decision, token).ConfigureAwait(false);
        Reflection reflection = reflectors.Reflect(effective, snapshot, chosen);
        return reflection with { Notes = [.. around, .. reflection.Notes] };
    }

    private async Task<ReflectOptions> OptionsAsync(ContactEntry entry, Contact effective, LedgerSnapshot snapshot, DeskOperator clerk, ContactDecision decision, CancellationToken token) =>
        new()
        {
            Publish = decision.Publish,
            ReflectLossDates = decision.ReflectLossDates,
            ReflectAcquisitionDates = decision.ReflectAcquisitionDates,
            RequireEmployeeNumber = options.Value.RequireEmployeeNumber,
            Today = clock.Today,
            Now = clock.Now,
            OperatorName = clerk.DisplayName,
            HandlingDepartment = options.Value.HandlingDepartment,
            HandlingResponsible = options.Value.HandlingResponsible,
            OpenContacts = await OpenContactsAsync(entry, effective, snapshot, token).ConfigureAwait(false),
        };

    private async Task<LedgerSnapshot> ReadAsync(EstablishmentId establishment, Contact effective, CancellationToken token)
    {
        IReadOnlyList<PersonQuery> queries = PersonQueries.For(effective);
        LedgerSnapshot found = await ledger.ReadAsync(establishment, queries, token).ConfigureAwait(false);
        return PersonQueries.Further(effective, found) is { Count: > 0 } further
            ? await ledger.ReadAsync(establishment, [.. queries, .. further], token).ConfigureAwait(false)
            : found;
    }

    /// <summary>The other unprocessed notices about the person: by the notice's own keys and by those of the people the ledger found.</summary>
    private async Task<IReadOnlyList<OpenContact>> OpenContactsAsync(ContactEntry entry, Contact effective, LedgerSnapshot snapshot, CancellationToken token)
    {
        HashSet<string> keys = [.. ContactSearchKeys.Of(effective).Where(key => !key.StartsWith("r:", StringComparison.Ordinal))];
        foreach (LedgerPerson person in snapshot.People)
        {
            keys.Add(ContactSearchKeys.Number(person.Number));
            if (person.Row[PersonFields.BirthDate].AsDate() is { } born)
                keys.UnionWith(ContactSearchKeys.Person(person.Row[PersonFields.Name].Text, person.Row[PersonFields.NameKana].Text, born));
        }

        IReadOnlyList<ContactListItem> others = await store.ListAsync(
            new() { Establishments = [entry.Key.Establishment], Status = ContactStatus.Unprocessed, AnyKey = [.. keys], Limit = 1000 },
            token).ConfigureAwait(false);
        return [.. others.Where(other => other.Key != entry.Key).Select(other => new OpenContact(other.Key, other.Contact.Kind, other.Contact.EffectiveOn, other.Contact))];
    }

    private async Task<IReadOnlyList<ReflectionNote>> PublicationNotesAsync(EstablishmentId id, CancellationToken token) =>
        await establishments.FindAsync(id, token).ConfigureAwait(false) switch
        {
            null => [new(NoteLevel.Refusal, "publication.establishment", new(
                $"事業所ID {id} が設定されていないため、マイページに公開できません。事業所IDを設定するか「事業所マイページに公開」を外してください。",
                $"Establishment {id} is not set up, so nothing can be published: set it up, or do not publish."))],
            { PublicationEnabled: false } => [new(NoteLevel.Refusal, "publication.disabled", new(
                $"事業所 {id} は事業所マイページへの公開設定がされていません。公開設定をするか「事業所マイページに公開」を外してください。",
                $"Establishment {id} has no client page set up: enable publication, or do not publish."))],
            _ => [],
        };

    private ContactMove MoveOf(ContactEntry entry, DeskOperator clerk, ContactDecision decision) => new()
    {
        Action = decision.Action,
        From = entry.Status,
        To = StatusTable.Next(entry.Status, entry.IsReflected, decision.Action) ?? entry.Status,
        OperatorId = clerk.Id,
        At = clock.Now,
        Memo = Trimmed(decision.Memo),
        MessageToClient = Trimmed(decision.MessageToClient),
        ProcedureDate = decision.ProcedureDate,
        ProcedureNumber = Trimmed(decision.ProcedureNumber),
    };

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
