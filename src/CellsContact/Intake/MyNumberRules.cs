using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>Rules of the マイナンバー更新連絡.</summary>
internal static class MyNumberRules
{
    internal static void Check(MyNumberUpdateContact update, RuleScope scope)
    {
        bool deletes = update.Change == MyNumberChange.Delete;
        PersonRules.Reference(update.Person, null, scope);
        scope.Require(deletes || update.HasMyNumber, "myNumber", TextRules.MyNumberRequired);
        scope.Require(!deletes || !update.HasMyNumber, "myNumber", TextRules.MyNumberNotAllowed);
        if (update.Subject.Dependent is { } dependent)
            DateRules.Birth(dependent.BirthDate, "subject.dependent.birthDate", scope);
    }
}
