using CellsContact.Ledgers;
using CellsContact.OpenXml.Sheets;

namespace CellsContact.OpenXml.Ledgers;

/// <summary>A mapped cell: what it holds, how it is formatted, and what that means.</summary>
internal sealed record DraftCell(CellContent Content, int Style, LedgerValue Value)
{
    public static DraftCell Missing { get; } = new(CellContent.Blank, -1, LedgerValue.Empty);
}
