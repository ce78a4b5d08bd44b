using CellsContact.Ledgers;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Values;

namespace CellsContact.OpenXml.Ledgers;

/// <summary>A row as the sheet has it. Its cells are read one by one as they are asked for, which few of them are.</summary>
/// <param name="record">The row's bytes.</param>
/// <param name="number">Its number.</param>
/// <param name="reader">Knows the columns and what their cells mean.</param>
/// <param name="sheet">The sheet it was found on.</param>
/// <param name="formsAbove">The form of the text dates above it, in date columns that have such.</param>
/// <param name="arrays">The sheet's array formulas; <c>null</c> where it is only read.</param>
internal sealed class StoredRow(
    byte[] record,
    int number,
    LedgerRowReader reader,
    RowCells sheet,
    IReadOnlyDictionary<LedgerField, TextDateForm>? formsAbove,
    ArrayAreas? arrays)
{
    public IEnumerable<LedgerField> Fields => reader.Fields;

    public DraftCell Read(LedgerField field) => 
        reader.ReadCell(new RowView(record), sheet, field, arrays is not null && arrays.Contains(reader.ColumnOf(field), number));

    /// <summary>How a date is written here as text: as the cell's own is or, if the cell is blank, the nearest one above.</summary>
    public TextDateForm? TextDateFormOf(LedgerField field)
    {
        CellContent own = Read(field).Content;
        return own.Kind == CellKind.Text ? TextDateForm.Of(own.Text) : own.IsBlank ? formsAbove?.GetValueOrDefault(field) : null;
    }
}
