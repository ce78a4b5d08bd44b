using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.OpenXml.Ledgers;

/// <summary>Tries one change set on the draft: every conflict is found, and a set with any leaves nothing behind.</summary>
internal sealed class ChangeSetApplier(LedgerDraft draft, DateTimeOffset appliedAt)
{
    private readonly DraftJournal _journal = new();
    private readonly List<LedgerConflict> _conflicts = [];
    private readonly Dictionary<string, EmployeeNumber> _assigned = new(StringComparer.Ordinal);

    public LedgerOutcome Apply(LedgerChangeSet set)
    {
        foreach (LedgerChange change in set.Changes)
        {
            TableDraft table = draft[change.Table];
            if (!HasFields(table, change))
                continue;
            switch (change.Action)
            {
                case LedgerChangeAction.Add:
                    Add(table, change);
                    break;
                case LedgerChangeAction.Update:
                    Update(table, change);
                    break;
                case LedgerChangeAction.Remove:
                    Remove(table, change);
                    break;
                default:
                    throw new ArgumentException("A change has no action.", nameof(set));
            }
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

    private bool HasFields(TableDraft table, LedgerChange change)
    {
        int before = _conflicts.Count;
        foreach (FieldChange field in change.Fields.Where(f => !table.Has(f.Field)))
            Report(change, LedgerConflictReason.FieldMissing, field.Field, field.Before, LedgerValue.Empty);
        return _conflicts.Count == before;
    }

    private void Add(TableDraft table, LedgerChange change)
    {
        foreach (FieldChange field in change.Fields.Where(f => !f.Before.IsEmpty))
            Report(change, LedgerConflictReason.ValueChanged, field.Field, field.Before, LedgerValue.Empty);
        string number = NumberOf(change.Row.Person);
        if (Exists(table, change, number))
        {
            Report(change, LedgerConflictReason.RowExists);
            return;
        }

        DraftRow row = table.AddRow(table.Table == LedgerTable.HandlingBook ? "" : number, _journal);
        if (table.Table != LedgerTable.HandlingBook)
            _journal.Record(draft.Numbers.Add(number));
        LedgerField numberField = LedgerRowReader.NumberFieldOf(table.Table);
        if (number.Length > 0 && table.Has(numberField))
            table.Set(row, numberField, LedgerValue.OfText(number), _journal);
        if (table.Table == LedgerTable.HandlingBook && change.Fields.All(f => f.Field != HandlingBookFields.Sequence))
            table.Set(row, HandlingBookFields.Sequence, LedgerValue.OfNumber(table.NextSequence(_journal)), _journal);
        foreach (FieldChange field in change.Fields)
            table.Set(row, field.Field, field.After, _journal);
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
        if (table.Table == LedgerTable.HandlingBook)
        {
            Report(change, LedgerConflictReason.NotRemovable);
            return;
        }

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
        bool isFormula = cell.Value.Kind == LedgerValueKind.Formula || cell.Content.Kind == Sheets.CellKind.Formula;
        if (isFormula && !(field.Before == cell.Value && (field.After == cell.Value || change.Action == LedgerChangeAction.Remove)))
            Report(change, LedgerConflictReason.Formula, field.Field, field.Before, cell.Value);
        else if (!isFormula && !table.IsSame(row, field.Field, field.Before))
            Report(change, LedgerConflictReason.ValueChanged, field.Field, field.Before, cell.Value);
    }

    private DraftRow? FindRow(TableDraft table, LedgerChange change)
    {
        if (table.Table == LedgerTable.HandlingBook)
            throw new ArgumentException("Rows of the handling book have no key; they are only added.", nameof(change));
        IReadOnlyList<DraftRow> rows = OwnRows(table, NumberOf(change.Row.Person));
        if (table.Table == LedgerTable.Dependents)
        {
            if (change.Row.Dependent is not { } key)
                throw new ArgumentException("A change of 扶養親族 names no dependent.", nameof(change));
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

    private string NumberOf(LedgerPersonKey person)
    {
        if (person.Number is { } number)
            return number.Value;
        if (person.Slot is not { } slot)
            return "";
        if (!_assigned.TryGetValue(slot, out EmployeeNumber assigned))
        {
            assigned = EmployeeNumber.Parse(draft.Numbers.Next());
            _assigned[slot] = assigned;
            _journal.Record(draft.Numbers.Add(assigned.Value));
        }

        return assigned.Value;
    }

    private void Report(
        LedgerChange change,
        LedgerConflictReason reason,
        LedgerField? field = null,
        LedgerValue expected = default,
        LedgerValue actual = default) =>
        _conflicts.Add(new LedgerConflict(change.Table, change.Row, field, reason, expected, actual));
}
