using System.Globalization;
using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Storage;

/// <summary>The keys under which a store finds the notices about one person, and those that replace another.</summary>
/// <remarks>Pure. A store keeps them with the notice and erases them with it: they are made from personal data.</remarks>
public static class ContactSearchKeys
{
    /// <summary>All keys of a notice.</summary>
    /// <param name="contact">The notice.</param>
    public static IReadOnlyList<string> Of(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        List<string> keys = [];
        if (contact.Corrects is { } corrected)
            keys.Add(Replacing(corrected));
        if (contact.Withdraws is { } withdrawn)
            keys.Add(Replacing(withdrawn));
        (EmployeeNumber? number, PersonName? name, DateOnly? birthDate) = contact switch
        {
            HireContact hire => (hire.Person.EmployeeNumber, hire.Person.Name, hire.Person.BirthDate),
            SeparationContact { Person: var person } => Of(person),
            DependentChangeContact { Person: var person } => Of(person),
            AddressNameChangeContact { Person: var person } => Of(person),
            InsuranceChangeContact { Person: var person } => Of(person),
            MyNumberUpdateContact { Person: var person } => Of(person),
            _ => default,
        };
        if (number is { IsUnset: false } known)
            keys.Add(Number(known));
        if (name is not null && birthDate is { } born)
            keys.AddRange(Person(name.Family + name.Given, (name.FamilyKana, name.GivenKana) is (not null, not null) ? name.FamilyKana + name.GivenKana : null, born));
        return keys;
    }

    /// <summary>The key of notices that correct or withdraw a notice.</summary>
    /// <param name="replaced">The replaced notice.</param>
    public static string Replacing(ContactId replaced) => $"r:{replaced}";

    /// <summary>The key of notices about a number (社員番号), without width and leading zeros.</summary>
    /// <param name="number">The number.</param>
    public static string Number(EmployeeNumber number) => $"n:{LedgerMatching.FoldNumber(number.Value)}";

    /// <summary>The keys of notices about a name and birth date, folded.</summary>
    /// <param name="name">The name, family and given.</param>
    /// <param name="kana">The kana, or <c>null</c>.</param>
    /// <param name="birthDate">The birth date.</param>
    public static IEnumerable<string> Person(string name, string? kana, DateOnly birthDate)
    {
        ArgumentNullException.ThrowIfNull(name);
        string born = birthDate.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        yield return $"p:{born}:{LedgerMatching.Fold(name)}";
        if (!string.IsNullOrWhiteSpace(kana))
            yield return $"p:{born}:{LedgerMatching.Fold(kana)}";
    }

    private static (EmployeeNumber?, PersonName?, DateOnly?) Of(PersonReference person) => (person.EmployeeNumber, person.Name, person.BirthDate);
}
