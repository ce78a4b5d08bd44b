using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>When an open notice is about a person of the ledger, or about who another notice names.</summary>
internal static class PersonMatching
{
    /// <summary>The other open notices, without those this one corrects or withdraws.</summary>
    internal static IEnumerable<OpenContact> Others(ReflectOptions options, Contact contact) => options.OpenContacts.Where(open =>
        open.Key != contact.Key && open.Key.Id != contact.Corrects && open.Key.Id != contact.Withdraws);

    internal static bool HasLeft(LedgerPerson person) => !person.Row[PersonFields.LeftOn].IsEmpty;

    internal static bool IsNamesake(LedgerPerson person, PersonName name, DateOnly birthDate) =>
        PersonQuery.ByNameAndBirthDate(name, birthDate).Matches(person.Number, person.Row);

    internal static bool SamePeople(LedgerPerson left, LedgerPerson right) =>
        left.Row[PersonFields.BirthDate].AsDate() is { } birthDate
        && right.Row[PersonFields.BirthDate].AsDate() == birthDate
        && LedgerMatching.Fold(left.Row[PersonFields.Name].Text) == LedgerMatching.Fold(right.Row[PersonFields.Name].Text);

    internal static bool SameHuman(PersonName left, DateOnly leftBorn, PersonName right, DateOnly rightBorn) =>
        leftBorn == rightBorn
        && LedgerMatching.SameName(left, right.Family + right.Given, $"{right.FamilyKana}{right.GivenKana}");

    /// <summary>Whether an open notice is about a person of the ledger.</summary>
    internal static bool IsAbout(Contact contact, LedgerPerson person)
    {
        (EmployeeNumber? number, PersonName? name, DateOnly? birthDate) = contact is HireContact hire
            ? (hire.Person.EmployeeNumber, hire.Person.Name, hire.Person.BirthDate)
            : PersonQueries.ReferenceOf(contact) is { } reference ? (reference.EmployeeNumber, reference.Name, reference.BirthDate) : default;
        return (number is { IsUnset: false } known && LedgerMatching.SameNumber(known.Value, person.Number.Value))
            || (name is not null && birthDate is { } born && IsNamesake(person, name, born));
    }

    /// <summary>Whether an open hire brings the person a notice refers to.</summary>
    internal static bool Brings(HireContact hire, PersonReference reference) =>
        (reference.EmployeeNumber is { IsUnset: false } asked && hire.Person.EmployeeNumber is { IsUnset: false } given && LedgerMatching.SameNumber(asked.Value, given.Value))
        || (reference.Name is { } name && reference.BirthDate is { } born && SameHuman(name, born, hire.Person.Name, hire.Person.BirthDate));
}
