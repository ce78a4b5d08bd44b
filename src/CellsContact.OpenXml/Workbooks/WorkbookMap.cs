using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Xml;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Workbooks;

/// <summary>Where the parts of a workbook lie, and what is needed to read its cells.</summary>
internal sealed class WorkbookMap
{
    private WorkbookMap(ZipReader package, ZipEntry part, bool isSigned)
    {
        (Part, IsSigned) = (part.Name, isSigned);
        Relationships = Relationship.Of(package, Part);
        ZipEntry? Linked(string kind) =>
            Relationships.FirstOrDefault(r => r.Kind == kind) is { } link ? package.Find(link.Target) : null;

        // First, since they are read while the rest of the map is.
        Strings = new SharedStrings(package, Linked("sharedStrings"));
        try
        {
            StylesPart = Linked("styles");
            Styles = new CellStyles(package, StylesPart);
            PartElement workbook = PartXml.Load(package, part);
            if (workbook.Name != "workbook" || !XmlNames.IsMain(workbook.Space))
                throw new WorkbookFormatException(WorkbookProblem.NotAWorkbook, "The package's main part is not a workbook.");
            IsStrict = workbook.Space == XmlNames.StrictMain;
            Is1904 = workbook.Element(workbook.Space, "workbookPr")?.Attribute("date1904") is "1" or "true";
            Sheets = SheetsOf(package, workbook);
        }
        catch
        {
            Strings.Dispose();
            throw;
        }
    }

    /// <summary>The entry name of the workbook part itself.</summary>
    public string Part { get; }

    public IReadOnlyList<Relationship> Relationships { get; }

    public IReadOnlyList<SheetInfo> Sheets { get; }

    /// <summary>A Strict Open XML workbook: other namespaces, and days may be written as days.</summary>
    public bool IsStrict { get; }

    /// <summary>Serial dates count from 1904 instead of 1900.</summary>
    public bool Is1904 { get; }

    /// <summary>A signature over the package would not survive any change.</summary>
    public bool IsSigned { get; }

    public ZipEntry? StylesPart { get; }

    public CellStyles Styles { get; }

    public SharedStrings Strings { get; }

    public static WorkbookMap Read(ZipReader package)
    {
        IReadOnlyList<Relationship> root = Relationship.Of(package, "");
        Relationship link = root.FirstOrDefault(r => r.Kind == "officeDocument")
            ?? throw new WorkbookFormatException(WorkbookProblem.NotAWorkbook, "The package holds no workbook.");
        ZipEntry part = package.Find(link.Target)
            ?? throw new WorkbookFormatException(WorkbookProblem.NotAWorkbook, "The package's workbook part is missing.");
        CheckContentType(package, part.Name);
        return new WorkbookMap(package, part, isSigned: root.Any(r => r.Type == XmlNames.DigitalSignatureOrigin));
    }

    /// <summary>Sheet names are unique in Excel without regard to case.</summary>
    public SheetInfo? Find(string sheet) =>
        Sheets.FirstOrDefault(s => string.Equals(s.Name.Trim(), sheet.Trim(), StringComparison.OrdinalIgnoreCase));

    private List<SheetInfo> SheetsOf(ZipReader package, PartElement workbook)
    {
        static string IdOf(PartElement sheet) =>
            sheet.Attribute("id", XmlNames.Relationships) ?? sheet.Attribute("id", XmlNames.StrictRelationships) ?? "";
        var links = Relationships.Where(r => r.Kind == "worksheet").ToDictionary(r => r.Id, r => r.Target);
        var sheets = new List<SheetInfo>();
        foreach (PartElement sheet in workbook.Element(workbook.Space, "sheets")?.Elements(workbook.Space, "sheet") ?? [])
        {
            if (links.TryGetValue(IdOf(sheet), out string? target) && package.Find(target) is { } entry)
                sheets.Add(new SheetInfo(sheet.Attribute("name") ?? "", entry.Name));
        }

        return sheets;
    }

    /// <summary>The workbook's content type stands by its name or, as the Open XML SDK writes it, by its extension.</summary>
    private static void CheckContentType(ZipReader package, string part)
    {
        ZipEntry types = package.Find("[Content_Types].xml")
            ?? throw new WorkbookFormatException(WorkbookProblem.NotAWorkbook, "The package states no content types.");
        PartElement root = PartXml.Load(package, types);
        string? TypeOf(string element, string attribute, string value) => root.Elements(XmlNames.ContentTypes, element)
            .FirstOrDefault(o => string.Equals(o.Attribute(attribute), value, StringComparison.OrdinalIgnoreCase))
            ?.Attribute("ContentType");
        string type = TypeOf("Override", "PartName", "/" + part)
            ?? TypeOf("Default", "Extension", Path.GetExtension(part).TrimStart('.')) ?? "";
        if (type == XmlNames.BinaryWorkbookContentType)
            throw new WorkbookFormatException(WorkbookProblem.BinaryWorkbook, "The workbook is in the binary format.");
        if (type is not (XmlNames.WorkbookContentType or XmlNames.MacroWorkbookContentType))
            throw new WorkbookFormatException(WorkbookProblem.NotAWorkbook, "The main part is no .xlsx or .xlsm workbook.");
    }
}
