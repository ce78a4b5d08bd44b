using System.Globalization;
using System.Text;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Xml;

namespace CellsContact.OpenXml.Creation;

/// <summary>An empty sheet: a frozen header row, and columns whose formats the first row will take over.</summary>
internal static class NewSheetXml
{
    public static byte[] Build(IReadOnlyList<NewColumn> columns, int headerRow, int? headerStyle, bool isStrict = false)
    {
        var xml = new StringBuilder();
        xml.Append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        xml.Append(CultureInfo.InvariantCulture, $"<worksheet xmlns=\"{(isStrict ? XmlNames.StrictMain : XmlNames.Main)}\">");
        xml.Append(CultureInfo.InvariantCulture, $"<dimension ref=\"{new CellArea(1, headerRow, columns.Count, headerRow)}\"/>");
        xml.Append("<sheetViews><sheetView workbookViewId=\"0\">");
        xml.Append(CultureInfo.InvariantCulture, $"<pane ySplit=\"{headerRow}\" topLeftCell=\"A{headerRow + 1}\" activePane=\"bottomLeft\" state=\"frozen\"/>");
        xml.Append("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"18.75\"/><cols>");
        for (int i = 0; i < columns.Count; i++)
        {
            string style = columns[i].Style is { } index ? $" style=\"{index}\"" : "";
            xml.Append(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{columns[i].Width:0.##}\"{style} customWidth=\"1\"/>");
        }

        xml.Append(CultureInfo.InvariantCulture, $"</cols><sheetData><row r=\"{headerRow}\">");
        string headerFormat = headerStyle is { } header ? $" s=\"{header}\"" : "";
        for (int i = 0; i < columns.Count; i++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{CellReference.Of(i + 1, headerRow)}\"{headerFormat} t=\"inlineStr\"><is><t>")
                .Append(XmlText.EscapeCellText(columns[i].Header))
                .Append("</t></is></c>");
        }

        xml.Append("</row></sheetData></worksheet>");
        return Encoding.UTF8.GetBytes(xml.ToString());
    }
}
