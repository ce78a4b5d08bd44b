using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.OpenXml.Workbooks;

/// <summary>Something failed before the new file was put in place: the workbook is certainly as it was.</summary>
internal sealed class WorkbookUntouchedException(BilingualText text, Exception? inner) : LedgerException(text, inner)
{
    /// <inheritdoc/>
    public override bool NothingBegun => true;
}
