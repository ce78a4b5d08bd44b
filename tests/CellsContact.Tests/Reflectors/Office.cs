using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Reflectors;

namespace CellsContact.Tests.Reflectors;

/// <summary>The people and notices the reflectors' tests are told about.</summary>
internal static class Office
{
    internal static EstablishmentId Establishment { get; } = EstablishmentId.Parse("E001");

    internal static DateOnly Today { get; } = new(2026, 6, 30);

    internal static DateOnly Born { get; } = new(1985, 4, 12);

    internal static ReflectOptions Options { get; } = new()
    {
        Today = Today,
        Now = new(2026, 6, 30, 10, 0, 0, TimeSpan.FromHours(9)),
        OperatorName = "担当",
    };

    internal static PersonName Name(string family, string given, string? familyKana = null, string? givenKana = null) =>
        new() { Family = family, Given = given, FamilyKana = familyKana, GivenKana = givenKana };

    internal static LedgerValue Text(string text) => LedgerValue.OfText(text);

    internal static LedgerValue Date(int year, int month, int day) => LedgerValue.OfDate(new(year, month, day));

    internal static LedgerValue Yes { get; } = LedgerValue.OfYesNo(true);

    internal static LedgerPerson Person(string number = "0027", params (LedgerField Field, LedgerValue Value)[] more)
    {
        Dictionary<LedgerField, LedgerValue> values = new()
        {
            [PersonFields.EmployeeNumber] = Text(number),
            [PersonFields.Name] = Text("鈴木\u3000花子"),
            [PersonFields.NameKana] = Text("ｽｽﾞｷ ﾊﾅｺ"),
            [PersonFields.BirthDate] = LedgerValue.OfDate(Born),
        };
        foreach ((LedgerField field, LedgerValue value) in more)
            values[field] = value;
        LedgerRow payroll = Row(LedgerTable.Payroll, (PayrollFields.EmployeeNumber, Text(number)), (PayrollFields.Name, values[PersonFields.Name]));
        return new(EmployeeNumber.Parse(number), new(LedgerTable.People, values), payroll, []);
    }

    internal static LedgerPerson With(this LedgerPerson person, params LedgerRow[] dependents) => person with { Dependents = dependents };

    internal static LedgerRow Row(LedgerTable table, params (LedgerField Field, LedgerValue Value)[] values) =>
        new(table, values.Select(value => KeyValuePair.Create(value.Field, value.Value)));

    internal static LedgerRow Dependent(string name, DateOnly born, params (LedgerField Field, LedgerValue Value)[] more) =>
        Row(LedgerTable.Dependents, [(DependentFields.Name, Text(name)), (DependentFields.BirthDate, LedgerValue.OfDate(born)), .. more]);

    internal static LedgerSnapshot Ledger(params LedgerPerson[] people) => new(Establishment, people, LedgerFields.All);

    internal static LedgerSnapshot LedgerWithout(LedgerField[] fields, params LedgerPerson[] people) => new(
        Establishment,
        people.Select(person => person with { Row = new(LedgerTable.People, person.Row.Values.Where(value => !fields.Contains(value.Key))) }),
        LedgerFields.All.Except(fields));

    internal static PersonReference Number(string number) => new() { EmployeeNumber = EmployeeNumber.Parse(number) };

    internal static PersonReference Hanako { get; } = new() { Name = Name("鈴木", "花子"), BirthDate = Born };

