using System.Xml;
using System.Xml.Linq;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Workbooks;

/// <summary>Loads the small parts that describe a workbook. No document types, no outside entities.</summary>
internal static class PartXml
{
    private const int MaxCharacters = 64 << 20;

    public static XElement Load(ZipReader package, ZipEntry part)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxCharacters,
        };
        try
        {
            using Stream content = package.Open(part);
            using var reader = XmlReader.Create(content, settings);
            return XElement.Load(reader);
        }
        catch (XmlException e)
        {
            throw WorkbookFormatException.Damaged("A part of the workbook is not well-formed XML.", e);
        }
    }
}
