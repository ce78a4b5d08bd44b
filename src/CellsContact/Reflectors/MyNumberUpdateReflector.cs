using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;

namespace CellsContact.Reflectors;

/// <summary>Reflects a マイナンバー更新連絡, once confirmed (確認済み): one row in the handling book, without a digit.</summary>
internal sealed class MyNumberUpdateReflector : IContactReflector<MyNumberUpdateContact>
{
    public Reflection Reflect(MyNumberUpdateContact effective, LedgerSnapshot before, ReflectOptions options)
    {
        ReflectionBuilder reflection = new(before, options);
        if (PersonResolver.Resolve(reflection, effective, effective.Person) is not { } person)
            return reflection.Build();

        string subject = person.Row[PersonFields.Name].Text;
        LedgerValue? relationship = null;
        DependentKey? key = null;
        if (effective.Subject.Dependent is { } dependent)
        {
            key = new(dependent.BirthDate, dependent.Name.Given);
            LedgerRow? row = Find(person, key.Value);
            if (row is null)
                reflection.Confirm(NoteCodes.DependentNotFound, "この家族は扶養親族に見つかりません。記録簿に登録してよいか確認してください。", "The family member is not in 扶養親族. Confirm that it is recorded.");
            subject = row?[DependentFields.Name].Text ?? PersonNames.Cell(dependent.Name);
            relationship = row is null ? default(LedgerValue) : Told(row[DependentFields.Relationship]);
        }

        new HandlingBookRow(effective, LedgerPersonKey.Of(person.Number), subject, effective.Change)
        {
            Relationship = relationship,
            Result = "確認済み",
        }.AddTo(reflection);
        reflection.Number(
            effective.Change, effective.Change == MyNumberChange.Delete ? null : MyNumberPaths.Own, new(LedgerPersonKey.Of(person.Number), key));
        return reflection.Build();
    }

    private static LedgerRow? Find(LedgerPerson person, DependentKey key) =>
        person.Dependents.Where(row => LedgerMatching.IsDependent(row, key)).OrderByDescending(LedgerMatching.IsOpen).FirstOrDefault();

    /// <summary>The 続柄 as it is shown: a formula's result is written as text.</summary>
    private static LedgerValue Told(LedgerValue relationship) =>
        relationship.Kind is LedgerValueKind.Choice or LedgerValueKind.Empty ? relationship : LedgerValue.OfText(relationship.Text);
}
