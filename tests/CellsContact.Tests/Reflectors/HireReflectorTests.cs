using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Reflectors;
using static CellsContact.Tests.Reflectors.Office;

namespace CellsContact.Tests.Reflectors;

public class HireReflectorTests
{
    private static readonly Dependent s_wife = new()
    {
        Name = Name("髙橋", "花子", "タカハシ", "ハナコ"),
        BirthDate = new(1992, 11, 20),
        Gender = Gender.Female,
        Relationship = Relationship.Wife,
        LivesTogether = true,
        AnnualIncome = 0,
        TaxDependent = true,
        SocialInsuranceDependent = true,
    };

    private static HireContact Full(HireContact hire) => hire with
    {
        SocialInsurance = new() { Join = true, BasicPensionNumber = "1234-567890" },
        EmploymentInsurance = new() { Join = true, InsuredNumber = "1234-567890-1" },
        EmploymentType = EmploymentType.Regular,
        WageType = WageType.Monthly,
        MonthlyWage = new() { Cash = 280_000, InKind = 0 },
        WeeklyHours = TimeSpan.FromHours(40),
        Contract = new() { From = new(2026, 4, 1), Renewal = false },
    };

    [Fact]
    public void NewPerson_AddsRowsInPeopleAndPayrollAndDependents()
    {
        Reflection reflection = Reflect(Full(Hire()) with { Dependents = [s_wife] }, Ledger());
        reflection.IsClean();
        LedgerChange person = reflection.One(LedgerTable.People);
        Assert.Equal(LedgerChangeAction.Add, person.Action);
        Assert.Equal(Text("髙橋\u3000太郎"), person.After(PersonFields.Name));
        Assert.Equal(Text("タカハシ タロウ"), person.After(PersonFields.NameKana));
        Assert.Equal(LedgerValue.OfChoice("male"), person.After(PersonFields.Gender));
        Assert.Equal(LedgerValue.OfChoice("regular"), person.After(PersonFields.EmploymentType));
        Assert.Equal(Text("40:00"), person.After(PersonFields.WeeklyHours));
        Assert.Equal(LedgerValue.OfYesNo(false), person.After(PersonFields.ContractRenewal));
        Assert.Equal(Text("1234-567890"), person.After(PersonFields.BasicPensionNumber));
        Assert.Equal(LedgerValue.OfNumber(280_000), person.After(PersonFields.WageInCash));
        LedgerChange payroll = reflection.One(LedgerTable.Payroll);
        Assert.Equal(LedgerValue.OfChoice("monthly"), payroll.After(PayrollFields.WageType));
        Assert.Equal(LedgerValue.OfNumber(0), payroll.After(PayrollFields.WageInKind));
        Assert.Equal(Date(2026, 4, 1), payroll.After(PayrollFields.HiredOn));
        LedgerChange wife = reflection.One(LedgerTable.Dependents);
        Assert.Equal(LedgerValue.OfChoice("wife"), wife.After(DependentFields.Relationship));
        Assert.Equal((Yes, Date(2026, 4, 1)), (wife.After(DependentFields.SocialInsurance), wife.After(DependentFields.SocialInsuranceFrom)));
        Assert.Equal((Yes, Date(2026, 4, 1)), (wife.After(DependentFields.Tax), wife.After(DependentFields.TaxFrom)));
    }

    [Fact]
    public void WithoutNumber_AllRowsShareASlotAndLeaveTheNumberOut()
    {
        Reflection reflection = Reflect(Hire() with { Dependents = [s_wife], HasMyNumber = true }, Ledger());
        Assert.Single(reflection.Changes.Select(change => change.Row.Person).Distinct());
        Assert.All(reflection.Changes, change => Assert.Equal(HireReflector.Slot, change.Row.Person.Slot));
        Assert.DoesNotContain(reflection.Changes.SelectMany(change => change.Fields), field => field.Field.Name == "EmployeeNumber");
        Assert.Equal(LedgerTable.People, reflection.Changes[0].Table);
    }

    [Fact]
    public void GivenNumber_IfFree_IsWritten()
    {
        HireContact hire = Hire() with { Person = Hire().Person with { EmployeeNumber = EmployeeNumber.Parse("0040") } };
        Reflection reflection = Reflect(hire, Ledger(Person()));
        reflection.IsClean();
        Assert.Equal(Text("0040"), reflection.One(LedgerTable.People).After(PersonFields.EmployeeNumber));
        Assert.Equal(Text("0040"), reflection.One(LedgerTable.Payroll).After(PayrollFields.EmployeeNumber));
    }

