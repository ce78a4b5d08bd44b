using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CellsContact.OpenXml.Tests.Support;

internal static class Validate
{
    /// <summary>Fails with the SDK validator's findings, if it has any.</summary>
    public static void Workbook(string path)
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(path, isEditable: false);
        var findings = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document)
            .Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}").ToList();
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }
}
