using System.Collections.Immutable;
using CellsContact.Contacts;

namespace CellsContact.Ledgers;

/// <summary>A row and the person it belongs to.</summary>
internal sealed record OwnedRow(EmployeeNumber? Owner, LedgerRow Row);

/// <summary>One establishment's tables, log and assigned numbers. Immutable: a set that conflicts leaves no trace.</summary>
internal sealed record InMemoryBook(
    ImmutableDictionary<LedgerTable, ImmutableList<OwnedRow>> Tables,
    ImmutableDictionary<ChangeSetId, LedgerReceipt> Log,
    ImmutableList<EmployeeNumber> Assigned)
{
    internal static InMemoryBook Empty { get; } = new(
        ImmutableDictionary<LedgerTable, ImmutableList<OwnedRow>>.Empty,
        ImmutableDictionary<ChangeSetId, LedgerReceipt>.Empty,
        []);

    internal ImmutableList<OwnedRow> Rows(LedgerTable table) => Tables.GetValueOrDefault(table, []);

    internal InMemoryBook With(LedgerTable table, ImmutableList<OwnedRow> rows) => this with { Tables = Tables.SetItem(table, rows) };

    internal IEnumerable<LedgerPerson> People()
    {
        ILookup<EmployeeNumber?, LedgerRow> payroll = Rows(LedgerTable.Payroll).ToLookup(row => row.Owner, row => row.Row);
        ILookup<EmployeeNumber?, LedgerRow> dependents = Rows(LedgerTable.Dependents).ToLookup(row => row.Owner, row => row.Row);
        return Rows(LedgerTable.People).Select(person =>
            new LedgerPerson(person.Owner!.Value, person.Row, payroll[person.Owner].FirstOrDefault(), [.. dependents[person.Owner]]));
    }

    internal InMemoryBook Seeded(LedgerPerson person, IReadOnlySet<LedgerField> fields)
    {
        InMemoryBook book = Appended(person.Row);
        if (person.Payroll is { } payroll)
            book = book.Appended(payroll, person.Number, fields);
        foreach (LedgerRow dependent in person.Dependents)
            book = book.Appended(dependent, person.Number, fields);
        return book;

        InMemoryBook Appended(LedgerRow row) => this.Appended(row, person.Number, fields);
    }

    /// <summary>The field of a table that holds the person's number.</summary>
    internal static LedgerField NumberField(LedgerTable table) => table switch
    {
        LedgerTable.People => PersonFields.EmployeeNumber,
        LedgerTable.Payroll => PayrollFields.EmployeeNumber,
        LedgerTable.Dependents => DependentFields.EmployeeNumber,
        _ => HandlingBookFields.EmployeeNumber,
    };

    private InMemoryBook Appended(LedgerRow row, EmployeeNumber owner, IReadOnlySet<LedgerField> fields)
    {
        Dictionary<LedgerField, LedgerValue> values = row.Values.Where(value => fields.Contains(value.Key)).ToDictionary();
        values.TryAdd(NumberField(row.Table), LedgerValue.OfText(owner.Value));
        return With(row.Table, Rows(row.Table).Add(new(owner, new(row.Table, values))));
    }
}
