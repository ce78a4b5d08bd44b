using CellsContact.OpenXml.Xml;

namespace CellsContact.OpenXml.Sheets;

/// <summary>Extends a table, and the filter in it, down to a row.</summary>
internal static class TableGrowth
{
    public static void Rewrite(byte[] table, int lastRow, Stream target)
    {
        var patch = new XmlPatch(table);
        var scanner = new XmlScanner(table, XmlEncoding.CheckStart(table));
        while (scanner.Read())
        {
            if (scanner.Token == XmlToken.Start
                && (scanner.Depth == 0 || (scanner.Depth == 1 && scanner.LocalName.SequenceEqual("autoFilter"u8)))
                && scanner.TryGetAttribute("ref"u8, out Range range)
                && CellArea.Parse(XmlText.Decode(table.AsSpan()[range])) is { } area)
            {
                patch.Replace(range, (area with { Bottom = lastRow }).ToString());
            }
        }

        patch.WriteTo(target);
    }
}
