namespace CellsContact.OpenXml.Workbooks;

/// <summary>A worksheet of the workbook and the entry that holds it.</summary>
internal sealed record SheetInfo(string Name, string Part);
