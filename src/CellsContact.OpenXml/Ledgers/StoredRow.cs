using CellsContact.Ledgers;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Values;

namespace CellsContact.OpenXml.Ledgers;

/// <summary>A row as the sheet has it. Its cells are read one by one as they are asked for, which few of them are.</summary>
/// <param name="record">The row's bytes.</param>
/// <param name="reader">Knows the columns and what their cells mean.</param>
/// <param name="sheet">The sheet it was found on.</param>
/// <param name="formsAbove">The form of the text dates above it, in date columns that have such.</param>
/// <param name="filled">The fields whose cells an array formula fills.</param>
internal sealed class StoredRow(
    byte[] record, LedgerRowReader reader, RowCells sheet, IReadOnlyDictionary<LedgerField, TextDateForm>? formsAbove,
    HashSet<LedgerField>? filled = null)
{
    private CellSpan[]? _cells;

    /// <summary>Where it starts in its part.</summary>
    public long Offset { get; init; }

    public IEnumerable<LedgerField> Fields => reader.Fields;

    private CellSpan[] Cells => _cells ??= sheet.SpansOf(new RowView(record));

    /// <summary>Whether there is a cell for a field at all.</summary>
    public bool Has(LedgerField field) => Cells[reader.ColumnOf(field)].Length > 0;

    public DraftCell Read(LedgerField field)
    {
        DraftCell cell = reader.ReadCell(record, Cells, sheet, field);
        return filled is not null && filled.Contains(field) ? reader.AsFormula(field, cell) : cell;
    }

    /// <summary>How a date is written here as text: as the cell's own is or, if the cell is blank, the nearest one above.</summary>
    public TextDateForm? TextDateFormOf(LedgerField field)
    {
        CellContent own = Read(field).Content;
        return own.Kind == CellKind.Text ? TextDateForm.Of(own.Text) : own.IsBlank ? formsAbove?.GetValueOrDefault(field) : null;
    }
}
