using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>Rules about dates that several kinds share.</summary>
internal static class DateRules
{
    private const int OldestAge = 130;

    internal static void Birth(DateOnly birthDate, string path, RuleScope scope) =>
        scope.Require(birthDate <= scope.Today && birthDate >= YearsFrom(scope.Today, -OldestAge), path, ContactRules.DateBirth);

    /// <summary>The later date must not be before the earlier one; the finding is at the later one.</summary>
    internal static void Order(DateOnly? earlier, DateOnly? later, string laterPath, RuleScope scope) =>
        scope.Require(earlier is null || later is null || earlier <= later, laterPath, ContactRules.DateOrder);

    internal static DateOnly YearsFrom(DateOnly day, int years) =>
        day.Year + years < 1 ? DateOnly.MinValue : day.Year + years > 9999 ? DateOnly.MaxValue : day.AddYears(years);
}
