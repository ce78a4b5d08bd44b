using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>Finds the person a notice is about, and says what the operator should know about the timing.</summary>
internal static class PersonResolver
{
    /// <summary>The person, or <c>null</c> after a refusal.</summary>
    internal static LedgerPerson? Resolve(ReflectionBuilder reflection, Contact contact, PersonReference reference)
    {
        LedgerPerson[] candidates = reference switch
        {
            { EmployeeNumber: { IsUnset: false } number } => ByNumber(reflection.Snapshot.People, number),
            { Name: { } name, BirthDate: { } birthDate } => ByName(reflection.Snapshot.People, name, birthDate),
            _ => [],
        };
        if (candidates.Length > 1)
        {
            string numbers = string.Join("、", candidates.Select(person => person.Number));
            reflection.Refuse(NoteCodes.PersonAmbiguous, $"対象者を一人に絞れません（社員番号 {numbers}）。person.employeeNumber で社員番号を指定してください。", $"Several people are meant ({numbers}). State the number in person.employeeNumber.");
            return null;
        }

        if (candidates.Length == 0)
        {
            NobodyFound(reflection, reference);
            return null;
        }

        reflection.Person = LedgerPersonKey.Of(candidates[0].Number);
        NoteMismatch(reflection, reference, candidates[0]);
        NoteTiming(reflection, contact, candidates[0]);
        return candidates[0];
    }

    /// <summary>A notice that takes effect in the future is reflected, with a warning.</summary>
    internal static void NoteFuture(ReflectionBuilder reflection, Contact contact)
    {
        if (contact.EffectiveOn > reflection.Options.Today)
        {
            string normal = contact is SeparationContact ? "（退社の事前連絡は通常のことです）" : "";
            reflection.Warn(NoteCodes.FutureDate, $"効力日が将来の日付です{normal}。", "The notice takes effect in the future.");
        }
    }

    private static LedgerPerson[] ByNumber(IReadOnlyList<LedgerPerson> people, EmployeeNumber number)
    {
        LedgerPerson[] exactly = [.. people.Where(person => person.Number == number)];
        return exactly.Length > 0 ? exactly : [.. people.Where(person => LedgerMatching.SameNumber(person.Number.Value, number.Value))];
    }

    private static LedgerPerson[] ByName(IReadOnlyList<LedgerPerson> people, PersonName name, DateOnly birthDate)
    {
        LedgerPerson[] namesakes = [.. people.Where(person => PersonMatching.IsNamesake(person, name, birthDate))];
        LedgerPerson[] active = [.. namesakes.Where(person => !PersonMatching.HasLeft(person))];
        if (active.Length > 0 || namesakes.Length == 0)
            return active;

        // Everybody has left: the latest employment is meant.
        DateOnly? last = namesakes.Max(person => person.Row[PersonFields.LeftOn].AsDate());
        return [.. namesakes.Where(person => person.Row[PersonFields.LeftOn].AsDate() == last)];
    }

    private static void NobodyFound(ReflectionBuilder reflection, PersonReference reference)
    {
        if (reflection.Options.OpenContacts.FirstOrDefault(open => open.Contact is HireContact hire && PersonMatching.Brings(hire, reference)) is { } hired)
        {
            reflection.Note(new(NoteLevel.Refusal, NoteCodes.PersonHireOpen, new($"対象者の入社連絡 {hired.Key.Id} が未処理です。先に反映してください。", $"The person's hire notice {hired.Key.Id} is unprocessed. Reflect it first."))
            {
                Contact = hired.Key,
            });
            return;
        }

        string asked = reference.EmployeeNumber is { IsUnset: false } number ? $"社員番号 {number} の" : "";
        reflection.Refuse(NoteCodes.PersonNotFound, $"{asked}対象者が台帳に見つかりません。person.employeeNumber で社員番号を指定してください。", $"Nobody in the ledger is meant{(asked.Length > 0 ? $" by number {reference.EmployeeNumber}" : "")}. State the number in person.employeeNumber.");
    }

    private static void NoteMismatch(ReflectionBuilder reflection, PersonReference reference, LedgerPerson person)
    {
        bool name = reference.Name is { } told && !LedgerMatching.SameName(told, person.Row[PersonFields.Name].Text, person.Row[PersonFields.NameKana].Text);
        bool born = reference.BirthDate is { } birthDate && person.Row[PersonFields.BirthDate].AsDate() != birthDate;
        if (name || born)
            reflection.Confirm(NoteCodes.PersonMismatch, $"連絡の氏名または生年月日が社員番号 {person.Number} の台帳と異なります。対象者を確認してください。", $"The notice's name or birth date is not that of number {person.Number}. Confirm the person.");
    }

    private static void NoteTiming(ReflectionBuilder reflection, Contact contact, LedgerPerson person)
    {
        if (contact.EffectiveOn > person.Row[PersonFields.LeftOn].AsDate())
            reflection.Confirm(NoteCodes.PersonLeft, $"社員番号 {person.Number} は効力日より前に退社しています。反映してよいか確認してください。", $"Number {person.Number} had left before the notice takes effect. Confirm that it is reflected.");
        NoteFuture(reflection, contact);
        foreach (OpenContact earlier in PersonMatching.Others(reflection.Options, contact).Where(open =>
            open.EffectiveOn < contact.EffectiveOn && PersonMatching.IsAbout(open.Contact, person)))
        {
            reflection.Note(new(NoteLevel.Warning, NoteCodes.EarlierOpen, new($"効力日がより早い未処理の連絡 {earlier.Key.Id} があります。", $"The unprocessed notice {earlier.Key.Id} takes effect earlier."))
            {
                Contact = earlier.Key,
            });
        }
    }
}
