using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Reflectors;
using static CellsContact.Tests.Reflectors.Office;

namespace CellsContact.Tests.Reflectors;

public class MyNumberUpdateReflectorTests
{
    private static readonly DateOnly s_born = new(1993, 7, 15);

    private static MyNumberUpdateContact Update(MyNumberChange change, MyNumberSubject? subject = null) => new()
    {
        Id = ContactId.Parse("m-1"),
        EstablishmentId = Establishment,
        SentAt = new(2026, 5, 2, 13, 0, 0, TimeSpan.FromHours(9)),
        Person = Number("0027"),
        Subject = subject ?? MyNumberSubject.Self,
        Change = change,
        HasMyNumber = change != MyNumberChange.Delete,
    };

    private static MyNumberSubject Husband => MyNumberSubject.Of(new() { Name = Name("鈴木", "明"), BirthDate = s_born });

    [Theory]
    [InlineData(MyNumberChange.Register, "register", "取得")]
    [InlineData(MyNumberChange.Change, "change", "取得")]
    [InlineData(MyNumberChange.Delete, "delete", "削除")]
    public void Self_WritesOneHandlingBookRowAndNothingElse(MyNumberChange change, string code, string handling)
    {
        ReflectOptions options = Options with { HandlingDepartment = "労務課", HandlingResponsible = "所長" };
        Reflection reflection = Reflect(Update(change), Ledger(Person()), options);
        reflection.IsClean();
        LedgerChange row = Assert.Single(reflection.Changes);
        Assert.Equal((LedgerTable.HandlingBook, LedgerChangeAction.Add), (row.Table, row.Action));
        Assert.Equal(Text("2026-06-30 10:00:00 +09:00"), row.After(HandlingBookFields.RecordedAt));
        Assert.Equal(Text("2026-05-02 13:00:00 +09:00"), row.After(HandlingBookFields.NoticeSentAt));
        Assert.Equal(Text("0027"), row.After(HandlingBookFields.EmployeeNumber));
        Assert.Equal(Text("鈴木\u3000花子"), row.After(HandlingBookFields.Subject));
        Assert.Equal(LedgerValue.OfChoice("self"), row.After(HandlingBookFields.SubjectKind));
        Assert.Null(row.After(HandlingBookFields.Relationship));
        Assert.Equal(LedgerValue.OfChoice(code), row.After(HandlingBookFields.Change));
        Assert.Equal(Text(handling), row.After(HandlingBookFields.Handling));
        Assert.Equal((Text("労務課"), Text("所長"), Text("担当")), (row.After(HandlingBookFields.Department), row.After(HandlingBookFields.Responsible), row.After(HandlingBookFields.Operator)));
        Assert.Equal(Text("m-1"), row.After(HandlingBookFields.ContactId));
        Assert.Equal(Text("確認済み"), row.After(HandlingBookFields.Result));
        Assert.Null(row.After(HandlingBookFields.Sequence));
    }

    [Fact]
    public void Dependent_IsTakenFromTheLedger()
    {
        LedgerPerson person = Person().With(Dependent("中村\u3000明", s_born, (DependentFields.Tax, Yes), (DependentFields.Relationship, LedgerValue.OfChoice("husband"))));
        LedgerChange row = Assert.Single(Reflect(Update(MyNumberChange.Delete, Husband), Ledger(person)).Changes);
        Assert.Equal(Text("中村\u3000明"), row.After(HandlingBookFields.Subject));
        Assert.Equal(LedgerValue.OfChoice("dependent"), row.After(HandlingBookFields.SubjectKind));
        Assert.Equal(LedgerValue.OfChoice("husband"), row.After(HandlingBookFields.Relationship));
    }

    [Fact]
    public void Dependent_NotInTheLedger_NeedsConfirmation()
    {
        Reflection reflection = Reflect(Update(MyNumberChange.Register, Husband), Ledger(Person()));
        Assert.True(reflection.Says(NoteLevel.NeedsConfirmation, NoteCodes.DependentNotFound));
        Assert.Equal(Text("鈴木\u3000明"), Assert.Single(reflection.Changes).After(HandlingBookFields.Subject));
    }

    [Fact]
    public void LedgerWithOnlyTheKeyColumns_IsStillRecorded()
    {
        LedgerSnapshot keysOnly = new(Establishment, [Person()], LedgerFields.All.Where(field => field.IsKey));
        Assert.False(Reflect(Update(MyNumberChange.Register), keysOnly).IsRefused);
        Assert.Single(Reflect(Update(MyNumberChange.Register), keysOnly).Changes);
    }
}
