using System.Globalization;
using CellsContact.OpenXml.Files;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Xml;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Creation;

/// <summary>Adds sheets to a workbook, behind those it has: three parts get a line each, nothing else changes.</summary>
internal sealed class SheetAdder(WorkbookFile file)
{
    private readonly List<(string Name, byte[] Content)> _sheets = [];

    public void Add(string name, byte[] content) => _sheets.Add((name, content));

    public void Complete(PackageEdit edit)
    {
        if (_sheets.Count == 0)
            return;
        string part = file.Map.Part;
        string folder = part[..(part.LastIndexOf('/') + 1)];
        string space = file.Map.IsStrict ? XmlNames.StrictRelationships : XmlNames.Relationships;
        string workbook = "", relationships = "", types = "";
        int sheetId = LastSheetId();
        int number = 0;
        foreach ((string name, byte[] content) in _sheets)
        {
            string path;
            do
                path = $"{folder}worksheets/sheet{++number}.xml";
            while (file.Package.Find(path) is not null || file.Map.Relationships.Any(r => r.Id == $"cellscontact{number}"));

            string id = $"cellscontact{number}";
            sheetId++;
            edit.Add(path, target => target.Write(content));
            types += $"<Override PartName=\"/{path}\" ContentType=\"{XmlNames.WorksheetContentType}\"/>";
            relationships += $"<Relationship Id=\"{id}\" Type=\"{space}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>";
            workbook += string.Create(
                CultureInfo.InvariantCulture,
                $"<sheet xmlns:r=\"{space}\" name=\"{XmlText.Escape(name)}\" sheetId=\"{sheetId}\" r:id=\"{id}\"/>");
        }

        InsertAtEnd(edit, "[Content_Types].xml", "Types", 0, types);
        InsertAtEnd(edit, Relationship.PartFor(part), "Relationships", 0, relationships);
        InsertAtEnd(edit, part, "sheets", 1, workbook);
    }

    private int LastSheetId()
    {
        byte[] workbook = file.Package.ReadAll(file.Package.Find(file.Map.Part)!);
        var scanner = new XmlScanner(workbook, XmlEncoding.CheckStart(workbook));
        int last = 0;
        while (scanner.Read())
        {
            if (scanner.Token == XmlToken.Start && scanner.LocalName.SequenceEqual("sheet"u8)
                && int.TryParse(scanner.Attribute("sheetId"u8), CultureInfo.InvariantCulture, out int id))
            {
                last = Math.Max(last, id);
            }
        }

        return last;
    }

    /// <summary>Inserts elements before an element's end tag, under the prefix that element has.</summary>
    private void InsertAtEnd(PackageEdit edit, string part, string element, int depth, string content)
    {
        ZipEntry entry = file.Package.Find(part) ?? throw WorkbookFormatException.Damaged("A part of the workbook is missing.");
        byte[] original = file.Package.ReadAll(entry);
        byte[] name = System.Text.Encoding.UTF8.GetBytes(element);
        var scanner = new XmlScanner(original, XmlEncoding.CheckStart(original));
        while (scanner.Read())
        {
            if (scanner.Token != XmlToken.End || scanner.Depth != depth || !scanner.LocalName.SequenceEqual(name))
                continue;
            string prefix = System.Text.Encoding.UTF8.GetString(scanner.Prefix);
            var patch = new XmlPatch(original);
            patch.Insert(scanner.Start, prefix.Length == 0 ? content : content.Replace("<", "<" + prefix, StringComparison.Ordinal));
            edit.Replace(entry.Name, patch.WriteTo);
            return;
        }

        throw WorkbookFormatException.Damaged("A part of the workbook lacks its main element.");
    }
}
