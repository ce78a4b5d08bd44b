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
    ContactValidator validator,
    IEstablishmentDirectory establishments,
    ContactChain chain,
    OfficeClock clock,
    IOptions<DeskOptions> options)
{
    internal async Task<SavePlan> PlanAsync(ContactEntry entry, DeskOperator clerk, ContactDecision decision, CancellationToken token)
    {
        SavePlan plan = new(entry, decision, MoveOf(entry, clerk, decision));
        if (Refusal(entry, decision) is { } notAllowed)
            return plan with { Blocked = notAllowed };

        IReadOnlyList<Edit> edits = decision.Action == ContactAction.SaveDraft ? decision.Edits : [.. entry.Draft, .. decision.Edits];
        EffectiveContact effective = EffectiveContact.Of(entry.Contact, edits, validator);
        plan = plan with { Edits = edits, Findings = effective.Findings };
        if (decision.Action is not (ContactAction.Reflect or ContactAction.SaveDraft))
            return plan;
        if (effective.Contact is not { } contact)
            return plan with { Blocked = new SaveResult.Invalid(effective.Findings) };
        if (decision.Action == ContactAction.SaveDraft)
            return plan;

        Reflection reflection = await ReflectAsync(entry, contact, clerk, decision, token).ConfigureAwait(false);
        plan = plan with { Changes = reflection.IsRefused ? [] : reflection.Changes, Notes = reflection.Notes };
        return reflection.IsRefused ? plan with { Blocked = new SaveResult.Refused(reflection.Notes) } : plan;
    }

    private async Task<Reflection> ReflectAsync(ContactEntry entry, Contact effective, DeskOperator clerk, ContactDecision decision, CancellationToken token)
    {
        List<ReflectionNote> around = [.. await chain.NotesAsync(entry, token).ConfigureAwait(false)];
        if (decision.Publish)
            around.AddRange(await PublicationNotesAsync(entry.Key.Establishment, token).ConfigureAwait(false));

        if (around.Any(note => note.Level == NoteLevel.Refusal))
            return new([], around);

        LedgerSnapshot snapshot = await ReadAsync(entry.Key.Establishment, effective, token).ConfigureAwait(false);
        Reflection reflection = reflectors.Reflect(effective, snapshot, new()
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
        });
        return reflection with { Notes = [.. around, .. reflection.Notes] };
    }

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

    private static SaveResult.NotAllowed? Refusal(ContactEntry entry, ContactDecision decision)
    {
        if (!IsOffered(entry.Contact.Kind, decision.Action))
        {
            return NotAllowed(entry.Contact.Kind == ContactKind.MyNumberUpdate
                ? new("マイナンバー更新連絡は「台帳に反映」などではなく「確認済み」で登録します。", "A My Number notice is confirmed, and nothing else.")
                : new("この操作は保存では選べません。", "Saving does not offer this."));
        }

        if (StatusTable.Next(entry.Status, entry.IsReflected, decision.Action) is null)
        {
            return NotAllowed(new(
                "現在の処理区分ではこの操作はできません。連絡を開き直して処理区分を確認してください。",
                "The present status does not allow this: open the notice again and look at its status."));
        }

        return decision.Action == ContactAction.Decline && string.IsNullOrWhiteSpace(decision.MessageToClient)
            ? NotAllowed(new("登録不可にするときは、顧問先へのメッセージを入力してください。", "Declining needs a message to the client."))
            : null;

        SaveResult.NotAllowed NotAllowed(BilingualText text) => new(entry.Status, decision.Action, text);
    }

    /// <summary>What saving offers: マイナンバー更新連絡 are confirmed only, and a reflection is not taken back by saving.</summary>
    internal static bool IsOffered(ContactKind kind, ContactAction action) =>
        kind != ContactKind.MyNumberUpdate && action is not (ContactAction.Undo or ContactAction.Confirm);

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
