using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>Rules of the 退社連絡.</summary>
internal static class SeparationRules
{
    internal static void Check(SeparationContact separation, RuleScope scope)
    {
        PersonRules.Reference(separation.Person, separation.SeparationDate, scope);
        scope.Require(separation.Reason != SeparationReason.Other || separation.ReasonText is not null, "reasonText", ContactRules.ReasonText);
    }
}
