using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Reflectors;
using static CellsContact.Tests.Reflectors.Office;

namespace CellsContact.Tests.Reflectors;

public class DependentChangeReflectorTests
{
    private static readonly DateOnly s_born = new(2026, 4, 8);

    private static readonly Dependent s_child = new()
    {
        Name = Name("鈴木", "葵", "スズキ", "アオイ"),
        BirthDate = s_born,
        Gender = Gender.Female,
        Relationship = Relationship.Child,
        LivesTogether = true,
        AnnualIncome = 0,
    };

    private static LedgerRow Child(params (LedgerField Field, LedgerValue Value)[] more) => Dependent("鈴木\u3000葵", s_born, more);

    private static LedgerRow Both(params (LedgerField Field, LedgerValue Value)[] more) =>
        Child([(DependentFields.SocialInsurance, Yes), (DependentFields.SocialInsuranceFrom, Date(2026, 4, 8)), (DependentFields.Tax, Yes), (DependentFields.TaxFrom, Date(2026, 4, 8)), .. more]);

    private static Reflection Add(bool social, bool tax, params LedgerRow[] rows) =>
        Reflect(DependentChange(CellsContact.Contacts.DependentChange.Add, s_child, social, tax), Ledger(Person().With(rows)));

    private static Reflection Remove(bool social, bool tax, params LedgerRow[] rows) =>
        Reflect(DependentChange(CellsContact.Contacts.DependentChange.Remove, s_child, social, tax), Ledger(Person().With(rows)));

    [Fact]
    public void Add_NewDependent_AddsARowToThePersonsNumber()
    {
        Reflection reflection = Reflect(DependentChange(CellsContact.Contacts.DependentChange.Add, s_child) with { EligibilityCertificateWanted = true }, Ledger(Person()));
        reflection.IsClean();
        LedgerChange row = Assert.Single(reflection.Changes);
        Assert.Equal((LedgerTable.Dependents, LedgerChangeAction.Add, "0027"), (row.Table, row.Action, row.Row.Person.Number?.Value));
        Assert.Equal(new DependentKey(s_born, "葵"), row.Row.Dependent);
        Assert.Equal(Text("0027"), row.After(DependentFields.EmployeeNumber));
        Assert.Equal(Text("鈴木\u3000葵"), row.After(DependentFields.Name));
        Assert.Equal(LedgerValue.OfChoice("child"), row.After(DependentFields.Relationship));
        Assert.Equal((Date(2026, 4, 8), Date(2026, 4, 8)), (row.After(DependentFields.SocialInsuranceFrom), row.After(DependentFields.TaxFrom)));
        Assert.Equal(LedgerValue.OfChoice("birth"), row.After(DependentFields.StartReason));
        Assert.Equal(Yes, row.After(DependentFields.EligibilityCertificateWanted));
    }

    [Fact]
    public void Add_OneSide_SaysNoOnTheOther()
    {
        LedgerChange row = Assert.Single(Add(false, true).Changes);
        Assert.Equal((LedgerValue.OfYesNo(false), Yes), (row.After(DependentFields.SocialInsurance), row.After(DependentFields.Tax)));
        Assert.Null(row.After(DependentFields.SocialInsuranceFrom));
    }

    [Fact]
    public void Add_OpenOne_IsRefusedWhateverTheSurname()
    {
        Add(true, true, Both()).IsRefusedWith(NoteCodes.DependentExists);
        Add(true, false, Dependent("渡邉\u3000葵", s_born, (DependentFields.SocialInsurance, Yes))).IsRefusedWith(NoteCodes.DependentExists);
        Add(true, false, Child()).IsRefusedWith(NoteCodes.DependentExists);
    }

    [Fact]
    public void Add_EndedOne_IsANewRow()
    {
        Reflection reflection = Add(true, false, Child((DependentFields.SocialInsurance, Yes), (DependentFields.SocialInsuranceTo, Date(2025, 1, 1))));
        reflection.IsClean();
        Assert.Equal(LedgerChangeAction.Add, Assert.Single(reflection.Changes).Action);
    }

    [Fact]
    public void Add_TheOtherSideOfAnOpenRow_BeginsThatSide()
    {
        Reflection reflection = Add(true, false, Child((DependentFields.Tax, Yes)));
        reflection.IsClean();
        LedgerChange row = Assert.Single(reflection.Changes);
        Assert.Equal(LedgerChangeAction.Update, row.Action);
        Assert.Equal((Yes, Date(2026, 4, 8)), (row.After(DependentFields.SocialInsurance), row.After(DependentFields.SocialInsuranceFrom)));
        Assert.Null(row.After(DependentFields.Tax));
    }

