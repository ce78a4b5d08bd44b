using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>Rules of the 保険変更連絡.</summary>
internal static class InsuranceRules
{
    internal static void Check(InsuranceChangeContact change, RuleScope scope)
    {
        PersonRules.Reference(change.Person, change.EffectiveDate, scope);
        bool both = change.Change is InsuranceChange.JoinBoth or InsuranceChange.LeaveBoth;
        bool joins = change.Change is InsuranceChange.JoinSocialInsurance or InsuranceChange.JoinEmploymentInsurance or InsuranceChange.JoinBoth;
        bool changesClass = change.Change == InsuranceChange.ChangeClass;

        scope.Require(both || change.EmploymentInsuranceDate is null, "employmentInsuranceDate", ContactRules.InsuranceEmploymentDate);
        scope.Require(!changesClass || change.NewClass is { SocialInsurance: not null } or { EmploymentInsurance: not null }, "newClass", ContactRules.InsuranceNewClass);
        scope.Require(joins || changesClass || change.NewClass is null, "newClass", ContactRules.InsuranceJoiningOnly);
        scope.Require(joins || change.BasicPensionNumber is null, "basicPensionNumber", ContactRules.InsuranceJoiningOnly);
        scope.Require(joins || change.InsuredNumber is null, "insuredNumber", ContactRules.InsuranceJoiningOnly);
        scope.Require(joins || change.Dependents.Count == 0, "dependents", ContactRules.InsuranceJoiningOnly);
        scope.Require(joins || change.EligibilityCertificateWanted is null, "eligibilityCertificateWanted", ContactRules.InsuranceJoiningOnly);
        PersonRules.Dependents(change.Dependents, bornBy: change.EffectiveDate, mayHaveNumbers: false, scope);
    }
}
