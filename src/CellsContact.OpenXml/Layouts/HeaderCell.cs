namespace CellsContact.OpenXml.Layouts;

/// <summary>A text among a sheet's headers, folded for comparing.</summary>
internal readonly record struct HeaderCell(int Column, string Folded, int Style);
