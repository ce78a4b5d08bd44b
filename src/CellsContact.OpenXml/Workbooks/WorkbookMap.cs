using System.Xml.Linq;
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
            XElement workbook = PartXml.Load(package, part);
            XNamespace space = workbook.Name.Namespace;
            if (workbook.Name.LocalName != "workbook" || !XmlNames.IsMain(space.NamespaceName))
                throw new WorkbookFormatException(WorkbookProblem.NotAWorkbook, "The package's main part is not a workbook.");
            IsStrict = space.NamespaceName == XmlNames.StrictMain;
            Is1904 = (string?)workbook.Element(space + "workbookPr")?.Attribute("date1904") is "1" or "true";
            Sheets = SheetsOf(package, workbook, space);
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

    private List<SheetInfo> SheetsOf(ZipReader package, XElement workbook, XNamespace space)
    {
        static string IdOf(XElement sheet) => (string?)sheet.Attribute(XName.Get("id", XmlNames.Relationships))
            ?? (string?)sheet.Attribute(XName.Get("id", XmlNames.StrictRelationships)) ?? "";
        var links = Relationships.Where(r => r.Kind == "worksheet").ToDictionary(r => r.Id, r => r.Target);
        var sheets = new List<SheetInfo>();
        foreach (XElement sheet in workbook.Element(space + "sheets")?.Elements(space + "sheet") ?? [])
        {
            if (links.TryGetValue(IdOf(sheet), out string? target) && package.Find(target) is { } entry)
                sheets.Add(new SheetInfo((string?)sheet.Attribute("name") ?? "", entry.Name));
        }

        return sheets;
    }

    /// <summary>The workbook's content type stands by its name or, as the Open XML SDK writes it, by its extension.</summary>
    private static void CheckContentType(ZipReader package, string part)
    {
        ZipEntry types = package.Find("[Content_Types].xml")
            ?? throw new WorkbookFormatException(WorkbookProblem.NotAWorkbook, "The package states no content types.");
        XNamespace space = XmlNames.ContentTypes;
        XElement root = PartXml.Load(package, types);
        string? TypeOf(string element, string attribute, string value) => (string?)root.Elements(space + element)
            .FirstOrDefault(o => string.Equals((string?)o.Attribute(attribute), value, StringComparison.OrdinalIgnoreCase))
            ?.Attribute("ContentType");
        string type = TypeOf("Override", "PartName", "/" + part)
            ?? TypeOf("Default", "Extension", Path.GetExtension(part).TrimStart('.')) ?? "";
        if (type == XmlNames.BinaryWorkbookContentType)
            throw new WorkbookFormatException(WorkbookProblem.BinaryWorkbook, "The workbook is in the binary format.");
        if (type is not (XmlNames.WorkbookContentType or XmlNames.MacroWorkbookContentType))
            throw new WorkbookFormatException(WorkbookProblem.NotAWorkbook, "The main part is no .xlsx or .xlsm workbook.");
    }
}