    [Fact]
    public void Add_ASideThatHadEndedOfAnOpenRow_NeedsConfirmation()
    {
        Reflection reflection = Add(true, false, Both((DependentFields.SocialInsuranceTo, Date(2026, 4, 30))));
        Assert.True(reflection.Asks(DependentFields.SocialInsuranceTo));
        Assert.Equal(default(LedgerValue), reflection.After(DependentFields.SocialInsuranceTo));
    }

    [Fact]
    public void Add_WithNumber_WritesAnAcquisitionRow()
    {
        Reflection reflection = Reflect(DependentChange(CellsContact.Contacts.DependentChange.Add, s_child with { HasMyNumber = true, RelationshipLabel = "長女" }), Ledger(Person()));
        Assert.Equal(Text("長女"), reflection.One(LedgerTable.Dependents).After(DependentFields.Relationship));
        LedgerChange book = reflection.One(LedgerTable.HandlingBook);
        Assert.Equal((Text("鈴木\u3000葵"), Text("0027"), Text("長女")), (book.After(HandlingBookFields.Subject), book.After(HandlingBookFields.EmployeeNumber), book.After(HandlingBookFields.Relationship)));
    }

    [Fact]
    public void Add_OtherReason_WritesTheWords() => Assert.Equal(Text("認知"), Reflect(
        DependentChange(CellsContact.Contacts.DependentChange.Add, s_child) with { Reason = DependentChangeReason.Other, ReasonText = "認知" }, Ledger(Person())).After(DependentFields.StartReason));

    [Fact]
    public void Add_ForAHireNotYetReflected_NamesTheHire()
    {
        HireContact hire = Hire("h-9") with { Person = Hire().Person with { EmployeeNumber = EmployeeNumber.Parse("0027") } };
        Reflection reflection = Reflect(DependentChange(CellsContact.Contacts.DependentChange.Add, s_child), Ledger(), Options with { OpenContacts = [Open(hire)] });
        reflection.IsRefusedWith(NoteCodes.PersonHireOpen);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Remove_EndsOnlyTheNamedSides(bool social, bool tax)
    {
        Reflection reflection = Remove(social, tax, Both());
        reflection.IsClean();
        LedgerChange row = Assert.Single(reflection.Changes);
        Assert.Equal(LedgerChangeAction.Update, row.Action);
        Assert.Equal(social ? Date(2026, 4, 8) : null, row.After(DependentFields.SocialInsuranceTo));
        Assert.Equal(tax ? Date(2026, 4, 8) : null, row.After(DependentFields.TaxTo));
        Assert.Equal(LedgerValue.OfChoice("incomeIncrease"), row.After(DependentFields.EndReason));
    }

    [Theory]
    [InlineData(2026, 5, 31, 2026, 6, 1)]
    [InlineData(2026, 2, 28, 2026, 3, 1)]
    public void Remove_Death_EndsSocialInsuranceOnTheNextDay(int year, int month, int day, int endYear, int endMonth, int endDay)
    {
        DependentChangeContact death = DependentChange(CellsContact.Contacts.DependentChange.Remove, s_child) with { Reason = DependentChangeReason.Death, DeathDate = new(year, month, day), EffectiveDate = new(year, month, day) };
        Reflection reflection = Reflect(death, Ledger(Person().With(Both())));
        Assert.Equal(Date(endYear, endMonth, endDay), reflection.After(DependentFields.SocialInsuranceTo));
        Assert.Equal(Date(year, month, day), reflection.After(DependentFields.TaxTo));
    }

    [Fact]
    public void Remove_ASideThatIsNotOn_IsRefused() => Remove(false, true, Child((DependentFields.SocialInsurance, Yes))).IsRefusedWith(NoteCodes.DependentSideNotOpen);

    [Fact]
    public void Remove_RowThatSaysNothingOfEitherSide_EndsTheNamedOne() =>
        Assert.Equal(Date(2026, 4, 8), Remove(true, false, Child()).After(DependentFields.SocialInsuranceTo));

    [Fact]
    public void Remove_Unknown_IsRefused() => Remove(true, true).IsRefusedWith(NoteCodes.DependentNotFound);

    [Fact]
    public void Remove_Ended_IsRefused() => Remove(true, false, Child((DependentFields.SocialInsurance, Yes), (DependentFields.SocialInsuranceTo, Date(2025, 1, 1)))).IsRefusedWith(NoteCodes.DependentEnded);

    [Fact]
    public void Remove_TwoOpenRows_IsRefused() => Remove(true, false, Both(), Both()).IsRefusedWith(NoteCodes.DependentAmbiguous);

    [Fact]
    public void Remove_CorrectedEnd_NeedsConfirmation() =>
        Assert.True(Remove(true, false, Both((DependentFields.SocialInsuranceTo, Date(2026, 1, 1)))).Asks(DependentFields.SocialInsuranceTo));
}
