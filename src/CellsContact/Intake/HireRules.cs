using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>Rules of the 入社連絡.</summary>
internal static class HireRules
{
    internal static void Check(HireContact hire, RuleScope scope)
    {
        DateRules.Birth(hire.Person.BirthDate, "person.birthDate", scope);
        PersonRules.Gender(hire.Person.Gender, "person.gender", scope);
        scope.Require(hire.Person.RehireOf is null || hire.Person.RehireOf != hire.Person.EmployeeNumber, "person.rehireOf", ContactRules.RehireOf);
        scope.Require(hire.HireDate > hire.Person.BirthDate, "hireDate", ContactRules.DateOrder);
        DateRules.Order(hire.Contract?.From, hire.Contract?.To, "contract.to", scope);
        scope.Require(hire.Person.ResidencePeriodEnd is null || hire.Person.ResidencePeriodEnd >= hire.HireDate, "person.residencePeriodEnd", ContactRules.DateResidence);

        // A late notice may bring a child born after the hire, so only the future is refused.
        PersonRules.Dependents(hire.Dependents, bornBy: null, mayHaveNumbers: true, scope);
    }
}
