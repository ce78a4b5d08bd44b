using CellsContact.Contacts;

namespace CellsContact.Ledgers;

/// <summary>Folds changes over a snapshot, purely.</summary>
internal static class SnapshotFold
{
    internal static LedgerSnapshot Apply(LedgerSnapshot snapshot, IEnumerable<LedgerChange> changes)
    {
        List<LedgerPerson> people = [.. snapshot.People];
        foreach (LedgerChange change in changes)
        {
            if (change.Row.Person.Number is not { } number || change.Table == LedgerTable.HandlingBook)
                continue;
            int index = people.FindIndex(person => person.Number == number);
            if (change.Table == LedgerTable.People)
                Fold(people, index, number, change);
            else if (index >= 0)
                people[index] = change.Table == LedgerTable.Payroll ? Payroll(people[index], change) : Dependents(people[index], change);
        }

        return new(snapshot.Establishment, people, snapshot.Fields);
    }

    private static void Fold(List<LedgerPerson> people, int index, EmployeeNumber number, LedgerChange change)
    {
        switch (change.Action)
        {
            case LedgerChangeAction.Add:
                people.Add(new(number, Added(change), null, []));
                break;
            case LedgerChangeAction.Update when index >= 0:
                people[index] = people[index] with { Row = people[index].Row.With(change.Fields) };
                break;
            case LedgerChangeAction.Remove when index >= 0:
                people.RemoveAt(index);
                break;
        }
    }

    private static LedgerPerson Payroll(LedgerPerson person, LedgerChange change) => change.Action switch
    {
        LedgerChangeAction.Add => person with { Payroll = Added(change) },
        LedgerChangeAction.Remove => person with { Payroll = null },
        _ => person with { Payroll = person.Payroll?.With(change.Fields) },
    };

    private static LedgerPerson Dependents(LedgerPerson person, LedgerChange change)
    {
        List<LedgerRow> rows = [.. person.Dependents];
        if (change.Action == LedgerChangeAction.Add)
        {
            rows.Add(Added(change));
            return person with { Dependents = rows };
        }

        LedgerRow? row = LedgerRows.FindDependent(rows, change);
        if (row is null)
            return person;
        int index = rows.IndexOf(row);
        if (change.Action == LedgerChangeAction.Remove)
            rows.RemoveAt(index);
        else
            rows[index] = row.With(change.Fields);
        return person with { Dependents = rows };
    }

    private static LedgerRow Added(LedgerChange change) => new LedgerRow(change.Table, []).With(change.Fields);
}
