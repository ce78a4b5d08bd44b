using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>What the rules over a typed notice need: where findings go, what is allowed, and what day it is.</summary>
internal sealed record RuleScope(FindingList Findings, IntakeOptions Options, OfficeClock Clock)
{
    internal DateOnly Today { get; } = Clock.Today;

    internal void Require(bool condition, string path, ValidationRule rule) => Findings.AddWhen(!condition, path, rule);
}

/// <summary>The rules over a typed notice, by its kind.</summary>
internal static class KindRules
{
    internal static void Check(Contact contact, RuleScope scope)
    {
        CommonRules.Check(contact, scope);
        switch (contact)
        {
            case HireContact hire:
                HireRules.Check(hire, scope);
                break;
            case SeparationContact separation:
                SeparationRules.Check(separation, scope);
                break;
            case DependentChangeContact change:
                DependentRules.Check(change, scope);
                break;
            case AddressNameChangeContact change:
                AddressNameRules.Check(change, scope);
                break;
            case InsuranceChangeContact change:
                InsuranceRules.Check(change, scope);
                break;
            case MyNumberUpdateContact update:
                MyNumberRules.Check(update, scope);
                break;
            default:
                break;
        }
    }
}
