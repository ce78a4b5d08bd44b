using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>同一人物の可能性: before somebody is added, the same name and birth date is looked for.</summary>
internal static class SamePersonCheck
{
    internal static void Note(ReflectionBuilder reflection, HireContact hire)
    {
        foreach (LedgerPerson namesake in reflection.Snapshot.People.Where(person => PersonMatching.IsNamesake(person, hire.Person.Name, hire.Person.BirthDate)))
        {
            if (!PersonMatching.HasLeft(namesake))
                reflection.Confirm(NoteCodes.SamePerson, $"同一人物の可能性: 社員番号 {namesake.Number} と氏名・生年月日が同じです。", $"Possibly the same person: number {namesake.Number} has the same name and birth date.");
            else if (!IsRehireOf(hire, namesake))
                reflection.Hint(NoteCodes.FormerEmployee, $"退社した社員番号 {namesake.Number} と氏名・生年月日が同じです。再入社として新しい行を追加します。", $"Number {namesake.Number}, who left, has the same name and birth date. A rehire is a new row.");
        }

        foreach (OpenContact other in PersonMatching.Others(reflection.Options, hire).Where(open =>
            open.Contact is HireContact { Person: var person } && PersonMatching.SameHuman(hire.Person.Name, hire.Person.BirthDate, person.Name, person.BirthDate)))
        {
            reflection.Note(new(NoteLevel.NeedsConfirmation, NoteCodes.SamePerson, new($"同一人物の可能性: 未処理の入社連絡 {other.Key.Id} と氏名・生年月日が同じです。", $"Possibly the same person: the unprocessed hire notice {other.Key.Id} has the same name and birth date."))
            {
                Contact = other.Key,
            });
        }
    }

    private static bool IsRehireOf(HireContact hire, LedgerPerson namesake) =>
        hire.Person.RehireOf is { IsUnset: false } former && LedgerMatching.SameNumber(former.Value, namesake.Number.Value);
}
