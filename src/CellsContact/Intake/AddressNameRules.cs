using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>Rules of the 住所姓変更連絡.</summary>
internal static class AddressNameRules
{
    internal static void Check(AddressNameChangeContact change, RuleScope scope)
    {
        PersonRules.Reference(change.Person, change.EffectiveDate, scope);
        scope.Require(change.NewName is not null || change.NewAddress is not null, "newName", ContactRules.ChangeEmpty);
        scope.Require(change.NewName is not { Given: null, GivenKana.IsPresent: true }, "newName.givenKana", ContactRules.ChangeGiven);
        scope.Require(change.NewName is not null || change.DependentsRenamed.Count == 0, "dependentsRenamed", ContactRules.ChangeDependentsRenamed);
        scope.Require(change.NewAddress is not null || !change.IncludesDependents, "includesDependents", ContactRules.ChangeIncludesDependents);
        for (int i = 0; i < change.DependentsRenamed.Count; i++)
            DateRules.Birth(change.DependentsRenamed[i].BirthDate, $"{WirePath.Element("dependentsRenamed", i)}.birthDate", scope);
    }
}
