using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Reflectors;
using static CellsContact.Tests.Reflectors.Office;

namespace CellsContact.Tests.Reflectors;

public class SeparationReflectorTests
{
    private static readonly DateOnly s_day = new(2026, 3, 31);
    private static readonly ReflectOptions s_checked = Options with { ReflectLossDates = true };

    private static LedgerPerson Insured(params (LedgerField Field, LedgerValue Value)[] more) => Person(
        "0027",
        [
            (PersonFields.SocialInsuranceAcquiredOn, Date(2010, 4, 1)),
            (PersonFields.PensionAcquiredOn, Date(2010, 4, 1)),
            (PersonFields.EmploymentInsuranceAcquiredOn, Date(2010, 4, 1)),
            .. more,
        ]);

    [Fact]
    public void Leaving_WritesWhatFollowsInPeopleAndTheDateInPayroll()
    {
        Reflection reflection = Reflect(
            Separation(s_day) with
            {
                Reason = SeparationReason.Other,
                ReasonText = "家業",
                SeparationNoticeWanted = true,
                AddressAfter = new() { PostalCode = "100-0001", Address = "東京都千代田区千代田1-1" },
                PhoneAfter = "080-1111-2222",
                EligibilityCertificates = new() { Returned = 1, NotReturnable = 0 },
            },
            Ledger(Person()));
        reflection.IsClean();
        LedgerChange person = reflection.One(LedgerTable.People);
        Assert.Equal(LedgerValue.OfDate(s_day), person.After(PersonFields.LeftOn));
        Assert.Equal(LedgerValue.OfChoice("other"), person.After(PersonFields.SeparationReason));
        Assert.Equal(Text("家業"), person.After(PersonFields.SeparationReasonText));
        Assert.Equal(Yes, person.After(PersonFields.SeparationNoticeWanted));
        Assert.Equal(Text("100-0001"), person.After(PersonFields.PostalCodeAfter));
        Assert.Equal(Text("東京都千代田区千代田1-1"), person.After(PersonFields.AddressAfter));
        Assert.Equal(Text("080-1111-2222"), person.After(PersonFields.PhoneAfter));
        Assert.Equal(LedgerValue.OfNumber(1), person.After(PersonFields.CertificatesReturned));
        Assert.Equal(LedgerValue.OfNumber(0), person.After(PersonFields.CertificatesNotReturnable));
        Assert.Equal(LedgerValue.OfDate(s_day), reflection.One(LedgerTable.Payroll).After(PayrollFields.LeftOn));
    }

    [Fact]
    public void NotChecked_WritesNoLossDate()
    {
        Reflection reflection = Reflect(Separation(s_day), Ledger(Insured()));
        reflection.IsClean();
        Assert.DoesNotContain(reflection.Changes.SelectMany(change => change.Fields), field => field.Field.Name.Contains("Insurance", StringComparison.Ordinal) || field.Field == PersonFields.PensionLostOn);
    }

    [Theory]
    [InlineData(2026, 3, 31, 2026, 4, 1)]
    [InlineData(2026, 2, 28, 2026, 3, 1)]
    [InlineData(2024, 2, 28, 2024, 2, 29)]
    [InlineData(2025, 8, 31, 2025, 9, 1)]
    public void Checked_EveryLossDateIsTheNextDayAndTheSeparationDayTheDayItself(int year, int month, int day, int lossYear, int lossMonth, int lossDay)
    {
        Reflection reflection = Reflect(Separation(new(year, month, day)), Ledger(Insured()), s_checked);
        reflection.IsClean();
        LedgerValue loss = Date(lossYear, lossMonth, lossDay);
        Assert.Equal((loss, loss, loss), (reflection.After(PersonFields.SocialInsuranceLostOn), reflection.After(PersonFields.PensionLostOn), reflection.After(PersonFields.EmploymentInsuranceLostOn)));
        Assert.Equal(Date(year, month, day), reflection.After(PersonFields.EmploymentInsuranceSeparatedOn));
    }

    [Fact]
    public void Checked_Death_LosesOnTheNextDay() =>
        Assert.Equal(Date(2026, 4, 1), Reflect(Separation(s_day) with { Reason = SeparationReason.Death }, Ledger(Insured()), s_checked).After(PersonFields.SocialInsuranceLostOn));

