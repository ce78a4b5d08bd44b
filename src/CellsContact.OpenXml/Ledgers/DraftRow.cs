using CellsContact.Ledgers;
using CellsContact.OpenXml.Values;

namespace CellsContact.OpenXml.Ledgers;

/// <summary>A row as it stands after the change sets so far.</summary>
/// <param name="table">The table it belongs to.</param>
/// <param name="number">The row's number on the sheet.</param>
/// <param name="employeeNumber">The employee number as shown; empty in the handling book.</param>
/// <param name="stored">What the sheet has there; <c>null</c> for a new row.</param>
internal sealed class DraftRow(LedgerTable table, int number, string employeeNumber, StoredRow? stored = null)
{
    private readonly Dictionary<LedgerField, DraftCell> _cells = [];
    private readonly HashSet<LedgerField> _changed = [];
    private LedgerRow? _asLedgerRow;

    public int Number => number;

    /// <summary>Where the row starts in its part; zero for a new one.</summary>
    public long Offset => stored?.Offset ?? 0;

    public string EmployeeNumber => employeeNumber;

    /// <summary>Taken out by a set of this run.</summary>
    public bool IsRemoved { get; set; }

    /// <summary>The form of the text dates above a new row, in date columns that have such.</summary>
    public IReadOnlyDictionary<LedgerField, TextDateForm>? FormsAbove { get; init; }

    public IReadOnlyCollection<LedgerField> Changed => _changed;

    public DraftCell this[LedgerField field]
    {
        get
        {
            if (!_cells.TryGetValue(field, out DraftCell? cell))
                _cells[field] = cell = stored?.Read(field) ?? DraftCell.Missing;
            return cell;
        }
    }

    /// <summary>All mapped cells.</summary>
    public IReadOnlyDictionary<LedgerField, DraftCell> Cells
    {
        get
        {
            foreach (LedgerField mapped in stored?.Fields ?? [])
                _ = this[mapped];
            return _cells;
        }
    }

    /// <summary>How a date is written as text in a field of this row; <c>null</c> where days are numbers.</summary>
    public TextDateForm? TextDateFormOf(LedgerField field) =>
        stored is null ? FormsAbove?.GetValueOrDefault(field) : stored.TextDateFormOf(field);

    public LedgerRow AsLedgerRow() => _asLedgerRow ??= new LedgerRow(
        table,
        Cells.Where(c => !c.Value.Value.IsEmpty).Select(c => KeyValuePair.Create(c.Key, c.Value.Value)));

    /// <summary>Whether the sheet has a cell there, which then keeps its format, be it none.</summary>
    public bool HasCell(LedgerField field) => stored is not null && stored.Has(field);

    /// <summary>Changes a cell.</summary>
    public void Set(LedgerField field, DraftCell cell, DraftJournal journal)
    {
        DraftCell before = this[field];
        bool wasChanged = !_changed.Add(field);
        _cells[field] = cell;
        _asLedgerRow = null;
        journal.Record(() =>
        {
            _cells[field] = before;
            _asLedgerRow = null;
            if (!wasChanged)
                _changed.Remove(field);
        });
    }
}
