using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Reflectors;
using static CellsContact.Tests.Reflectors.Office;

namespace CellsContact.Tests.Reflectors;

/// <summary>"Finding the person", told with an insurance class change, which does nothing else.</summary>
public class PersonResolverTests
{
    private static InsuranceChangeContact About(PersonReference person) => InsuranceChange(CellsContact.Contacts.InsuranceChange.ChangeClass) with
    {
        Person = person,
        NewClass = new() { SocialInsurance = SocialInsuranceClass.ShortTime },
    };

    private static string? Found(Reflection reflection) => reflection.Changes.SingleOrDefault()?.Row.Person.Number?.Value;

    [Theory]
    [InlineData("0027", "0027")]
    [InlineData("27", "0027")]
    [InlineData("0027", "27")]
    [InlineData("0027", "００２７")]
    public void ByNumber_WithoutWidthAndLeadingZeros_Finds(string asked, string inLedger) =>
        Assert.Equal(inLedger, Found(Reflect(About(Number(asked)), Ledger(Person(inLedger)))));

    [Fact]
    public void ByNumber_ExactAndFolded_TheExactOneWins() =>
        Assert.Equal("0027", Found(Reflect(About(Number("0027")), Ledger(Person("27"), Person("0027")))));

    [Fact]
    public void ByNumber_TwoFoldedHits_RefusesNamingBoth()
    {
        Reflection reflection = Reflect(About(Number("00027")), Ledger(Person("0027"), Person("27")));
        reflection.IsRefusedWith(NoteCodes.PersonAmbiguous);
        Assert.Contains("0027、27", reflection.Notes[0].Message.Japanese, StringComparison.Ordinal);
    }

    [Fact]
    public void ByNumber_TwoRowsOfOneNumber_Refuses() =>
        Reflect(About(Number("0027")), Ledger(Person(), Person())).IsRefusedWith(NoteCodes.PersonAmbiguous);

    [Theory]
    [InlineData("鈴木", "花子", null, null)]
    [InlineData("ｽｽﾞｷ", "ｲﾛｲﾛ", "スズキ", "ハナコ")]
    [InlineData("すずき", "はなこ", "すずき", "はなこ")]
    public void ByName_FoldedForWidthAndKana_Finds(string family, string given, string? familyKana, string? givenKana) =>
        Assert.Equal("0027", Found(Reflect(About(new() { Name = Name(family, given, familyKana, givenKana), BirthDate = Born }), Ledger(Person()))));

    [Fact]
    public void ByName_BirthDateAsText_Finds() =>
        Assert.Equal("0027", Found(Reflect(About(Hanako), Ledger(Person("0027", (PersonFields.BirthDate, Text("昭和60年4月12日")))))));

    [Fact]
    public void ByName_OneLeftOneActive_TheActiveOneWins() =>
        Assert.Equal("0031", Found(Reflect(About(Hanako), Ledger(Person("0027", (PersonFields.LeftOn, Date(2026, 3, 31))), Person("0031")))));