    [Fact]
    public void GivenNumber_Taken_IsAssignedOnlyOnceConfirmed()
    {
        HireContact hire = Hire() with { Person = Hire().Person with { EmployeeNumber = EmployeeNumber.Parse("27") } };
        Reflection reflection = Reflect(hire, Ledger(Person("0027")));
        Assert.True(reflection.Says(NoteLevel.NeedsConfirmation, NoteCodes.NumberTaken));
        Assert.Equal(HireReflector.Slot, reflection.One(LedgerTable.People).Row.Person.Slot);
    }

    [Fact]
    public void WithoutNumber_WhereRequired_IsRefused() =>
        Reflect(Hire(), Ledger(), Options with { RequireEmployeeNumber = true }).IsRefusedWith(NoteCodes.NumberRequired);

    [Fact]
    public void SamePersonActive_NeedsConfirmationWithTheNumber()
    {
        HireContact hire = Hire() with { Person = new() { Name = Name("鈴木", "花子"), BirthDate = Born } };
        Reflection reflection = Reflect(hire, Ledger(Person("0027")));
        ReflectionNote note = Assert.Single(reflection.ToConfirm);
        Assert.Equal((NoteCodes.SamePerson, NoteCodes.SamePerson), (note.Code, note.ConfirmationKey));
        Assert.Contains("同一人物の可能性", note.Message.Japanese, StringComparison.Ordinal);
        Assert.Contains("0027", note.Message.Japanese, StringComparison.Ordinal);
        Assert.NotEmpty(reflection.Changes);
    }

    [Fact]
    public void SamePersonUnderTwoIds_NeedsConfirmationNamingTheOther()
    {
        HireContact other = Hire("h-2");
        Reflection reflection = Reflect(Hire("h-1"), Ledger(), Options with { OpenContacts = [Open(other)] });
        ReflectionNote note = Assert.Single(reflection.ToConfirm);
        Assert.Equal((NoteCodes.SamePerson, other.Key), (note.Code, note.Contact));
        Reflect(Hire("h-1") with { Corrects = other.Id }, Ledger(), Options with { OpenContacts = [Open(other)] }).IsClean();
    }

    [Fact]
    public void Rehire_AddsANewRowAndLeavesTheOldUntouched()
    {
        LedgerPerson former = Person("0027", (PersonFields.LeftOn, Date(2025, 3, 31)));
        HireContact hire = Hire() with { Person = new() { Name = Name("鈴木", "花子"), BirthDate = Born } };
        Assert.True(Reflect(hire, Ledger(former)).Says(NoteLevel.Hint, NoteCodes.FormerEmployee));
        Reflection reflection = Reflect(hire with { Person = hire.Person with { RehireOf = EmployeeNumber.Parse("27") } }, Ledger(former));
        reflection.IsClean();
        Assert.All(reflection.Changes, change => Assert.Equal((LedgerChangeAction.Add, HireReflector.Slot), (change.Action, change.Row.Person.Slot)));
    }

    [Theory]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    public void AcquisitionDates_OnlyIfAskedAndOnlyWhereJoinIsTrue(bool asked, bool join, bool written)
    {
        HireContact hire = Hire() with { SocialInsurance = new() { Join = join }, EmploymentInsurance = new() { Join = join } };
        Reflection reflection = Reflect(hire, Ledger(), Options with { ReflectAcquisitionDates = asked });
        LedgerValue? expected = written ? Date(2026, 4, 1) : null;
        foreach (LedgerField field in (LedgerField[])[PersonFields.SocialInsuranceAcquiredOn, PersonFields.PensionAcquiredOn, PersonFields.EmploymentInsuranceAcquiredOn])
            Assert.Equal(expected, reflection.After(field));
    }

