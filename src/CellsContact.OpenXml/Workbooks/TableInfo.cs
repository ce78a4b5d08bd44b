using System.Xml.Linq;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Workbooks;

/// <summary>A table (ListObject) on a sheet.</summary>
internal sealed record TableInfo(
    string Part, CellArea Area, bool HasTotals, IReadOnlyDictionary<int, string> CalculatedColumns)
{
    public static List<TableInfo> Of(ZipReader package, SheetInfo sheet)
    {
        var tables = new List<TableInfo>();
        foreach (Relationship relationship in Relationship.Of(package, sheet.Part).DistinctBy(r => r.Target))
        {
            if (relationship.Kind == "table" && package.Find(relationship.Target) is { } entry
                && Read(package, entry) is { } table)
            {
                tables.Add(table);
            }
        }

        return tables;
    }

    private static TableInfo? Read(ZipReader package, ZipEntry entry)
    {
        XElement root = PartXml.Load(package, entry);
        XNamespace space = root.Name.Namespace;
        if (CellArea.Parse((string?)root.Attribute("ref") ?? "") is not { } area)
            return null;
        var formulas = new Dictionary<int, string>();
        int column = area.Left;
        foreach (XElement element in root.Element(space + "tableColumns")?.Elements(space + "tableColumn") ?? [])
        {
            XElement? formula = element.Element(space + "calculatedColumnFormula");
            if (formula is not null && (string?)formula.Attribute("array") is not ("1" or "true"))
                formulas[column] = formula.Value;
            column++;
        }

        string totals = (string?)root.Attribute("totalsRowCount") ?? "0";
        return new TableInfo(entry.Name, area, totals != "0", formulas);
    }
}