    [Fact]
    public void ByName_TwoActive_RefusesNamingBoth()
    {
        Reflection reflection = Reflect(About(Hanako), Ledger(Person("0027"), Person("0031")));
        reflection.IsRefusedWith(NoteCodes.PersonAmbiguous);
        Assert.Contains("0027、0031", reflection.Notes[0].Message.Japanese, StringComparison.Ordinal);
        Assert.DoesNotContain("花子", reflection.Notes[0].Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ByName_EverybodyLeft_TheLatestEmploymentIsMeant() =>
        Assert.Equal("0031", Found(Reflect(About(Hanako), Ledger(
            Person("0027", (PersonFields.LeftOn, Date(2020, 3, 31))),
            Person("0031", (PersonFields.LeftOn, Date(2025, 3, 31))),
            Person("0005", (PersonFields.LeftOn, Date(2015, 3, 31)))))));

    [Fact]
    public void Nobody_Refuses() => Reflect(About(Number("9999")), Ledger(Person())).IsRefusedWith(NoteCodes.PersonNotFound);

    [Fact]
    public void Nobody_ReferenceSaysNothing_Refuses() => Reflect(About(new()), Ledger(Person())).IsRefusedWith(NoteCodes.PersonNotFound);

    [Fact]
    public void Nobody_ButAnUnprocessedHireBringsThePerson_NamesIt()
    {
        HireContact hire = Hire("h-9") with { Person = new() { Name = Name("鈴木", "花子"), BirthDate = Born } };
        Reflection reflection = Reflect(About(Hanako), Ledger(), Options with { OpenContacts = [Open(hire)] });
        reflection.IsRefusedWith(NoteCodes.PersonHireOpen);
        Assert.Equal(hire.Key, reflection.Notes[0].Contact);
        Assert.Contains("h-9", reflection.Notes[0].Message.Japanese, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_ButAnUnprocessedHireHasTheNumber_NamesIt()
    {
        HireContact hire = Hire("h-9") with { Person = Hire().Person with { EmployeeNumber = EmployeeNumber.Parse("0040") } };
        Reflect(About(Number("40")), Ledger(), Options with { OpenContacts = [Open(hire)] }).IsRefusedWith(NoteCodes.PersonHireOpen);
    }

    [Fact]
    public void Nobody_UnprocessedHireOfSomebodyElse_IsNotNamed() =>
        Reflect(About(Hanako), Ledger(), Options with { OpenContacts = [Open(Hire())] }).IsRefusedWith(NoteCodes.PersonNotFound);

    [Theory]
    [InlineData(2026, 4, 30, true)]
    [InlineData(2026, 5, 1, false)]
    [InlineData(2026, 5, 2, false)]
    public void LeftBeforeTheEffectiveDate_NeedsConfirmation(int year, int month, int day, bool asks)
    {
        Reflection reflection = Reflect(About(Number("0027")), Ledger(Person("0027", (PersonFields.LeftOn, Date(year, month, day)))));
        Assert.Equal(asks, reflection.Says(NoteLevel.NeedsConfirmation, NoteCodes.PersonLeft));
        Assert.Equal("0027", Found(reflection));
    }

    [Fact]
    public void NumberOfSomebodyElse_NeedsConfirmation()
    {
        Reflection reflection = Reflect(About(new() { EmployeeNumber = EmployeeNumber.Parse("0027"), Name = Name("髙橋", "太郎"), BirthDate = Born }), Ledger(Person()));
        Assert.True(reflection.Says(NoteLevel.NeedsConfirmation, NoteCodes.PersonMismatch));
        Assert.True(Reflect(About(new() { EmployeeNumber = EmployeeNumber.Parse("0027"), BirthDate = new(1985, 4, 13) }), Ledger(Person())).Says(NoteLevel.NeedsConfirmation, NoteCodes.PersonMismatch));
        Reflect(About(Hanako with { EmployeeNumber = EmployeeNumber.Parse("0027") }), Ledger(Person())).IsClean();
    }

    [Fact]
    public void EarlierUnprocessedNoticeOfThePerson_WarnsAndNamesIt()
    {
        AddressNameChangeContact earlier = AddressNameChange(name: new() { Family = "渡邉" });
        Reflection reflection = Reflect(About(Number("0027")), Ledger(Person()), Options with { OpenContacts = [Open(earlier)] });
        ReflectionNote note = Assert.Single(reflection.Notes);
        Assert.Equal((NoteLevel.Warning, NoteCodes.EarlierOpen, earlier.Key), (note.Level, note.Code, note.Contact));
        Assert.Contains("a-1", note.Message.Japanese, StringComparison.Ordinal);
    }

    [Fact]
    public void LaterOrOtherOrCorrectedNotice_DoesNotWarn()
    {
        OpenContact[] open =
        [
            Open(Separation(new(2026, 5, 2), "later")),
            Open(Separation(new(2026, 4, 1), "other") with { Person = Number("0099") }),
            Open(Separation(new(2026, 4, 1), "corrected")),
        ];
        InsuranceChangeContact contact = About(Number("0027")) with { Corrects = ContactId.Parse("corrected") };
        Reflect(contact, Ledger(Person()), Options with { OpenContacts = open }).IsClean();
    }

    [Theory]
    [InlineData(2026, 4, 30, true)]
    [InlineData(2026, 5, 1, false)]
    public void FutureEffectiveDate_Warns(int year, int month, int day, bool warns) =>
        Assert.Equal(warns, Reflect(About(Number("0027")), Ledger(Person()), Options with { Today = new(year, month, day) }).Says(NoteLevel.Warning, NoteCodes.FutureDate));

    [Fact]
    public void OneHumanAtTwoEstablishments_IsTwoPeople()
    {
        LedgerSnapshot there = new(EstablishmentId.Parse("E002"), [], LedgerFields.All);
        Reflect(About(Hanako), there).IsRefusedWith(NoteCodes.PersonNotFound);
        Assert.Equal("0027", Found(Reflect(About(Hanako), Ledger(Person()))));
    }
}