    [Theory]
    [InlineData(1956, 4, 3, true, true)]
    [InlineData(1956, 4, 2, true, false)]
    [InlineData(1951, 4, 2, true, false)]
    [InlineData(1951, 4, 1, false, false)]
    public void AcquisitionDates_From70NoPensionFrom75Neither(int year, int month, int day, bool health, bool pension)
    {
        HireContact hire = Full(Hire() with { Person = Hire().Person with { BirthDate = new(year, month, day) } });
        Reflection reflection = Reflect(hire, Ledger(), Options with { ReflectAcquisitionDates = true });
        Assert.Equal(health, reflection.After(PersonFields.SocialInsuranceAcquiredOn) is not null);
        Assert.Equal(pension, reflection.After(PersonFields.PensionAcquiredOn) is not null);
        Assert.NotNull(reflection.After(PersonFields.EmploymentInsuranceAcquiredOn));
        Assert.Equal(!pension, reflection.Says(NoteLevel.Warning, NoteCodes.TooOldToJoin, PersonFields.PensionAcquiredOn));
        Assert.Equal(!health, reflection.Says(NoteLevel.Warning, NoteCodes.TooOldToJoin, PersonFields.SocialInsuranceAcquiredOn));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Publish_WritesPublicationOnlyWhenAsked(bool publish) =>
        Assert.Equal(publish ? Yes : null, Reflect(Hire(), Ledger(), Options with { Publish = publish }).After(PersonFields.Published));

    [Fact]
    public void MyNumbers_WriteOneAcquisitionRowEachWithoutADigit()
    {
        Reflection reflection = Reflect(Hire() with { HasMyNumber = true, Dependents = [s_wife with { HasMyNumber = true, RelationshipLabel = "妻" }] }, Ledger());
        LedgerChange[] rows = [.. reflection.All(LedgerTable.HandlingBook)];
        Assert.Equal(2, rows.Length);
        Assert.Equal(Text("髙橋\u3000太郎"), rows[0].After(HandlingBookFields.Subject));
        Assert.Equal((LedgerValue.OfChoice("self"), LedgerValue.OfChoice("dependent")), (rows[0].After(HandlingBookFields.SubjectKind), rows[1].After(HandlingBookFields.SubjectKind)));
        Assert.Equal(Text("妻"), rows[1].After(HandlingBookFields.Relationship));
        Assert.All(rows, row => Assert.Equal(Text("取得"), row.After(HandlingBookFields.Handling)));
        Assert.All(rows, row => Assert.Equal(LedgerChangeAction.Add, row.Action));
        Assert.Empty(Reflect(Hire(), Ledger()).All(LedgerTable.HandlingBook));
    }

    [Fact]
    public void GenderUnspecified_IsWrittenEmptyWithAWarning()
    {
        Reflection reflection = Reflect(Hire() with { Person = Hire().Person with { Gender = Gender.Unspecified } }, Ledger());
        Assert.True(reflection.Says(NoteLevel.Warning, NoteCodes.GenderUnspecified, PersonFields.Gender));
        Assert.Null(reflection.After(PersonFields.Gender));
    }

    [Fact]
    public void SameDependentTwice_IsRefused() =>
        Reflect(Hire() with { Dependents = [s_wife, s_wife with { Relationship = Relationship.Other }] }, Ledger()).IsRefusedWith(NoteCodes.DependentTwice);

    [Fact]
    public void LedgerWithoutHalfOfTheOptionalColumns_ReportsEachValueAndWritesTheRest()
    {
        LedgerField[] missing = [.. LedgerFields.All.Where((field, i) => !field.IsKey && i % 2 == 0)];
        HireContact hire = Full(Hire()) with { Dependents = [s_wife] };
        Reflection reflection = Reflect(hire, LedgerWithout(missing));
        Assert.False(reflection.IsRefused);
        Assert.DoesNotContain(reflection.Changes.SelectMany(change => change.Fields), field => missing.Contains(field.Field));
        LedgerField[] whole = [.. Reflect(hire, Ledger()).Changes.SelectMany(change => change.Fields).Select(field => field.Field)];
        Assert.Equal(
            whole.Where(missing.Contains).Select(field => field.Id).Order(),
            reflection.Notes.Where(note => note is { Level: NoteLevel.Unreflected, Code: ReflectionNote.NoColumnCode }).Select(note => note.Field!.Id).Order());
    }

    [Fact]
    public void Remarks_AreNeverWritten() =>
        Assert.Null(Reflect(Hire() with { Remarks = "試用期間3か月" }, Ledger()).After(PersonFields.Remarks));
}
