using CellsContact.OpenXml.Files;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Xml;

namespace CellsContact.OpenXml.Sheets;

/// <summary>The merged cells of a sheet: only the top left one of an area shows what it holds.</summary>
internal sealed class MergedAreas
{
    private readonly List<CellArea> _areas = [];

    /// <summary>Reads them from a sheet; they stand behind its rows.</summary>
    public static MergedAreas Read(WorkbookFile file, SheetInfo sheet)
    {
        using var rows = new SheetRows(file.Package, sheet);
        while (rows.TryRead())
        {
        }

        return Read(rows.ReadEpilogue());
    }

    /// <param name="epilogue">What stands behind the sheet's rows.</param>
    public static MergedAreas Read(byte[] epilogue)
    {
        var merged = new MergedAreas();
        var scanner = new XmlScanner(epilogue);
        while (scanner.Read())
        {
            if (scanner.Token == XmlToken.Start && scanner.LocalName.SequenceEqual("mergeCell"u8)
                && CellArea.Parse(XmlText.Decode(scanner.Attribute("ref"u8))) is { } area)
            {
                merged._areas.Add(area);
            }
        }

        return merged;
    }

    /// <summary>The areas that hold cells of this row.</summary>
    public IEnumerable<CellArea> In(int row) => _areas.Where(a => a.Top <= row && a.Bottom >= row);
}