    [Fact]
    public void Checked_NeverEnrolled_NothingIsSetAndItIsSaid()
    {
        Reflection reflection = Reflect(Separation(s_day), Ledger(Person()), s_checked);
        foreach (LedgerField field in (LedgerField[])[PersonFields.SocialInsuranceLostOn, PersonFields.PensionLostOn, PersonFields.EmploymentInsuranceLostOn])
        {
            Assert.Null(reflection.After(field));
            Assert.True(reflection.Says(NoteLevel.Warning, NoteCodes.LossNotSet, field));
        }

        Assert.Null(reflection.After(PersonFields.EmploymentInsuranceSeparatedOn));
        Assert.Contains(reflection.Notes, note => note.Message.Japanese.Contains("未加入／喪失済のため設定しない", StringComparison.Ordinal));
    }

    [Fact]
    public void Checked_LostAlready_StaysAsItIs()
    {
        Reflection reflection = Reflect(Separation(s_day), Ledger(Insured((PersonFields.SocialInsuranceLostOn, Date(2025, 1, 1)))), s_checked);
        Assert.Null(reflection.After(PersonFields.SocialInsuranceLostOn));
        Assert.True(reflection.Says(NoteLevel.Warning, NoteCodes.LossNotSet, PersonFields.SocialInsuranceLostOn));
        Assert.NotNull(reflection.After(PersonFields.PensionLostOn));
    }

    [Theory]
    [InlineData(1956, 4, 2, true, true)]
    [InlineData(1956, 4, 1, true, false)]
    [InlineData(1951, 4, 1, true, false)]
    [InlineData(1951, 3, 31, false, false)]
    public void Checked_70And75_LostByAgeIsNotLostAgain(int year, int month, int day, bool health, bool pension)
    {
        Reflection reflection = Reflect(Separation(s_day), Ledger(Insured((PersonFields.BirthDate, Date(year, month, day)))), s_checked);
        Assert.Equal(health, reflection.After(PersonFields.SocialInsuranceLostOn) is not null);
        Assert.Equal(pension, reflection.After(PersonFields.PensionLostOn) is not null);
        Assert.Equal(!pension, reflection.Says(NoteLevel.Warning, NoteCodes.LostByAge, PersonFields.PensionLostOn));
        Assert.NotNull(reflection.After(PersonFields.EmploymentInsuranceLostOn));
    }

    [Fact]
    public void Checked_BirthDateUnreadable_WarnsThatAgesWereNotChecked() =>
        Assert.True(Reflect(Separation(s_day), Ledger(Insured((PersonFields.BirthDate, Text("不明")))), s_checked).Says(NoteLevel.Warning, NoteCodes.AgeUnknown));

    [Fact]
    public void TransferSameEmployer_EmploymentInsuranceContinues()
    {
        Reflection reflection = Reflect(Separation(s_day) with { Reason = SeparationReason.TransferSameEmployer }, Ledger(Insured()), s_checked);
        Assert.True(reflection.Says(NoteLevel.Warning, NoteCodes.EmploymentInsuranceContinues));
        Assert.Null(reflection.After(PersonFields.EmploymentInsuranceLostOn));
        Assert.Null(reflection.After(PersonFields.EmploymentInsuranceSeparatedOn));
        Assert.NotNull(reflection.After(PersonFields.SocialInsuranceLostOn));
    }

    [Theory]
    [InlineData(2026, 4, 1, true)]
    [InlineData(2026, 4, 2, false)]
    [InlineData(2026, 3, 31, false)]
    public void OpenRehireOnTheNextDay_EmploymentInsuranceContinues(int year, int month, int day, bool continues)
    {
        HireContact rehire = Hire() with { Person = new() { Name = Name("鈴木", "花子"), BirthDate = Born, RehireOf = EmployeeNumber.Parse("0027") }, HireDate = new(year, month, day) };
        Reflection reflection = Reflect(Separation(s_day), Ledger(Insured()), s_checked with { OpenContacts = [Open(rehire)] });
        Assert.Equal(continues, reflection.Says(NoteLevel.Warning, NoteCodes.EmploymentInsuranceContinues));
        Assert.Equal(continues, reflection.After(PersonFields.EmploymentInsuranceLostOn) is null);
    }

