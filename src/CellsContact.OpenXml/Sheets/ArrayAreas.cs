using System.Runtime.CompilerServices;
using CellsContact.OpenXml.Xml;

namespace CellsContact.OpenXml.Sheets;

/// <summary>
/// The areas that one formula fills: array formulas, spilled or entered, and what-if data tables. Only their first
/// cell states the formula; the others look like plain values and are none.
/// </summary>
internal sealed class ArrayAreas(int width)
{
    // The rows of the area that reaches furthest down, by column: areas do not overlap.
    private readonly (int Top, int Bottom)[] _rows = new (int, int)[width];

    public bool HasAny { get; private set; }

    /// <summary>Takes note of the areas that start in a row. Most rows have none, and one search tells.</summary>
    public void Look(ReadOnlySpan<byte> row)
    {
        if (row.IndexOf(" ref="u8) >= 0)
            Note(row);
    }

    private void Note(ReadOnlySpan<byte> row)
    {
        var scanner = new XmlScanner(row);
        while (scanner.Read())
        {
            if (scanner.Token != XmlToken.Start || !scanner.LocalName.SequenceEqual("f"u8)
                || XmlText.Decode(scanner.Attribute("t"u8)) is not ("array" or "dataTable")
                || CellArea.Parse(XmlText.Decode(scanner.Attribute("ref"u8))) is not { } area)
                continue;
            HasAny = true;
            for (int column = area.Left; column <= Math.Min(area.Right, width - 1); column++)
            {
                if (area.Bottom > _rows[column].Bottom)
                    _rows[column] = (area.Top, area.Bottom);
            }
        }
    }

    /// <summary>Whether a cell of a mapped column is filled by a formula in another one.</summary>
    public bool Contains(int column, int row) => column < width && row >= _rows[column].Top && row <= _rows[column].Bottom;
}
