using CellsContact.OpenXml.Files;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Xml;

namespace CellsContact.OpenXml.Sheets;

/// <summary>What a sheet says behind its rows and a plan has to know: its merged cells, and whether it is protected.</summary>
internal sealed class SheetTail
{
    private readonly List<CellArea> _merged = [];

    /// <param name="epilogue">What stands behind the sheet's rows.</param>
    public SheetTail(ReadOnlySpan<byte> epilogue)
    {
        var scanner = new XmlScanner(epilogue);
        while (scanner.Read())
        {
            if (scanner.Token != XmlToken.Start)
                continue;
            if (scanner.LocalName.SequenceEqual("sheetProtection"u8))
                IsProtected |= XmlText.Decode(scanner.Attribute("sheet"u8)) is "1" or "true" or "on";
            else if (scanner.LocalName.SequenceEqual("mergeCell"u8)
                && CellArea.Parse(XmlText.Decode(scanner.Attribute("ref"u8))) is { } area)
                _merged.Add(area);
        }
    }

    /// <summary>People are kept from typing into the sheet.</summary>
    public bool IsProtected { get; }

    /// <summary>Reads it from a sheet, past all rows.</summary>
    public static SheetTail Read(WorkbookFile file, SheetInfo sheet)
    {
        using var rows = new SheetRows(file.Package, sheet);
        while (rows.TryRead())
        {
        }

        return new SheetTail(rows.ReadEpilogue());
    }

    /// <summary>All merged areas.</summary>
    public List<CellArea> Merged => _merged;

    /// <summary>The merged areas that hold cells of a row; only the top left cell of one shows what it holds.</summary>
    public IEnumerable<CellArea> MergedIn(int row) => _merged.Where(a => a.Top <= row && a.Bottom >= row);
}
