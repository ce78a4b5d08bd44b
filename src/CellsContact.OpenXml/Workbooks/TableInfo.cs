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
        PartElement root = PartXml.Load(package, entry);
        if (CellArea.Parse(root.Attribute("ref") ?? "") is not { } area)
            return null;
        var formulas = new Dictionary<int, string>();
        int column = area.Left;
        foreach (PartElement element in root.Element(root.Space, "tableColumns")?.Elements(root.Space, "tableColumn") ?? [])
        {
            PartElement? formula = element.Element(root.Space, "calculatedColumnFormula");
            if (formula is not null && formula.Attribute("array") is not ("1" or "true"))
                formulas[column] = formula.Text;
            column++;
        }

        string totals = root.Attribute("totalsRowCount") ?? "0";
        return new TableInfo(entry.Name, area, totals != "0", formulas);
    }
}
