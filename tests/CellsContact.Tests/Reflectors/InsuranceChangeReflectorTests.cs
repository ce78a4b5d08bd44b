using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Reflectors;
using static CellsContact.Tests.Reflectors.Office;
using Change = CellsContact.Contacts.InsuranceChange;

namespace CellsContact.Tests.Reflectors;

public class InsuranceChangeReflectorTests
{
    private static readonly LedgerValue s_day = Date(2026, 5, 1);

    private static LedgerPerson Joined(params (LedgerField Field, LedgerValue Value)[] more) => Person(
        "0027",
        [
            (PersonFields.SocialInsuranceAcquiredOn, Date(2010, 4, 1)),
            (PersonFields.PensionAcquiredOn, Date(2010, 4, 1)),
            (PersonFields.EmploymentInsuranceAcquiredOn, Date(2010, 4, 1)),
            .. more,
        ]);

    [Theory]
    [InlineData(Change.JoinSocialInsurance, true, false)]
    [InlineData(Change.JoinEmploymentInsurance, false, true)]
    [InlineData(Change.JoinBoth, true, true)]
    public void Join_WritesTheDayItself(Change change, bool social, bool employment)
    {
        Reflection reflection = Reflect(InsuranceChange(change), Ledger(Person()));
        reflection.IsClean();
        Assert.Equal(social ? s_day : null, reflection.After(PersonFields.SocialInsuranceAcquiredOn));
        Assert.Equal(social ? s_day : null, reflection.After(PersonFields.PensionAcquiredOn));
        Assert.Equal(employment ? s_day : null, reflection.After(PersonFields.EmploymentInsuranceAcquiredOn));
    }

    [Theory]
    [InlineData(Change.LeaveSocialInsurance, true, false)]
    [InlineData(Change.LeaveEmploymentInsurance, false, true)]
    [InlineData(Change.LeaveBoth, true, true)]
    public void Leave_WritesTheDayItselfWithoutADateRule(Change change, bool social, bool employment)
    {
        Reflection reflection = Reflect(InsuranceChange(change), Ledger(Joined()));
        reflection.IsClean();
        Assert.Equal(social ? s_day : null, reflection.After(PersonFields.SocialInsuranceLostOn));
        Assert.Equal(social ? s_day : null, reflection.After(PersonFields.PensionLostOn));
        Assert.Equal(employment ? s_day : null, reflection.After(PersonFields.EmploymentInsuranceLostOn));
        Assert.Null(reflection.After(PersonFields.EmploymentInsuranceSeparatedOn));
    }

    [Theory]
    [InlineData(Change.JoinBoth)]
    [InlineData(Change.LeaveBoth)]
    public void Both_EmploymentInsuranceMayHaveADateOfItsOwn(Change change)
    {
        Reflection reflection = Reflect(InsuranceChange(change) with { EmploymentInsuranceDate = new(2026, 5, 11) }, Ledger(change == Change.JoinBoth ? Person() : Joined()));
        LedgerValue?[] dates = [.. ((LedgerField[])[PersonFields.EmploymentInsuranceAcquiredOn, PersonFields.EmploymentInsuranceLostOn]).Select(reflection.After)];
        Assert.Contains(Date(2026, 5, 11), dates);
    }

    [Theory]
    [InlineData(Change.LeaveSocialInsurance)]
    [InlineData(Change.LeaveEmploymentInsurance)]
    [InlineData(Change.LeaveBoth)]
    public void Leave_WhatWasNotJoined_IsRefused(Change change) =>
        Reflect(InsuranceChange(change), Ledger(Person())).IsRefusedWith(NoteCodes.NotJoined);

    [Fact]
    public void Leave_PensionLostByAgeAlready_EndsHealthInsuranceOnly()
    {
        Reflection reflection = Reflect(InsuranceChange(Change.LeaveSocialInsurance), Ledger(Joined((PersonFields.PensionLostOn, Date(2025, 4, 11)))));
        Assert.Equal(s_day, reflection.After(PersonFields.SocialInsuranceLostOn));
        Assert.Null(reflection.After(PersonFields.PensionLostOn));
        Assert.True(reflection.Says(NoteLevel.Warning, NoteCodes.LossNotSet, PersonFields.PensionLostOn));
    }

    [Fact]
    public void Leave_CorrectedDate_NeedsConfirmation() => Assert.True(Reflect(
        InsuranceChange(Change.LeaveEmploymentInsurance), Ledger(Joined((PersonFields.EmploymentInsuranceLostOn, Date(2026, 4, 1))))).Asks(PersonFields.EmploymentInsuranceLostOn));

    [Fact]
    public void Leave_LedgerWithoutAcquisitionColumns_BelievesTheNotice() => Assert.Equal(s_day, Reflect(
        InsuranceChange(Change.LeaveEmploymentInsurance), LedgerWithout([PersonFields.EmploymentInsuranceAcquiredOn], Person())).After(PersonFields.EmploymentInsuranceLostOn));

