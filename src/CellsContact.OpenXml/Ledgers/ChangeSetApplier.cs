using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Sheets;

namespace CellsContact.OpenXml.Ledgers;

/// <summary>Tries one change set on the draft: every conflict is found, and a set with any leaves nothing behind.</summary>
internal sealed class ChangeSetApplier(LedgerDraft draft, DateTimeOffset appliedAt)
{
    private readonly DraftJournal _journal = new();
    private readonly List<LedgerConflict> _conflicts = [];
    private readonly Dictionary<string, EmployeeNumber> _assigned = new(StringComparer.Ordinal);

    public LedgerOutcome Apply(LedgerChangeSet set)
    {
        foreach (LedgerChange asked in set.Changes)
        {
            TableDraft table = draft[asked.Table];
            LedgerChange change = WithoutMissing(table, asked);
            if (change.Action == LedgerChangeAction.Add)
                Add(table, change);
            else if (change.Table == LedgerTable.HandlingBook)
                Report(change, LedgerConflictReason.NotRemovable);
            else if (change.Action == LedgerChangeAction.Update)
                Update(table, change);
            else
                Remove(table, change);
        }

        if (_conflicts.Count > 0)
        {
            _journal.RollBack();
            return new LedgerOutcome.Conflict(set.Id, _conflicts);
        }

        var receipt = new LedgerReceipt(set.Id, set.Hash, appliedAt, _assigned);
        draft.Log.Add(set, receipt, _journal);
        _journal.Commit();
        return new LedgerOutcome.Applied(receipt);
    }

    /// <summary>The change without the fields the ledger does not have, each of which is a conflict.</summary>
    private LedgerChange WithoutMissing(TableDraft table, LedgerChange change)
    {
        if (change.Fields.All(f => table.Has(f.Field)))
            return change;
        foreach (FieldChange field in change.Fields.Where(f => !table.Has(f.Field)))
            Report(change, LedgerConflictReason.FieldMissing, field.Field, field.Before, LedgerValue.Empty);
        return change with { Fields = [.. change.Fields.Where(f => table.Has(f.Field))] };
    }

    private void Add(TableDraft table, LedgerChange change)
    {
        foreach (FieldChange field in change.Fields.Where(f => !f.Before.IsEmpty))
            Report(change, LedgerConflictReason.ValueChanged, field.Field, field.Before, LedgerValue.Empty);
        bool isHandlingBook = table.Table == LedgerTable.HandlingBook;
        string? owner = table.Table == LedgerTable.People ? Numbered(change.Row.Person) : OwnerOf(change.Row.Person);
        if (owner is null && !isHandlingBook)
        {
            Report(change, LedgerConflictReason.RowMissing);
            return;
        }

        if (owner is not null && Exists(table, change, owner))
        {
            Report(change, LedgerConflictReason.RowExists);
            return;
        }

        DraftRow row = table.AddRow(isHandlingBook ? "" : owner!, _journal);
        LedgerField numberField = LedgerRowReader.NumberFieldOf(table.Table);
        if (owner is not null && table.Has(numberField))
            table.Set(row, numberField, LedgerValue.OfText(owner), _journal);
        foreach (FieldChange field in change.Fields)
            table.Set(row, field.Field, field.After, _journal);
        if (table.Table == LedgerTable.People)
            _journal.Record(draft.Numbers.Add(ShownNumber.Of(owner!)));
        if (isHandlingBook)
            table.Set(row, HandlingBookFields.Sequence, LedgerValue.OfNumber(table.NextSequence(_journal)), _journal);
    }

    private static bool Exists(TableDraft table, LedgerChange change, string number) => table.Table switch
    {
        LedgerTable.People or LedgerTable.Payroll => table.RowsOf(number).Count > 0,
        LedgerTable.Dependents => change.Row.Dependent is { } key && OwnRows(table, number)
            .Any(row => LedgerMatching.IsDependent(row.AsLedgerRow(), key) && LedgerMatching.IsOpen(row.AsLedgerRow())),
        _ => false,
    };

    private void Update(TableDraft table, LedgerChange change)
    {
        if (FindRow(table, change) is not { } row)
            return;
        int before = _conflicts.Count;
        foreach (FieldChange field in change.Fields)
            Compare(table, row, change, field);
        if (_conflicts.Count > before)
            return;
        foreach (FieldChange field in change.Fields.Where(f => !table.IsSame(row, f.Field, f.After)))
            table.Set(row, field.Field, field.After, _journal);
    }

