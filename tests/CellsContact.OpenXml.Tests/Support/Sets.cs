using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.OpenXml.Tests.Support;

/// <summary>Change sets as reflectors make them.</summary>
internal static class Sets
{
    public static readonly EstablishmentId E001 = EstablishmentId.Parse("E001");

    public static LedgerChangeSet Of(string contact, params LedgerChange[] changes) => Of(contact, 1, ChangeSetPurpose.Apply, changes);

    public static LedgerChangeSet Of(string contact, int attempt, ChangeSetPurpose purpose, params LedgerChange[] changes) =>
        new(new ChangeSetId(ContactKey.Parse("E001/" + contact), attempt, purpose), ContactKind.Hire, "担当 花子", changes);

    public static LedgerValue Text(string? text) => LedgerValue.OfText(text);

    public static LedgerValue Day(int year, int month, int day) => LedgerValue.OfDate(new DateOnly(year, month, day));

    public static FieldChange To(this LedgerField field, LedgerValue after) => new(field, LedgerValue.Empty, after);

    public static FieldChange To(this LedgerField field, LedgerValue before, LedgerValue after) => new(field, before, after);

    public static LedgerPersonKey Person(string number) => LedgerPersonKey.Of(EmployeeNumber.Parse(number));

    public static LedgerChange Add(LedgerTable table, LedgerPersonKey person, params FieldChange[] fields) =>
        new(table, new LedgerRowKey(person), LedgerChangeAction.Add, fields);

    public static LedgerChange Update(LedgerTable table, string number, params FieldChange[] fields) =>
        new(table, new LedgerRowKey(Person(number)), LedgerChangeAction.Update, fields);

    public static LedgerChange Remove(LedgerTable table, string number, params FieldChange[] fields) =>
        new(table, new LedgerRowKey(Person(number)), LedgerChangeAction.Remove, fields);

    public static LedgerChange Dependent(LedgerChangeAction action, string number, DateOnly birth, string given, params FieldChange[] fields) =>
        new(LedgerTable.Dependents, new LedgerRowKey(Person(number), new DependentKey(birth, given)), action, fields);

    /// <summary>A hire of somebody the ledger numbers.</summary>
    public static LedgerChangeSet Hire(string contact, string name = "髙橋　太郎", string kana = "タカハシ　タロウ") => Of(
        contact,
        Add(
            LedgerTable.People,
            LedgerPersonKey.New("hire"),
            PersonFields.Name.To(Text(name)),
            PersonFields.NameKana.To(Text(kana)),
            PersonFields.BirthDate.To(Day(1990, 5, 3)),
            PersonFields.Gender.To(LedgerValue.OfChoice("male")),
            PersonFields.PostalCode.To(Text("460-0008")),
            PersonFields.HiredOn.To(Day(2026, 4, 1))),
        Add(
            LedgerTable.Payroll,
            LedgerPersonKey.New("hire"),
            PayrollFields.Name.To(Text(name)),
            PayrollFields.WageInCash.To(LedgerValue.OfNumber(280_000))));

    /// <summary>A hire with nothing but what every ledger has.</summary>
    public static LedgerChangeSet PlainHire(string contact) => Of(contact, Add(
        LedgerTable.People,
        LedgerPersonKey.New("hire"),
        PersonFields.Name.To(Text("髙橋　太郎")),
        PersonFields.BirthDate.To(Day(1990, 5, 3))));

    /// <summary>Somebody with a number.</summary>
    public static LedgerChangeSet Known(string contact, string number, string name, DateOnly birth) => Of(
        contact,
        Add(
            LedgerTable.People,
            Person(number),
            PersonFields.EmployeeNumber.To(Text(number)),
            PersonFields.Name.To(Text(name)),
            PersonFields.BirthDate.To(LedgerValue.OfDate(birth))));
}
