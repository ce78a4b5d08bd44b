using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>Who has to be read from the ledger, so that a notice can be reflected.</summary>
internal static class PersonQueries
{
    /// <summary>The people a notice may be about.</summary>
    internal static IReadOnlyList<PersonQuery> For(Contact contact) => contact switch
    {
        HireContact { Person: var person } =>
        [
            .. Numbers(person.EmployeeNumber, person.RehireOf),
            PersonQuery.ByNameAndBirthDate(person.Name, person.BirthDate),
        ],
        _ when ReferenceOf(contact) is { } person => person switch
        {
            { EmployeeNumber: { IsUnset: false } number } => [PersonQuery.ByNumber(number)],
            { Name: { } name, BirthDate: { } birthDate } => [PersonQuery.ByNameAndBirthDate(name, birthDate)],
            _ => [],
        },
        _ => [],
    };

    /// <summary>Who has to be read besides, once <see cref="For"/> was answered: of a 退社連絡 a rehire of the same person.</summary>
    internal static IReadOnlyList<PersonQuery> Further(Contact contact, LedgerSnapshot found) => contact is SeparationContact
        ? [.. found.People.Select(Namesake).OfType<PersonQuery>()]
        : [];

    /// <summary>Who a notice is about; <c>null</c> for a hire, which brings its own person.</summary>
    internal static PersonReference? ReferenceOf(Contact contact) => contact switch
    {
        SeparationContact { Person: var person } => person,
        DependentChangeContact { Person: var person } => person,
        AddressNameChangeContact { Person: var person } => person,
        InsuranceChangeContact { Person: var person } => person,
        MyNumberUpdateContact { Person: var person } => person,
        _ => null,
    };

    private static IEnumerable<PersonQuery> Numbers(params IEnumerable<EmployeeNumber?> numbers) =>
        numbers.OfType<EmployeeNumber>().Where(number => !number.IsUnset).Select(PersonQuery.ByNumber);

    private static PersonQuery? Namesake(LedgerPerson person)
    {
        if (person.Row[PersonFields.BirthDate].AsDate() is not { } birthDate)
            return null;
        string cell = person.Row[PersonFields.Name].Text;
        (string family, string given) = LedgerMatching.SplitName(cell) ?? (cell, "");
        return PersonQuery.ByNameAndBirthDate(new() { Family = family, Given = given }, birthDate);
    }
}
