using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Reflectors;
using CsCheck;
using static CellsContact.Tests.Reflectors.RandomOffice;

namespace CellsContact.Tests.Reflectors;

/// <summary>What holds of every notice and every ledger.</summary>
public class ReflectionProperties
{
    [Fact]
    public void Reflect_IsDeterministicAndRefusesWithoutChanges() => Cases.Sample(one =>
    {
        Reflection first = one.Reflect();
        Reflection second = one.Reflect();
        Assert.Equal(LedgerChangeSet.HashOf(first.Changes), LedgerChangeSet.HashOf(second.Changes));
        Assert.Equal(first.Notes, second.Notes);
        Assert.True(!first.IsRefused || first.Changes.Count == 0);
    });

    [Fact]
    public void Reflect_ThenWith_TheValuesAreThere() => Cases.Sample(one =>
    {
        Reflection reflection = one.Reflect();
        LedgerSnapshot after = one.Before.With(reflection.Changes);
        foreach (LedgerChange change in reflection.Changes.Where(change => change.Row.Person.Number is not null && change.Table != LedgerTable.HandlingBook))
        {
            LedgerPerson person = after.People.First(person => person.Number == change.Row.Person.Number);
            IEnumerable<LedgerRow> rows = change.Table switch
            {
                LedgerTable.People => [person.Row],
                LedgerTable.Payroll => [person.Payroll!],
                _ => person.Dependents,
            };
            Assert.Contains(rows, row => change.Fields.All(field => row[field.Field] == field.After));
        }
    });

    [Fact]
    public void Reflect_NeverWritesAFieldTheLedgerLacks() => Cases.Sample(one =>
        Assert.All(one.Reflect().Changes.SelectMany(change => change.Fields), field => Assert.Contains(field.Field, one.Before.Fields)));

    [Fact]
    public void Reflect_EveryReplacedValueHasANote() => Cases.Sample(one =>
    {
        Reflection reflection = one.Reflect();
        foreach (LedgerChange change in reflection.Changes)
        {
            foreach (FieldChange field in change.Fields.Where(field => !field.Before.IsEmpty && !IsExempt(one.Contact, field.Field)))
            {
                Assert.Contains(reflection.ToConfirm, note =>
                    note.Field == field.Field && note.Row == change.Row && note.Before == field.Before && note.After == field.After && note.ConfirmationKey == field.Field.Id);
            }
        }
    });

    [Fact]
    public void Reflect_NoNoteHoldsANameOrAValue() => Cases.Sample(one =>
        Assert.All(one.Reflect().Notes, note => Assert.All(Secrets, secret => Assert.DoesNotContain(secret, note.Message.ToString(), StringComparison.Ordinal))));

    [Fact]
    public void Reflect_OnTheLedgerItWasComputedFrom_Applies() => Cases.Sample(one =>
    {
        Reflection reflection = one.Reflect();
        InMemoryLedger ledger = new(one.Before.Fields);
        ledger.Add(one.Before.Establishment, one.Before.People);
        LedgerChangeSet set = new(new(one.Contact.Key, 1, ChangeSetPurpose.Apply), one.Contact.Kind, "担当", reflection.Changes);
        LedgerOutcome outcome = ledger.ApplyAsync(one.Before.Establishment, [set], CancellationToken.None).AsTask().GetAwaiter().GetResult()[0];
        Assert.True(outcome is LedgerOutcome.Applied, outcome is LedgerOutcome.Conflict conflict ? string.Join(", ", conflict.Conflicts.Select(why => $"{why.Table} {why.Field} {why.Reason}")) : "");
    });

    /// <summary>Address and surname in 住所姓変更.</summary>
    private static bool IsExempt(Contact contact, LedgerField field) => contact is AddressNameChangeContact && s_exempt.Contains(field);

    private static readonly HashSet<LedgerField> s_exempt =
    [
        PersonFields.PostalCode, PersonFields.Address, PersonFields.AddressKana, PersonFields.AddressChangedOn,
        PersonFields.Name, PersonFields.NameKana, PersonFields.NameChangedOn, PayrollFields.Name,
        DependentFields.PostalCode, DependentFields.Address, DependentFields.Name, DependentFields.NameKana,
    ];
}