    /// <summary>Clears the mapped cells of a row that is exactly as the set says; the office's own columns stay.</summary>
    private void Remove(TableDraft table, LedgerChange change)
    {
        if (FindRow(table, change) is not { } row)
            return;
        int before = _conflicts.Count;
        foreach (FieldChange field in change.Fields)
            Compare(table, row, change, field);
        LedgerField numberField = LedgerRowReader.NumberFieldOf(table.Table);
        HashSet<LedgerField> listed = [numberField, .. change.Fields.Select(f => f.Field)];
        foreach (LedgerField field in table.Fields.Where(f => !listed.Contains(f)))
        {
            if (row[field].Value is { IsEmpty: false, Kind: not LedgerValueKind.Formula } value)
                Report(change, LedgerConflictReason.ValueChanged, field, LedgerValue.Empty, value);
        }

        if (_conflicts.Count > before)
            return;
        foreach ((LedgerField field, DraftCell cell) in row.Cells.ToArray())
        {
            if (!cell.Value.IsEmpty && cell.Value.Kind != LedgerValueKind.Formula)
                table.Set(row, field, LedgerValue.Empty, _journal);
        }

        row.IsRemoved = true;
        _journal.Record(() => row.IsRemoved = false);
    }

    private void Compare(TableDraft table, DraftRow row, LedgerChange change, FieldChange field)
    {
        DraftCell cell = row[field.Field];
        if (cell.Content.Kind == CellKind.Formula)
            Report(change, LedgerConflictReason.Formula, field.Field, field.Before, cell.Value);
        else if (!table.IsSame(row, field.Field, field.Before))
            Report(change, LedgerConflictReason.ValueChanged, field.Field, field.Before, cell.Value);
    }

    private DraftRow? FindRow(TableDraft table, LedgerChange change)
    {
        IReadOnlyList<DraftRow> rows = NumberOf(change.Row.Person) is { } number ? OwnRows(table, number) : [];
        if (table.Table == LedgerTable.Dependents && change.Row.Dependent is { } key)
        {
            DraftRow[] candidates =
            [
                .. rows.Where(r => LedgerMatching.IsDependent(r.AsLedgerRow(), key))
                    .OrderByDescending(r => LedgerMatching.IsOpen(r.AsLedgerRow())),
            ];
            rows = candidates.FirstOrDefault(r => change.Fields.All(f => table.IsSame(r, f.Field, f.Before))) is { } match
                ? [match]
                : [.. candidates.Take(1)];
        }

        if (rows.Count == 1)
            return rows[0];
        Report(change, rows.Count == 0 ? LedgerConflictReason.RowMissing : LedgerConflictReason.RowAmbiguous);
        return null;
    }

    /// <summary>The rows with exactly this number, or, if there are none, those with the same one in another writing.</summary>
    private static IReadOnlyList<DraftRow> OwnRows(TableDraft table, string number)
    {
        IReadOnlyList<DraftRow> rows = table.RowsOf(number);
        DraftRow[] exact = [.. rows.Where(r => r.EmployeeNumber == number)];
        return exact.Length > 0 ? exact : rows;
    }

    /// <summary>The number of a person who is being added: the one given, or the next (付番).</summary>
    private string Numbered(LedgerPersonKey person)
    {
        if (person.Number is { } given)
            return given.Value;
        EmployeeNumber next = draft.Numbers.Next();
        _assigned[person.Slot!] = next;
        return next.Value;
    }

    /// <summary>The number of somebody 個人情報 has, as it is written there, or of a slot this set has opened.</summary>
    private string? OwnerOf(LedgerPersonKey person)
    {
        if (person.Slot is { } slot)
            return _assigned.TryGetValue(slot, out EmployeeNumber assigned) ? assigned.Value : null;
        return person.Number is { } number && OwnRows(draft[LedgerTable.People], number.Value) is [var owner, ..]
            ? owner.EmployeeNumber : null;
    }

    /// <summary>The number a row to be changed goes by; payroll and dependents may outlive the row in 個人情報 within a set.</summary>
    private string? NumberOf(LedgerPersonKey person) =>
        person.Number?.Value ?? (_assigned.TryGetValue(person.Slot ?? "", out EmployeeNumber assigned) ? assigned.Value : null);

    private void Report(
        LedgerChange change,
        LedgerConflictReason reason,
        LedgerField? field = null,
        LedgerValue expected = default,
        LedgerValue actual = default) =>
        _conflicts.Add(new LedgerConflict(change.Table, change.Row, field, reason, expected, actual));
}