    internal static HireContact Hire(string id = "h-1") => new()
    {
        Id = ContactId.Parse(id),
        EstablishmentId = Establishment,
        SentAt = new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(9)),
        Person = new() { Name = Name("髙橋", "太郎", "タカハシ", "タロウ"), BirthDate = new(1990, 5, 3), Gender = Gender.Male },
        HireDate = new(2026, 4, 1),
    };

    internal static SeparationContact Separation(DateOnly on, string id = "s-1") => new()
    {
        Id = ContactId.Parse(id),
        EstablishmentId = Establishment,
        SentAt = new(2026, 3, 25, 9, 0, 0, TimeSpan.FromHours(9)),
        Person = Number("0027"),
        SeparationDate = on,
        Reason = SeparationReason.Voluntary,
    };

    internal static DependentChangeContact DependentChange(DependentChange change, Dependent dependent, bool social = true, bool tax = true) => new()
    {
        Id = ContactId.Parse("d-1"),
        EstablishmentId = Establishment,
        SentAt = new(2026, 4, 10, 9, 0, 0, TimeSpan.FromHours(9)),
        Person = Number("0027"),
        Change = change,
        EffectiveDate = new(2026, 4, 8),
        Reason = change == CellsContact.Contacts.DependentChange.Add ? DependentChangeReason.Birth : DependentChangeReason.IncomeIncrease,
        Dependent = dependent,
        SocialInsuranceDependent = social,
        TaxDependent = tax,
    };

    internal static AddressNameChangeContact AddressNameChange(AddressChange? address = null, NameChange? name = null) => new()
    {
        Id = ContactId.Parse("a-1"),
        EstablishmentId = Establishment,
        SentAt = new(2026, 4, 15, 9, 0, 0, TimeSpan.FromHours(9)),
        Person = Number("0027"),
        EffectiveDate = new(2026, 4, 12),
        NewAddress = address,
        NewName = name,
    };

    internal static InsuranceChangeContact InsuranceChange(InsuranceChange change) => new()
    {
        Id = ContactId.Parse("i-1"),
        EstablishmentId = Establishment,
        SentAt = new(2026, 5, 1, 9, 0, 0, TimeSpan.FromHours(9)),
        Person = Number("0027"),
        Change = change,
        EffectiveDate = new(2026, 5, 1),
    };

    internal static OpenContact Open(Contact contact) => new(contact.Key, contact.Kind, contact.EffectiveOn, contact);

    internal static Reflection Reflect(Contact contact, LedgerSnapshot before, ReflectOptions? options = null)
    {
        InsuranceDateRules rules = new();
        options ??= Options;
        return contact switch
        {
            HireContact hire => new HireReflector(rules).Reflect(hire, before, options),
            SeparationContact separation => new SeparationReflector(rules).Reflect(separation, before, options),
            DependentChangeContact dependent => new DependentChangeReflector(rules).Reflect(dependent, before, options),
            AddressNameChangeContact change => new AddressNameChangeReflector().Reflect(change, before, options),
            InsuranceChangeContact change => new InsuranceChangeReflector(rules).Reflect(change, before, options),
            MyNumberUpdateContact update => new MyNumberUpdateReflector().Reflect(update, before, options),
            _ => throw new ArgumentException("No reflector.", nameof(contact)),
        };
    }
}

/// <summary>What a reflection says, in a word.</summary>
internal static class ReflectionWords
{
    internal static LedgerChange One(this Reflection reflection, LedgerTable table) => Assert.Single(reflection.Changes, change => change.Table == table);

    internal static IEnumerable<LedgerChange> All(this Reflection reflection, LedgerTable table) => reflection.Changes.Where(change => change.Table == table);

    /// <summary>The value a field gets; <c>null</c> where it is left alone.</summary>
    internal static LedgerValue? After(this LedgerChange change, LedgerField field) => change.Fields.SingleOrDefault(one => one.Field == field)?.After;

    /// <summary>The value a field gets anywhere in the reflection; <c>null</c> where it is left alone.</summary>
    internal static LedgerValue? After(this Reflection reflection, LedgerField field) =>
        reflection.Changes.SelectMany(change => change.Fields).SingleOrDefault(one => one.Field == field)?.After;

    internal static bool Says(this Reflection reflection, NoteLevel level, string code, LedgerField? field = null) =>
        reflection.Notes.Any(note => note.Level == level && note.Code == code && (field is null || note.Field == field));

    internal static bool Asks(this Reflection reflection, LedgerField field) =>
        reflection.ToConfirm.Any(note => note.ConfirmationKey == field.Id);

    internal static void IsRefusedWith(this Reflection reflection, string code)
    {
        Assert.True(reflection.IsRefused);
        Assert.Contains(reflection.Notes, note => note.Level == NoteLevel.Refusal && note.Code == code);
        Assert.Empty(reflection.Changes);
    }

    internal static void IsClean(this Reflection reflection) => Assert.Empty(reflection.Notes);
}
