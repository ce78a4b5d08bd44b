using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Reflectors;
using static CellsContact.Tests.Reflectors.Office;

namespace CellsContact.Tests.Reflectors;

public class AddressNameChangeReflectorTests
{
    private static readonly DateOnly s_born = new(2020, 6, 15);

    private static readonly AddressChange s_address = new()
    {
        PostalCode = TextChange.Set("530-0001"),
        Address = "大阪府大阪市北区梅田2-4-9",
        AddressKana = TextChange.Set("オオサカフオオサカシキタクウメダ2-4-9"),
    };

    private static readonly NameChange s_name = new() { Family = "渡邉", FamilyKana = TextChange.Set("ワタナベ") };

    private static LedgerPerson Resident(params (LedgerField Field, LedgerValue Value)[] more) => Person(
        "0027",
        [(PersonFields.PostalCode, Text("460-0008")), (PersonFields.Address, Text("愛知県名古屋市中区栄1-2-3")), (PersonFields.AddressKana, Text("ｱｲﾁｹﾝ")), .. more]);

    private static LedgerRow Child(string name = "鈴木\u3000葵", params (LedgerField Field, LedgerValue Value)[] more) =>
        Dependent(name, s_born, [(DependentFields.Tax, Yes), (DependentFields.NameKana, Text("ｽｽﾞｷ ｱｵｲ")), (DependentFields.Address, Text("愛知県名古屋市中区栄1-2-3")), .. more]);

    [Fact]
    public void Address_IsReplacedWithoutConfirmation()
    {
        Reflection reflection = Reflect(AddressNameChange(s_address), Ledger(Resident((PersonFields.AddressChangedOn, Date(2020, 1, 1)))));
        reflection.IsClean();
        Assert.Equal(Text("530-0001"), reflection.After(PersonFields.PostalCode));
        Assert.Equal(Text("大阪府大阪市北区梅田2-4-9"), reflection.After(PersonFields.Address));
        Assert.Equal(Text("オオサカフオオサカシキタクウメダ2-4-9"), reflection.After(PersonFields.AddressKana));
        Assert.Equal(Date(2026, 4, 12), reflection.After(PersonFields.AddressChangedOn));
        Assert.Null(reflection.After(PersonFields.Name));
    }

    [Theory]
    [InlineData("2026-04-13", true)]
    [InlineData("2026-04-12", false)]
    [InlineData("いつか", true)]
    public void Address_OlderThanTheLedgersOwnChange_NeedsConfirmation(string changedOn, bool asks)
    {
        Reflection reflection = Reflect(AddressNameChange(s_address), Ledger(Resident((PersonFields.AddressChangedOn, Text(changedOn)))));
        Assert.Equal(asks, reflection.Asks(PersonFields.Address));
        Assert.Equal(asks, reflection.Asks(PersonFields.PostalCode));
    }

    [Fact]
    public void Address_WithoutPostalCodeAndKana_WarnsListingTheStaleParts()
    {
        Reflection reflection = Reflect(AddressNameChange(new() { Address = "東京都" }), Ledger(Resident()));
        Assert.Null(reflection.After(PersonFields.PostalCode));
        Assert.True(reflection.Says(NoteLevel.Warning, NoteCodes.PartialChange, PersonFields.PostalCode));
        Assert.True(reflection.Says(NoteLevel.Warning, NoteCodes.PartialChange, PersonFields.AddressKana));
    }

    [Fact]
    public void Address_NullClears_AbsentLeavesAlone()
    {
        Reflection reflection = Reflect(AddressNameChange(s_address with { PostalCode = TextChange.Clear, AddressKana = TextChange.Absent }), Ledger(Resident()));
        Assert.Equal(default(LedgerValue), reflection.After(PersonFields.PostalCode));
        Assert.Null(reflection.After(PersonFields.AddressKana));
    }

    [Fact]
    public void Address_ResidentRecordFilled_HintsThatItStays()
    {
        Reflection reflection = Reflect(AddressNameChange(s_address), Ledger(Resident((PersonFields.ResidentRecordAddress, Text("北海道")))));
        Assert.True(reflection.Says(NoteLevel.Hint, NoteCodes.ResidentRecordAddress));
        Assert.Null(reflection.After(PersonFields.ResidentRecordAddress));
    }

