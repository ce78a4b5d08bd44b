using System.Globalization;

namespace CellsContact.OpenXml.Sheets;

/// <summary>
/// A cell's raw content: for numbers the digits as written in the file, for formulas the cached result.
/// </summary>
internal readonly record struct CellContent(CellKind Kind, string Text)
{
    public static CellContent Blank => new(CellKind.Blank, "");

    public static CellContent OfText(string text) => text.Length == 0 ? Blank : new(CellKind.Text, text);

    public static CellContent OfNumber(decimal number) =>
        new(CellKind.Number, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A formula to be written; read cells carry their cached result instead.</summary>
    public static CellContent OfFormula(string formula) => new(CellKind.Formula, formula);

    public bool IsBlank => Kind == CellKind.Blank;

    /// <summary>The number, if the cell holds one that a <see cref="decimal"/> can carry.</summary>
    public decimal? Number => Kind == CellKind.Number
        && decimal.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
