using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CellsContact.External.Origins;

/// <summary>What the Open XML SDK's validator says about a workbook now and did not say before.</summary>
internal static class SchemaFindings
{
    public static IReadOnlyList<string> New(byte[] before, byte[] after)
    {
        if (Of(before) is not { } old)
            return [];
        if (Of(after) is not { } now)
            return ["the Open XML SDK no longer opens it"];
        // An added format repeats what is wrong with the one it was made from.
        return [.. now.Except(old).Take(5)];
    }

    /// <summary>Null where the SDK does not open the workbook at all.</summary>
    private static List<string>? Of(byte[] package)
    {
        try
        {
            var stream = new MemoryStream();
            stream.Write(package);
            using SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: true);
            return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365) { MaxNumberOfErrors = 10_000 }
                .Validate(document).Select(f => $"{f.Part?.Uri} {string.Concat((f.Path?.XPath + ": " + f.Description).Where(c => !char.IsAsciiDigit(c)))}")];
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or FileFormatException or System.Xml.XmlException or IOException or InvalidOperationException or ArgumentException or FormatException or NullReferenceException or KeyNotFoundException or NotSupportedException or OverflowException or IndexOutOfRangeException)
        {
            return null;
        }
    }
}
