namespace CellsContact.OpenXml.Layouts;

/// <summary>A text among a sheet's headers, folded for comparing.</summary>
internal sealed record HeaderCell(int Column, string Folded, int Style);
