namespace CellsContact.OpenXml;

/// <summary>What adopting an office's workbook found and did.</summary>
/// <param name="Found">Sheets and columns that were there, e.g. 個人情報!社員番号.</param>
/// <param name="Added">Sheets and columns that were added.</param>
/// <param name="Missing">Optional columns that are not there: their values are reported 「列がないため未反映」.</param>
/// <param name="Unresolved">Key columns that adopting cannot settle, such as two of the same name; the ledger is not usable until they are.</param>
public sealed record OpenXmlAdoption(
    IReadOnlyList<string> Found, IReadOnlyList<string> Added, IReadOnlyList<string> Missing, IReadOnlyList<string> Unresolved);
