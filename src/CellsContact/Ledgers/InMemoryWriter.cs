using System.Collections.Immutable;
using CellsContact.Contacts;

namespace CellsContact.Ledgers;

/// <summary>Writes one change set over a book: wholly, or a conflict that lists every field.</summary>
internal sealed class InMemoryWriter(InMemoryBook book, IReadOnlySet<LedgerField> available)
{
    private readonly InMemoryBook _before = book;
    private readonly List<LedgerConflict> _conflicts = [];
    private readonly Dictionary<string, EmployeeNumber> _slots = new(StringComparer.Ordinal);
    private InMemoryBook _book = book;

    internal (InMemoryBook Book, LedgerOutcome Outcome) Write(LedgerChangeSet set, DateTimeOffset now)
    {
        foreach (LedgerChange change in set.Changes)
        {
            foreach (FieldChange field in change.Fields.Where(field => !available.Contains(field.Field)))
                Conflict(change, LedgerConflictReason.FieldMissing, field.Field, field.Before);
            if (change.Action == LedgerChangeAction.Add)
                Add(change);
            else
                Replace(change);
        }

        if (_conflicts.Count > 0)
            return (_before, new LedgerOutcome.Conflict(set.Id, [.. _conflicts]));
        LedgerReceipt receipt = new(set.Id, set.Hash, now, _slots.ToImmutableDictionary(StringComparer.Ordinal));
        return (_book with { Log = _book.Log.Add(set.Id, receipt) }, new LedgerOutcome.Applied(receipt));
    }

    private void Add(LedgerChange change)
    {
        EmployeeNumber? owner = change.Table == LedgerTable.People ? Numbered(change) : Find(change.Row.Person);
        Dictionary<LedgerField, LedgerValue> values = change.Fields.ToDictionary(field => field.Field, field => field.After);
        foreach (FieldChange field in change.Fields.Where(field => !field.Before.IsEmpty))
            Conflict(change, LedgerConflictReason.ValueChanged, field.Field, field.Before);
        if (change.Table == LedgerTable.HandlingBook)
            values[HandlingBookFields.Sequence] = LedgerValue.OfNumber(_book.Rows(LedgerTable.HandlingBook).Count + 1);
        else if (owner is null)
            Conflict(change, LedgerConflictReason.RowMissing);
        else if (IsThere(change, owner.Value))
            Conflict(change, LedgerConflictReason.RowExists);

        LedgerField number = InMemoryBook.NumberField(change.Table);
        if (owner is { } known && available.Contains(number))
            values.TryAdd(number, LedgerValue.OfText(known.Value));
        _book = _book.With(change.Table, _book.Rows(change.Table).Add(new(owner, new(change.Table, values))));
    }

    private bool IsThere(LedgerChange change, EmployeeNumber owner) => change.Table switch
    {
        LedgerTable.People => _book.Rows(LedgerTable.People).Any(row => LedgerMatching.SameNumber(row.Owner!.Value.Value, owner.Value)),
        LedgerTable.Payroll => _book.Rows(LedgerTable.Payroll).Any(row => row.Owner == owner),
        _ => _book.Rows(LedgerTable.Dependents).Any(row =>
            row.Owner == owner && LedgerMatching.IsDependent(row.Row, change.Row.Dependent!.Value) && LedgerMatching.IsOpen(row.Row)),
    };

    private EmployeeNumber Numbered(LedgerChange change)
    {
        if (change.Row.Person.Number is { } given)
            return given;
        EmployeeNumber next = EmployeeNumbering.Next(_book.Rows(LedgerTable.People).Select(row => row.Owner!.Value), _book.Assigned);
        _slots[change.Row.Person.Slot!] = next;
        _book = _book with { Assigned = _book.Assigned.Add(next) };
        return next;
    }

    private void Replace(LedgerChange change)
    {
        if (change.Table == LedgerTable.HandlingBook)
        {
            Conflict(change, LedgerConflictReason.NotRemovable);
            return;
        }

        OwnedRow[] rows = RowsOf(change);
        if (rows.Length != 1)
        {
            Conflict(change, rows.Length == 0 ? LedgerConflictReason.RowMissing : LedgerConflictReason.RowAmbiguous);
            return;
        }

        Compare(change, rows[0].Row);
        ImmutableList<OwnedRow> table = _book.Rows(change.Table);
        _book = _book.With(change.Table, change.Action == LedgerChangeAction.Remove
            ? table.Remove(rows[0])
            : table.Replace(rows[0], rows[0] with { Row = rows[0].Row.With(change.Fields) }));
    }

    private OwnedRow[] RowsOf(LedgerChange change)
    {
        // Payroll and dependents may outlive the row in 個人情報 within a set that takes a hire back.
        EmployeeNumber? owner = change.Row.Person.Number ?? Find(change.Row.Person);
        OwnedRow[] rows = [.. _book.Rows(change.Table).Where(row => row.Owner == owner)];
        if (rows.Length == 0 && owner is { } number)
            rows = [.. _book.Rows(change.Table).Where(row => LedgerMatching.SameNumber(row.Owner!.Value.Value, number.Value))];
        if (change.Table != LedgerTable.Dependents)
            return rows;
        LedgerRow? found = LedgerRows.FindDependent([.. rows.Select(row => row.Row)], change);
        return [.. rows.Where(row => ReferenceEquals(row.Row, found))];
    }

    private EmployeeNumber? Find(LedgerPersonKey person)
    {
        if (person.Slot is { } slot)
            return _slots.TryGetValue(slot, out EmployeeNumber assigned) ? assigned : null;
        return person.Number is not { } number
            ? null
            : _book.Rows(LedgerTable.People).Select(row => row.Owner).FirstOrDefault(owner => owner == number)
                ?? _book.Rows(LedgerTable.People).Select(row => row.Owner).FirstOrDefault(owner => LedgerMatching.SameNumber(owner!.Value.Value, number.Value));
    }

    private void Compare(LedgerChange change, LedgerRow row)
    {
        foreach (FieldChange field in change.Fields.Where(field => available.Contains(field.Field)))
        {
            LedgerValue actual = row[field.Field];
            if (actual.Kind == LedgerValueKind.Formula)
                Conflict(change, LedgerConflictReason.Formula, field.Field, field.Before, actual);
            else if (actual != field.Before)
                Conflict(change, LedgerConflictReason.ValueChanged, field.Field, field.Before, actual);
        }

        if (change.Action != LedgerChangeAction.Remove)
            return;
        HashSet<LedgerField> told = [.. change.Fields.Select(field => field.Field), InMemoryBook.NumberField(change.Table)];
        foreach ((LedgerField field, LedgerValue actual) in row.Values.Where(value => !value.Value.IsEmpty && !told.Contains(value.Key)))
            Conflict(change, LedgerConflictReason.ValueChanged, field, default, actual);
    }

    private void Conflict(LedgerChange change, LedgerConflictReason reason, LedgerField? field = null, LedgerValue expected = default, LedgerValue actual = default) =>
        _conflicts.Add(new(change.Table, change.Row, field, reason, expected, actual));
}
