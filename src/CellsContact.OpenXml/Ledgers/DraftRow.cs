using CellsContact.Ledgers;
using CellsContact.OpenXml.Values;

namespace CellsContact.OpenXml.Ledgers;

/// <summary>A row as it stands after the change sets so far.</summary>
internal sealed class DraftRow(LedgerTable table, int number, string employeeNumber)
{
    private readonly Dictionary<LedgerField, DraftCell> _cells = [];
    private readonly HashSet<LedgerField> _changed = [];
    private readonly HashSet<LedgerField> _read = [];
    private LedgerRow? _asLedgerRow;

    /// <summary>The row's number on the sheet.</summary>
    public int Number { get; } = number;

    /// <summary>The employee number as shown; empty in the handling book.</summary>
    public string EmployeeNumber { get; } = employeeNumber;

    /// <summary>Taken out by a set of this run.</summary>
    public bool IsRemoved { get; set; }

    /// <summary>The form of the text dates around a date field, where its column has such.</summary>
    public Dictionary<LedgerField, TextDateForm> TextDates { get; } = [];

    public IReadOnlyCollection<LedgerField> Changed => _changed;

    public DraftCell this[LedgerField field] => _cells.GetValueOrDefault(field, DraftCell.Missing);

    public IEnumerable<KeyValuePair<LedgerField, DraftCell>> Cells => _cells;

    public LedgerRow AsLedgerRow() => _asLedgerRow ??= new LedgerRow(
        table,
        _cells.Where(c => !c.Value.Value.IsEmpty).Select(c => KeyValuePair.Create(c.Key, c.Value.Value)));

    /// <summary>Takes over a cell as read.</summary>
    public void Load(LedgerField field, DraftCell cell)
    {
        _cells[field] = cell;
        _read.Add(field);
    }

    /// <summary>Whether the sheet has a cell there, which then keeps its format, be it none.</summary>
    public bool HasCell(LedgerField field) => _read.Contains(field);

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
