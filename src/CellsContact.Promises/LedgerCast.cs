using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Promises;

/// <summary>The people the promises are told about, and the changes made to them.</summary>
internal static class LedgerCast
{
    internal static LedgerPerson Person(string number, string name, DateOnly birthDate, params (LedgerField Field, LedgerValue Value)[] more) => new(
        EmployeeNumber.Parse(number),
        Row(LedgerTable.People, [(PersonFields.EmployeeNumber, Text(number)), (PersonFields.Name, Text(name)), (PersonFields.BirthDate, Date(birthDate)), .. more]),
        null,
        []);

    internal static LedgerPerson Suzuki(string number = "0027", params (LedgerField Field, LedgerValue Value)[] more) =>
        Person(number, "鈴木\u3000一郎", new(1985, 4, 12), [(PersonFields.NameKana, Text("ｽｽﾞｷ ｲﾁﾛｳ")), (PersonFields.Phone, Text("090-0000-0001")), .. more]);

    internal static LedgerPerson Sato(string number = "0031") => Person(number, "佐藤\u3000花子", new(1992, 2, 29), (PersonFields.Phone, Text("090-0000-0002")));

    internal static LedgerPerson WithPayroll(this LedgerPerson person) => person with
    {
        Payroll = Row(LedgerTable.Payroll, (PayrollFields.EmployeeNumber, Text(person.Number.Value)), (PayrollFields.Name, person.Row[PersonFields.Name]), (PayrollFields.WageInCash, LedgerValue.OfNumber(250_000))),
    };

    internal static LedgerPerson With(this LedgerPerson person, params LedgerRow[] dependents) => person with
    {
        Dependents = [.. dependents.Select(row => new LedgerRow(LedgerTable.Dependents, row.Values.Append(new(DependentFields.EmployeeNumber, Text(person.Number.Value)))))],
    };

    internal static DateOnly ChildBorn { get; } = new(2020, 6, 15);

    internal static DependentKey ChildKey { get; } = new(ChildBorn, "葵");

    internal static LedgerRow Child(DateOnly from, DateOnly? to = null, string family = "鈴木") => Row(LedgerTable.Dependents, ChildValues(from, to, family));

    internal static (LedgerField Field, LedgerValue Value)[] ChildValues(DateOnly from, DateOnly? to = null, string family = "鈴木") =>
    [
        (DependentFields.Name, Text($"{family}\u3000葵")),
        (DependentFields.Relationship, LedgerValue.OfChoice("child")),
        (DependentFields.BirthDate, Date(ChildBorn)),
        (DependentFields.SocialInsurance, LedgerValue.OfYesNo(true)),
        (DependentFields.SocialInsuranceFrom, Date(from)),
        (DependentFields.SocialInsuranceTo, LedgerValue.OfDate(to)),
    ];

    internal static LedgerRow Row(LedgerTable table, params (LedgerField Field, LedgerValue Value)[] values) =>
        new(table, values.Where(value => !value.Value.IsEmpty).Select(value => KeyValuePair.Create(value.Field, value.Value)));

    internal static LedgerValue Text(string text) => LedgerValue.OfText(text);

    internal static LedgerValue Date(DateOnly date) => LedgerValue.OfDate(date);

    internal static LedgerRowKey Key(string number, DependentKey? dependent = null) => new(LedgerPersonKey.Of(EmployeeNumber.Parse(number)), dependent);

    internal static LedgerRowKey Slot(DependentKey? dependent = null) => new(LedgerPersonKey.New("new"), dependent);

    internal static LedgerChange Add(LedgerTable table, LedgerRowKey key, params (LedgerField Field, LedgerValue Value)[] values) =>
        new(table, key, LedgerChangeAction.Add, [.. values.Where(value => !value.Value.IsEmpty).Select(value => new FieldChange(value.Field, default, value.Value))]);

    /// <summary>A new person, numbered by the ledger or with a number of its own.</summary>
    internal static LedgerChange NewPerson(string? number = null, string name = "新人\u3000次郎") => number is null
        ? Add(LedgerTable.People, Slot(), (PersonFields.Name, Text(name)), (PersonFields.BirthDate, Date(new(2000, 1, 31))))
        : Add(LedgerTable.People, Key(number), (PersonFields.EmployeeNumber, Text(number)), (PersonFields.Name, Text(name)), (PersonFields.BirthDate, Date(new(2000, 1, 31))));

    internal static LedgerChange AddChild(string number, DateOnly from) =>
        Add(LedgerTable.Dependents, Key(number, ChildKey), [(DependentFields.EmployeeNumber, Text(number)), .. ChildValues(from)]);

    internal static LedgerChange Update(LedgerPerson person, LedgerField field, LedgerValue after) => Update(person, (field, person.Row[field], after));

    internal static LedgerChange Update(LedgerPerson person, params (LedgerField Field, LedgerValue Before, LedgerValue After)[] fields) =>
        new(LedgerTable.People, new(LedgerPersonKey.Of(person.Number)), LedgerChangeAction.Update, [.. fields.Select(one => new FieldChange(one.Field, one.Before, one.After))]);

    internal static LedgerChange UpdateDependent(string number, LedgerRow row, LedgerField field, LedgerValue after) =>
        new(LedgerTable.Dependents, Key(number, ChildKey), LedgerChangeAction.Update,
            [new(DependentFields.SocialInsuranceFrom, row[DependentFields.SocialInsuranceFrom], row[DependentFields.SocialInsuranceFrom]), new(field, row[field], after)]);

    /// <summary>Takes a row out, with its full image.</summary>
    internal static LedgerChange Remove(LedgerRowKey key, LedgerRow row) =>
        new(row.Table, key, LedgerChangeAction.Remove, [.. row.Values.Where(value => !value.Value.IsEmpty).Select(value => new FieldChange(value.Key, value.Value, default))]);

    internal static LedgerChange AddHandling(string number, string contact) => Add(
        LedgerTable.HandlingBook,
        Key(number),
        (HandlingBookFields.RecordedAt, Text("2026-05-02 13:00:00 +09:00")),
        (HandlingBookFields.EmployeeNumber, Text(number)),
        (HandlingBookFields.Subject, Text("鈴木\u3000一郎")),
        (HandlingBookFields.Handling, Text("取得")),
        (HandlingBookFields.Operator, Text("担当")),
        (HandlingBookFields.ContactId, Text(contact)));
}