    [Fact]
    public void Rejoin_ReplacesAcquisitionAndClearsLossOnlyWithConfirmation()
    {
        Reflection reflection = Reflect(InsuranceChange(Change.JoinEmploymentInsurance), Ledger(Joined((PersonFields.EmploymentInsuranceLostOn, Date(2020, 4, 1)))));
        Assert.Equal(s_day, reflection.After(PersonFields.EmploymentInsuranceAcquiredOn));
        Assert.Equal(default(LedgerValue), reflection.After(PersonFields.EmploymentInsuranceLostOn));
        Assert.True(reflection.Asks(PersonFields.EmploymentInsuranceAcquiredOn));
        Assert.True(reflection.Asks(PersonFields.EmploymentInsuranceLostOn));
    }

    [Fact]
    public void Join_JoinedAlready_WarnsAndNeedsConfirmation()
    {
        Reflection reflection = Reflect(InsuranceChange(Change.JoinSocialInsurance), Ledger(Joined()));
        Assert.True(reflection.Says(NoteLevel.Warning, NoteCodes.AlreadyJoined, PersonFields.SocialInsuranceAcquiredOn));
        Assert.True(reflection.Asks(PersonFields.SocialInsuranceAcquiredOn));
    }

    [Theory]
    [InlineData(1956, 5, 3, true, true)]
    [InlineData(1956, 5, 2, true, false)]
    [InlineData(1951, 5, 1, false, false)]
    public void Join_From70NoPensionFrom75Neither(int year, int month, int day, bool health, bool pension)
    {
        Reflection reflection = Reflect(InsuranceChange(Change.JoinSocialInsurance), Ledger(Person("0027", (PersonFields.BirthDate, Date(year, month, day)))));
        Assert.Equal(health, reflection.After(PersonFields.SocialInsuranceAcquiredOn) is not null);
        Assert.Equal(pension, reflection.After(PersonFields.PensionAcquiredOn) is not null);
    }

    [Fact]
    public void Join_BirthDateUnreadable_Warns() => Assert.True(Reflect(
        InsuranceChange(Change.JoinSocialInsurance), Ledger(Person("0027", (PersonFields.BirthDate, Text("不明"))))).Says(NoteLevel.Warning, NoteCodes.AgeUnknown));

    [Fact]
    public void ChangeClass_ReplacesTheClassesWithConfirmation()
    {
        InsuranceChangeContact contact = InsuranceChange(Change.ChangeClass) with { NewClass = new() { SocialInsurance = SocialInsuranceClass.ShortTime, EmploymentInsurance = EmploymentInsuranceClass.Elderly } };
        Reflection reflection = Reflect(contact, Ledger(Joined((PersonFields.SocialInsuranceClass, LedgerValue.OfChoice("general")))));
        Assert.Equal((LedgerValue.OfChoice("shortTime"), LedgerValue.OfChoice("elderly")), (reflection.After(PersonFields.SocialInsuranceClass), reflection.After(PersonFields.EmploymentInsuranceClass)));
        Assert.Equal([PersonFields.SocialInsuranceClass.Id], reflection.ToConfirm.Select(note => note.ConfirmationKey));
        Assert.Null(reflection.After(PersonFields.SocialInsuranceAcquiredOn));
    }

    [Fact]
    public void Everything_IsWrittenAndNothingOfficeIssuedIsComputed()
    {
        InsuranceChangeContact contact = InsuranceChange(Change.JoinBoth) with
        {
            Reason = "週所定労働時間の増加",
            WeeklyHours = new(30, 30, 0),
            MonthlyWage = new() { Cash = 180_000, InKind = 0 },
            BasicPensionNumber = "1234-567890",
            InsuredNumber = "1234-567890-1",
            EligibilityCertificateWanted = true,
        };
        Reflection reflection = Reflect(contact, Ledger(Person()));
        LedgerChange row = Assert.Single(reflection.Changes);
        Assert.Equal(Text("30:30"), row.After(PersonFields.WeeklyHours));
        Assert.Equal(Text("週所定労働時間の増加"), row.After(PersonFields.InsuranceChangeReason));
        Assert.Equal(LedgerValue.OfNumber(180_000), row.After(PersonFields.WageInCash));
        Assert.Equal(Text("1234-567890-1"), row.After(PersonFields.InsuredNumber));
        Assert.Equal(Yes, row.After(PersonFields.EligibilityCertificateWanted));
        Assert.Null(row.After(PersonFields.HealthInsuranceNumber));
        Assert.Null(row.After(PersonFields.PensionNumber));
    }

    [Fact]
    public void Join_Dependents_GoTo扶養親族()
    {
        Dependent wife = new() { Name = Name("鈴木", "京子"), BirthDate = new(1986, 1, 2), Relationship = Relationship.Wife, SocialInsuranceDependent = true, HasMyNumber = true };
        Reflection reflection = Reflect(InsuranceChange(Change.JoinSocialInsurance) with { Dependents = [wife] }, Ledger(Person()));
        Assert.Equal(s_day, reflection.One(LedgerTable.Dependents).After(DependentFields.SocialInsuranceFrom));
        Assert.Single(reflection.All(LedgerTable.HandlingBook));
        LedgerPerson withTax = Person().With(Dependent("鈴木\u3000京子", new(1986, 1, 2), (DependentFields.Tax, Yes)));
        Assert.Equal(LedgerChangeAction.Update, Reflect(InsuranceChange(Change.JoinSocialInsurance) with { Dependents = [wife] }, Ledger(withTax)).One(LedgerTable.Dependents).Action);
    }
}
