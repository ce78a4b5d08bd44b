using System.Collections.Immutable;
using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Reflectors;
using CsCheck;

namespace CellsContact.Tests.Reflectors;

/// <summary>A notice, a ledger and what the operator chose, at random but with few names, numbers and days, so that they meet.</summary>
internal sealed record RandomCase(Contact Contact, LedgerSnapshot Before, ReflectOptions Options)
{
    internal Reflection Reflect() => Office.Reflect(Contact, Before, Options);
}

internal static class RandomOffice
{
    private static readonly string[] s_families = ["鈴木", "髙橋", "𠮷田"];
    private static readonly string[] s_givens = ["花子", "葵"];

    internal static IReadOnlyList<string> Secrets { get; } = [.. s_families, .. s_givens, "ひみつ", "2001-", "1956-"];

    private static Gen<T> Of<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static readonly Gen<DateOnly> s_day = Of<DateOnly>(new(1956, 2, 29), new(1985, 4, 12), new(2001, 3, 31), new(2026, 4, 1), new(2026, 6, 30), DateOnly.MaxValue, DateOnly.MinValue);
    private static readonly Gen<bool> s_bool = Gen.Bool;
    private static readonly Gen<EmployeeNumber> s_number = Of("0027", "27", "0031", "A-1").Select(EmployeeNumber.Parse);
    private static readonly Gen<PersonName> s_name = Gen.Select(Of(s_families), Of(s_givens), s_bool, (family, given, kana) =>
        Office.Name(family, given, kana ? "スズキ" : null, kana ? "ハナコ" : null));

    private static readonly Gen<LedgerValue> s_value = Gen.OneOf(
        Gen.Const(LedgerValue.Empty),
        s_day.Select(day => LedgerValue.OfDate(day)),
        Of("ひみつ", "令和8年3月31日", " ", "=1+1", "ひみつ\ud800").Select(text => LedgerValue.OfText(text)),
        Gen.Int[0, 3].Select(number => LedgerValue.OfNumber(number)),
        s_bool.Select(yes => LedgerValue.OfYesNo(yes)),
        Gen.Enum<LedgerValueKind>().Select(kind => LedgerValue.Raw(kind, "ひみつ")));

    private static Gen<LedgerRow> Row(LedgerTable table, Gen<ImmutableArray<(LedgerField Field, LedgerValue Value)>> keys)
    {
        LedgerField[] optional = [.. LedgerFields.Of(table).Where(field => !field.IsKey)];
        return Gen.Select(keys, Gen.Select(Of(optional), s_value).Array[0, 12], (key, more) =>
        {
            Dictionary<LedgerField, LedgerValue> values = key.ToDictionary(pair => pair.Field, pair => pair.Value);
            foreach ((LedgerField field, LedgerValue value) in more)
                values[field] = value;
            return new LedgerRow(table, values);
        });
    }

    private static Gen<LedgerValue> NameCell => Gen.Select(s_name, Gen.Int[0, 5], (name, shape) => shape switch
    {
        0 => LedgerValue.OfText(name.Family + name.Given),
        1 => LedgerValue.Raw(LedgerValueKind.Formula, PersonNames.Cell(name)),
        2 => LedgerValue.OfText($"{name.Family} {name.Given}"),
        _ => LedgerValue.OfText(PersonNames.Cell(name)),
    });

    private static Gen<LedgerPerson> PersonOf(EmployeeNumber number) => Gen.Select(
        Row(LedgerTable.People, Gen.Select(NameCell, s_day, (name, born) => ImmutableArray.Create((PersonFields.EmployeeNumber, LedgerValue.OfText(number.Value)), (PersonFields.Name, name), (PersonFields.BirthDate, LedgerValue.OfDate(born))))),
        Row(LedgerTable.Payroll, NameCell.Select(name => ImmutableArray.Create((PayrollFields.Name, name)))),
        Row(LedgerTable.Dependents, Gen.Select(NameCell, s_day, (name, born) => ImmutableArray.Create((DependentFields.Name, name), (DependentFields.BirthDate, LedgerValue.OfDate(born))))).Array[0, 3],
        s_bool,
        (row, payroll, dependents, hasPayroll) => new LedgerPerson(number, row, hasPayroll ? payroll : null, dependents));

    private static readonly Gen<LedgerSnapshot> s_ledger = Gen.Select(
        PersonOf(EmployeeNumber.Parse("0027")),
        PersonOf(EmployeeNumber.Parse("0031")),
        PersonOf(EmployeeNumber.Parse("A-1")),
        Gen.Int[0, 3],
        s_bool.Array[LedgerFields.All.Count],
        s_bool,
        (first, second, third, count, has, all) =>
        {
            LedgerField[] fields = [.. LedgerFields.All.Where((field, i) => all || field.IsKey || has[i])];
            InMemoryLedger ledger = new(fields);
            ledger.Add(Office.Establishment, new[] { first, second, third }.Take(count));
            return new LedgerSnapshot(Office.Establishment, ledger.People(Office.Establishment), fields);
        });