    [Fact]
    public void Dependents_MoveOnlyIfIncludedOpenAndLivingTogether()
    {
        LedgerRow together = Child("鈴木\u3000葵", (DependentFields.LivesTogether, Yes));
        LedgerRow apart = Dependent("鈴木\u3000母", new(1950, 1, 1), (DependentFields.Tax, Yes), (DependentFields.LivesTogether, LedgerValue.OfYesNo(false)), (DependentFields.Address, Text("北海道")));
        LedgerRow ended = Dependent("鈴木\u3000兄", new(1980, 1, 1), (DependentFields.Tax, Yes), (DependentFields.TaxTo, Date(2020, 1, 1)), (DependentFields.LivesTogether, Yes));
        LedgerPerson person = Resident().With(together, apart, ended);
        Assert.Empty(Reflect(AddressNameChange(s_address), Ledger(person)).All(LedgerTable.Dependents));
        LedgerChange moved = Reflect(AddressNameChange(s_address) with { IncludesDependents = true }, Ledger(person)).One(LedgerTable.Dependents);
        Assert.Equal("葵", moved.Row.Dependent?.GivenName);
        Assert.Equal(Text("大阪府大阪市北区梅田2-4-9"), moved.After(DependentFields.Address));
        Assert.Equal(Text("530-0001"), moved.After(DependentFields.PostalCode));
        Assert.Null(moved.After(DependentFields.Name));
    }

    [Fact]
    public void Dependents_LedgerDoesNotSayWhetherTogether_TheSameAddressMovesTheOthersAreNamed()
    {
        AddressNameChangeContact contact = AddressNameChange(s_address) with { IncludesDependents = true };
        Reflect(contact, Ledger(Resident().With(Child()))).One(LedgerTable.Dependents);
        Reflection elsewhere = Reflect(contact, Ledger(Resident().With(Dependent("鈴木\u3000母", new(1950, 1, 1), (DependentFields.Tax, Yes), (DependentFields.Address, Text("北海道"))))));
        Assert.Empty(elsewhere.All(LedgerTable.Dependents));
        Assert.True(elsewhere.Says(NoteLevel.Warning, NoteCodes.LivesTogetherUnknown));
    }

    [Fact]
    public void Surname_IsReplacedAndTheFormerKept()
    {
        Reflection reflection = Reflect(AddressNameChange(name: s_name), Ledger(Resident()));
        reflection.IsClean();
        LedgerChange person = reflection.One(LedgerTable.People);
        Assert.Equal(Text("渡邉\u3000花子"), person.After(PersonFields.Name));
        Assert.Equal(Text("ワタナベ ﾊﾅｺ"), person.After(PersonFields.NameKana));
        Assert.Equal(Text("鈴木"), person.After(PersonFields.FormerSurname));
        Assert.Equal(Date(2026, 4, 12), person.After(PersonFields.NameChangedOn));
        Assert.Equal(Text("渡邉\u3000花子"), reflection.One(LedgerTable.Payroll).After(PayrollFields.Name));
        Assert.Null(person.After(PersonFields.Address));
    }

    [Fact]
    public void Surname_OlderThanTheLedgersOwnChange_NeedsConfirmation() =>
        Assert.True(Reflect(AddressNameChange(name: s_name), Ledger(Resident((PersonFields.NameChangedOn, Date(2026, 5, 1))))).Asks(PersonFields.Name));

    [Fact]
    public void Surname_FormerOccupied_NeedsConfirmation()
    {
        Reflection reflection = Reflect(AddressNameChange(name: s_name), Ledger(Resident((PersonFields.FormerSurname, Text("佐藤")))));
        Assert.Equal(PersonFields.FormerSurname.Id, Assert.Single(reflection.ToConfirm).ConfirmationKey);
    }

    [Fact]
    public void Surname_PayrollNameIsAFormula_FollowsByItself()
    {
        LedgerPerson person = Resident();
        person = person with { Payroll = person.Payroll!.With([new(PayrollFields.Name, default, LedgerValue.Raw(LedgerValueKind.Formula, "鈴木\u3000花子"))]) };
        Reflection reflection = Reflect(AddressNameChange(name: s_name), Ledger(person));
        reflection.IsClean();
        Assert.Empty(reflection.All(LedgerTable.Payroll));
    }

    [Fact]
    public void Surname_PayrollNameIsAnother_NeedsConfirmation()
    {
        LedgerPerson person = Resident();
        person = person with { Payroll = person.Payroll!.With([new(PayrollFields.Name, default, Text("鈴木\u3000華子"))]) };
        Assert.True(Reflect(AddressNameChange(name: s_name), Ledger(person)).Asks(PayrollFields.Name));
    }

