namespace CellsContact.OpenXml.Xml;

/// <summary>Namespaces and relationship types of workbook packages.</summary>
internal static class XmlNames
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string StrictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    public const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    public const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    public const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    public const string DigitalSignatureOrigin =
        "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin";

    public const string WorkbookContentType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public const string MacroWorkbookContentType = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
    public const string BinaryWorkbookContentType = "application/vnd.ms-excel.sheet.binary.macroEnabled.main";
    public const string WorksheetContentType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

    public const string StylesContentType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

    /// <summary>Whether this is the spreadsheet namespace, of ordinary (transitional) or of Strict Open XML workbooks.</summary>
    public static bool IsMain(string space) => space is Main or StrictMain;
}
