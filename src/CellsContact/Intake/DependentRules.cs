using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>Rules of the 扶養異動連絡.</summary>
internal static class DependentRules
{
    internal static void Check(DependentChangeContact change, RuleScope scope)
    {
        bool adds = change.Change == DependentChange.Add;
        bool died = change.Reason == DependentChangeReason.Death;
        PersonRules.Reference(change.Person, change.EffectiveDate, scope);
        PersonRules.Dependent(change.Dependent, "dependent", scope);
        scope.Require(BelongsTo(change.Reason, adds), "reason", ContactRules.DependentReason);
        scope.Require(change.Reason != DependentChangeReason.Other || change.ReasonText is not null, "reasonText", ContactRules.ReasonText);
        scope.Require(died == change.DeathDate is not null, "deathDate", ContactRules.DependentDeathDate);
        scope.Require(change.TaxDependent || change.SocialInsuranceDependent, "taxDependent", ContactRules.DependentSide);
        scope.Require(adds || !change.Dependent.HasMyNumber, "dependent.myNumber", TextRules.MyNumberNotAllowed);
        if (adds)
            PersonRules.Gender(change.Dependent.Gender, "dependent.gender", scope);
        DateRules.Order(change.Dependent.BirthDate, change.EffectiveDate, "effectiveDate", scope);
        DateRules.Order(change.Dependent.BirthDate, change.DeathDate, "deathDate", scope);
        scope.Require(change.DeathDate is null || change.DeathDate <= change.EffectiveDate, "deathDate", ContactRules.DateOrder);
    }

    private static bool BelongsTo(DependentChangeReason reason, bool adds) => reason switch
    {
        DependentChangeReason.Other => true,
        >= DependentChangeReason.Marriage and <= DependentChangeReason.LivingTogether => adds,
        _ => !adds,
    };
}
