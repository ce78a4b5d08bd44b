using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>Rules about people: who a notice is about, and dependents as a notice describes them.</summary>
internal static class PersonRules
{
    internal static void Reference(PersonReference person, DateOnly? effective, RuleScope scope)
    {
        scope.Require(person.EmployeeNumber is not null || (person.Name is not null && person.BirthDate is not null), "person", ContactRules.PersonReference);
        if (person.BirthDate is not { } birthDate)
            return;
        DateRules.Birth(birthDate, "person.birthDate", scope);
        DateRules.Order(birthDate, effective, "person.birthDate", scope);
    }

    internal static void Gender(Gender? gender, string path, RuleScope scope) =>
        scope.Require(gender is not (null or Contacts.Gender.Unspecified), path, ContactRules.GenderUnspecified);

    internal static void Dependents(IReadOnlyList<Dependent> dependents, DateOnly? bornBy, bool mayHaveNumbers, RuleScope scope)
    {
        for (int i = 0; i < dependents.Count; i++)
        {
            string path = WirePath.Element("dependents", i);
            Dependent(dependents[i], path, scope);
            Gender(dependents[i].Gender, $"{path}.gender", scope);
            scope.Require(mayHaveNumbers || !dependents[i].HasMyNumber, $"{path}.myNumber", TextRules.MyNumberNotAllowed);
            DateRules.Order(dependents[i].BirthDate, bornBy, $"{path}.birthDate", scope);
        }
    }

    internal static void Dependent(Dependent dependent, string path, RuleScope scope)
    {
        DateRules.Birth(dependent.BirthDate, $"{path}.birthDate", scope);
        scope.Require(dependent.Relationship != Relationship.Other || dependent.RelationshipLabel is not null, $"{path}.relationshipLabel", ContactRules.RelationshipLabel);
    }
}
