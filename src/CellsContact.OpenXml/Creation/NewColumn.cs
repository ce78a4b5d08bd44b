namespace CellsContact.OpenXml.Creation;

/// <summary>A column of a sheet that is being made.</summary>
internal sealed record NewColumn(string Header, double Width, int? Style);
