namespace CellsContact.OpenXml.Sheets;

/// <summary>What a cell is to hold. Without a style it keeps the one it has.</summary>
internal sealed record CellWrite(CellContent Content, int? Style = null);