    [Fact]
    public void Surname_NameCannotBeSplit_IsRefusedUntilTheWholeNameIsStated()
    {
        LedgerPerson person = Resident((PersonFields.Name, Text("鈴木花子")));
        Reflection refused = Reflect(AddressNameChange(name: s_name), Ledger(person));
        refused.IsRefusedWith(NoteCodes.NameUnsplittable);
        Assert.Contains(refused.Notes, note => note.Message.Japanese.Contains("newName.given", StringComparison.Ordinal));
        Reflection stated = Reflect(AddressNameChange(name: s_name with { Given = "花子" }), Ledger(person));
        Assert.Empty(stated.ToConfirm);
        Assert.Equal(Text("渡邉\u3000花子"), stated.One(LedgerTable.People).After(PersonFields.Name));
        Assert.Equal(Text("鈴木"), stated.After(PersonFields.FormerSurname));
    }

    [Fact]
    public void Surname_WholeNameStatedButFormerUnknown_SaysSo()
    {
        Reflection reflection = Reflect(AddressNameChange(name: s_name with { Given = "華" }), Ledger(Resident((PersonFields.Name, Text("鈴木花子")))));
        Assert.True(reflection.Says(NoteLevel.Warning, NoteCodes.PartialChange, PersonFields.FormerSurname));
    }

    [Fact]
    public void GivenNameChanged_NeedsConfirmation() =>
        Assert.True(Reflect(AddressNameChange(name: s_name with { Given = "華子" }), Ledger(Resident())).Asks(PersonFields.Name));

    [Fact]
    public void Surname_NameIsAFormula_IsRefused() =>
        Reflect(AddressNameChange(name: s_name), Ledger(Resident((PersonFields.Name, LedgerValue.Raw(LedgerValueKind.Formula, "鈴木\u3000花子"))))).IsRefusedWith(NoteCodes.Formula);

    [Fact]
    public void Surname_WithoutKana_WarnsThatTheKanaAreStale()
    {
        Reflection reflection = Reflect(AddressNameChange(name: new() { Family = "渡邉" }), Ledger(Resident()));
        Assert.True(reflection.Says(NoteLevel.Warning, NoteCodes.PartialChange, PersonFields.NameKana));
        Assert.Null(reflection.After(PersonFields.NameKana));
    }

    [Fact]
    public void Surname_KanaCleared_NeedsConfirmation() =>
        Assert.True(Reflect(AddressNameChange(name: s_name with { FamilyKana = TextChange.Clear }), Ledger(Resident())).Asks(PersonFields.NameKana));

    [Fact]
    public void Dependents_OnlyTheNamedAreRenamed()
    {
        LedgerRow inLaw = Dependent("鈴木\u3000京子", new(1950, 1, 1), (DependentFields.Tax, Yes));
        AddressNameChangeContact contact = AddressNameChange(name: s_name) with
        {
            DependentsRenamed = [new() { Name = Name("鈴木", "葵"), BirthDate = s_born }],
            IncludesDependents = true,
        };
        Reflection reflection = Reflect(contact, Ledger(Resident().With(Child(), inLaw)));
        reflection.IsClean();
        LedgerChange renamed = reflection.One(LedgerTable.Dependents);
        Assert.Equal(Text("渡邉\u3000葵"), renamed.After(DependentFields.Name));
        Assert.Equal(Text("ワタナベ ｱｵｲ"), renamed.After(DependentFields.NameKana));
        Assert.Null(renamed.After(DependentFields.Address));
    }

    [Fact]
    public void Dependents_RenamedAndMoved_IsOneChange()
    {
        AddressNameChangeContact contact = AddressNameChange(s_address, s_name) with
        {
            DependentsRenamed = [new() { Name = Name("鈴木", "葵"), BirthDate = s_born }],
            IncludesDependents = true,
        };
        LedgerChange change = Reflect(contact, Ledger(Resident().With(Child()))).One(LedgerTable.Dependents);
        Assert.NotNull(change.After(DependentFields.Name));
        Assert.NotNull(change.After(DependentFields.Address));
    }

    [Fact]
    public void Dependents_RenamedButUnknown_Warns()
    {
        AddressNameChangeContact contact = AddressNameChange(name: s_name) with { DependentsRenamed = [new() { Name = Name("鈴木", "葵"), BirthDate = s_born }] };
        Assert.True(Reflect(contact, Ledger(Resident())).Says(NoteLevel.Warning, NoteCodes.DependentNotFound));
    }

    [Fact]
    public void Dependents_RenamedWithoutANewSurname_Warns()
    {
        AddressNameChangeContact contact = AddressNameChange(s_address) with { DependentsRenamed = [new() { Name = Name("鈴木", "葵"), BirthDate = s_born }] };
        Assert.True(Reflect(contact, Ledger(Resident())).Says(NoteLevel.Warning, NoteCodes.RenamedWithoutName));
    }
}