    private static readonly Gen<PersonReference> s_reference = Gen.Select(s_number, s_name, s_day, Gen.Int[0, 3], (number, name, born, which) => which switch
    {
        0 => new PersonReference { Name = name, BirthDate = born },
        1 => new PersonReference { EmployeeNumber = number, Name = name, BirthDate = born },
        _ => new PersonReference { EmployeeNumber = number },
    });

    private static readonly Gen<Dependent> s_dependent = Gen.Select(s_name, s_day, s_bool, s_bool, Gen.Enum<Gender>(), Gen.Enum<Relationship>(), (name, born, social, tax, gender, relationship) => new Dependent
    {
        Name = name,
        BirthDate = born,
        Gender = gender,
        Relationship = relationship,
        RelationshipLabel = social ? "ひみつ" : null,
        SocialInsuranceDependent = social,
        TaxDependent = tax,
        HasMyNumber = tax,
        Address = "ひみつ",
    });

    private static readonly Gen<TextChange> s_change = Of(TextChange.Absent, TextChange.Clear, TextChange.Set("ひみつ"));

    private static readonly Gen<Contact> s_hire = Gen.Select(s_name, s_day, s_day, s_number, Gen.Int[0, 3], s_dependent.Array[0, 2], s_bool, (name, born, on, number, which, dependents, join) => (Contact)(Office.Hire() with
    {
        Person = new() { Name = name, BirthDate = born, EmployeeNumber = which == 0 ? number : null, RehireOf = which == 1 ? number : null, Address = "ひみつ" },
        HireDate = on,
        Dependents = dependents,
        HasMyNumber = join,
        SocialInsurance = new() { Join = join },
        EmploymentInsurance = new() { Join = !join },
        MonthlyWage = new() { Cash = 1 },
    }));

    private static readonly Gen<Contact> s_separation = Gen.Select(s_reference, s_day, Gen.Enum<SeparationReason>(), (person, on, reason) =>
        (Contact)(Office.Separation(on) with { Person = person, Reason = reason, ReasonText = "ひみつ", AddressAfter = new() { Address = "ひみつ" } }));

    private static readonly Gen<Contact> s_dependentChange = Gen.Select(s_reference, s_dependent, s_day, Gen.Enum<DependentChange>(), Gen.Enum<DependentChangeReason>(), s_bool, s_bool, (person, dependent, on, change, reason, social, tax) =>
        (Contact)(Office.DependentChange(change, dependent, social, tax) with { Person = person, EffectiveDate = on, Reason = reason }));

    private static readonly Gen<Contact> s_addressNameChange = Gen.Select(s_reference, s_name, s_change, s_change, s_day, Gen.Int[0, 7], s_dependent, (person, name, first, second, on, which, dependent) =>
        (Contact)(Office.AddressNameChange(
            (which & 1) == 0 ? null : new() { Address = "ひみつ", PostalCode = first, AddressKana = second },
            (which & 2) == 0 ? null : new() { Family = name.Family, FamilyKana = second, Given = (which & 4) == 0 ? null : name.Given, GivenKana = first }) with
        {
            Person = person,
            EffectiveDate = on,
            IncludesDependents = (which & 4) == 0,
            DependentsRenamed = [new() { Name = dependent.Name, BirthDate = dependent.BirthDate }],
        }));

    private static readonly Gen<Contact> s_insuranceChange = Gen.Select(s_reference, Gen.Enum<InsuranceChange>(), s_day, s_day.Nullable(), s_dependent.Array[0, 2], (person, change, on, employment, dependents) =>
        (Contact)(Office.InsuranceChange(change) with { Person = person, EffectiveDate = on, EmploymentInsuranceDate = employment, Dependents = dependents, Reason = "ひみつ" }));

    private static readonly Gen<Contact> s_myNumberUpdate = Gen.Select(s_reference, Gen.Enum<MyNumberChange>(), s_dependent, s_bool, (person, change, dependent, self) => (Contact)new MyNumberUpdateContact
    {
        Id = ContactId.Parse("m-1"),
        EstablishmentId = Office.Establishment,
        SentAt = DateTimeOffset.UnixEpoch,
        Person = person,
        Change = change,
        Subject = self ? MyNumberSubject.Self : MyNumberSubject.Of(new() { Name = dependent.Name, BirthDate = dependent.BirthDate }),
    });

    private static readonly Gen<Contact> s_contact = Gen.OneOf(s_hire, s_separation, s_dependentChange, s_addressNameChange, s_insuranceChange, s_myNumberUpdate);

    internal static Gen<RandomCase> Cases { get; } = Gen.Select(s_contact, s_ledger, s_contact.Array[0, 2], s_bool, s_bool, (contact, before, open, publish, dates) => new RandomCase(contact, before, Office.Options with
    {
        Publish = publish,
        ReflectLossDates = dates,
        ReflectAcquisitionDates = dates,
        OpenContacts = [.. open.Select(Office.Open)],
    }));
}
