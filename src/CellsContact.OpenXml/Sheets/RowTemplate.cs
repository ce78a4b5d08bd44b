using System.Text;
using CellsContact.OpenXml.Xml;

namespace CellsContact.OpenXml.Sheets;

/// <summary>What a new row takes over from the row above: heights and formats, never values or formulas.</summary>
internal sealed record RowTemplate(string Attributes, IReadOnlyDictionary<int, int> Styles)
{
    public static RowTemplate From(SheetSurvey survey)
    {
        if (survey.LastDataRowBytes.IsEmpty)
            return new RowTemplate("", survey.DefaultStyles);
        var row = new RowView(survey.LastDataRowBytes);
        var styles = new Dictionary<int, int>();
        CellScanner cells = row.Cells(survey.Cells.PrefixLength);
        while (cells.Read())
        {
            if (cells.Style >= 0)
                styles[cells.Column] = cells.Style;
        }

        return new RowTemplate(ReadAttributes(row), styles);
    }

    private static string ReadAttributes(RowView row)
    {
        var attributes = new StringBuilder();
        int at = row.NameEnd;
        while (XmlAttributes.Next(row.Record, ref at, row.TagEnd, out Range name, out Range value))
        {
            string key = XmlText.Decode(row.Record[name]);
            if (key is "s" or "customFormat" or "ht" or "customHeight")
                attributes.Append(' ').Append(key).Append("=\"").Append(XmlText.Escape(XmlText.Decode(row.Record[value]))).Append('"');
        }

        return attributes.ToString();
    }
}
