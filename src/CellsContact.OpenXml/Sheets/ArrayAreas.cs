using CellsContact.OpenXml.Xml;

namespace CellsContact.OpenXml.Sheets;

/// <summary>
/// The areas that one formula fills: array formulas, spilled or entered, and what-if data tables. Only their first
/// cell states the formula; the others look like plain values and are none.
/// </summary>
internal sealed class ArrayAreas
{
    private readonly List<CellArea> _areas = [];

    /// <summary>Takes note of the areas that start in a row. Most rows have none, and one search tells.</summary>
    public void Look(ReadOnlySpan<byte> row)
    {
        if (row.IndexOf(" ref="u8) < 0)
            return;
        var scanner = new XmlScanner(row);
        while (scanner.Read())
        {
            if (scanner.Token == XmlToken.Start && scanner.LocalName.SequenceEqual("f"u8)
                && XmlText.Decode(scanner.Attribute("t"u8)) is "array" or "dataTable"
                && CellArea.Parse(XmlText.Decode(scanner.Attribute("ref"u8))) is { } area)
            {
                _areas.Add(area);
            }
        }
    }

    public bool Contains(int column, int row)
    {
        foreach (CellArea area in _areas)
        {
            if (area.Contains(column, row))
                return true;
        }

        return false;
    }
}