    [Fact]
    public void RehireOnTheNextDayInTheLedger_EmploymentInsuranceContinues()
    {
        LedgerPerson rehired = Person("0050", (PersonFields.HiredOn, Date(2026, 4, 1)));
        Assert.True(Reflect(Separation(s_day), Ledger(Insured(), rehired), s_checked).Says(NoteLevel.Warning, NoteCodes.EmploymentInsuranceContinues));
        LedgerPerson other = Person("0050", (PersonFields.HiredOn, Date(2026, 4, 1)), (PersonFields.Name, Text("別\u3000人")));
        Assert.False(Reflect(Separation(s_day), Ledger(Insured(), other), s_checked).Says(NoteLevel.Warning, NoteCodes.EmploymentInsuranceContinues));
    }

    [Fact]
    public void OpenDependents_AreHintedAtAndNotEnded()
    {
        LedgerPerson person = Person().With(Dependent("鈴木\u3000葵", new(2020, 6, 15), (DependentFields.Tax, Yes)));
        Reflection reflection = Reflect(Separation(s_day), Ledger(person));
        Assert.True(reflection.Says(NoteLevel.Hint, NoteCodes.OpenDependents));
        Assert.Empty(reflection.All(LedgerTable.Dependents));
        LedgerPerson ended = Person().With(Dependent("鈴木\u3000葵", new(2020, 6, 15), (DependentFields.Tax, Yes), (DependentFields.TaxTo, Date(2025, 1, 1))));
        Reflect(Separation(s_day), Ledger(ended)).IsClean();
    }

    [Fact]
    public void CorrectedLeavingDate_NeedsConfirmationInBothTables()
    {
        LedgerPerson person = Person("0027", (PersonFields.LeftOn, Date(2026, 3, 20)));
        person = person with { Payroll = person.Payroll!.With([new(PayrollFields.LeftOn, default, Date(2026, 3, 20))]) };
        Reflection reflection = Reflect(Separation(s_day), Ledger(person));
        Assert.True(reflection.Asks(PersonFields.LeftOn));
        Assert.True(reflection.Asks(PayrollFields.LeftOn));
        ReflectionNote note = reflection.ToConfirm.First(note => note.Field == PersonFields.LeftOn);
        Assert.Equal((Date(2026, 3, 20), LedgerValue.OfDate(s_day)), (note.Before, note.After));
    }

    [Fact]
    public void SameLeavingDateWrittenAsText_ChangesNothing() =>
        Assert.Null(Reflect(Separation(s_day), Ledger(Person("0027", (PersonFields.LeftOn, Text("令和8年3月31日"))))).After(PersonFields.LeftOn));

    [Fact]
    public void FormulaInPayroll_Refuses()
    {
        LedgerPerson person = Person();
        person = person with { Payroll = person.Payroll!.With([new(PayrollFields.LeftOn, default, LedgerValue.Raw(LedgerValueKind.Formula, "2020-01-01"))]) };
        Reflect(Separation(s_day), Ledger(person)).IsRefusedWith(NoteCodes.Formula);
    }

    [Fact]
    public void NoPayrollRow_Warns() =>
        Assert.True(Reflect(Separation(s_day), Ledger(Person() with { Payroll = null })).Says(NoteLevel.Warning, NoteCodes.PayrollMissing));

    [Fact]
    public void InAdvance_IsAWarningOnly()
    {
        Reflection reflection = Reflect(Separation(new(2026, 9, 30)), Ledger(Person()));
        Assert.True(reflection.Says(NoteLevel.Warning, NoteCodes.FutureDate));
        Assert.NotEmpty(reflection.Changes);
    }

    [Fact]
    public void Checked_LedgerWithoutPensionColumns_ReportsThem()
    {
        Reflection reflection = Reflect(Separation(s_day), LedgerWithout([PersonFields.PensionAcquiredOn, PersonFields.PensionLostOn], Insured()), s_checked);
        Assert.True(reflection.Says(NoteLevel.Unreflected, ReflectionNote.NoColumnCode, PersonFields.PensionLostOn));
        Assert.NotNull(reflection.After(PersonFields.SocialInsuranceLostOn));
    }

    [Theory]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(false, false, false)]
    public void Publish_RefreshesAndNeverPublishesOrWithdraws(bool publish, bool isPublished, bool warns)
    {
        Reflection reflection = Reflect(Separation(s_day), Ledger(Person("0027", (PersonFields.Published, LedgerValue.OfYesNo(isPublished)))), Options with { Publish = publish });
        Assert.Null(reflection.After(PersonFields.Published));
        Assert.Equal(warns, reflection.Says(NoteLevel.Warning, NoteCodes.NotPublished));
    }
}
