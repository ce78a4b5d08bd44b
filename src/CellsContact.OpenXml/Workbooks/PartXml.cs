using System.Xml;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Workbooks;

/// <summary>Loads the small parts that describe a workbook. No document types, no outside entities, no depth without end.</summary>
internal static class PartXml
{
    private const int MaxCharacters = 16 << 20;
    private const int MaxDepth = 200;

    /// <summary>Loads all of a part.</summary>
    public static PartElement Load(ZipReader package, ZipEntry part)
    {
        PartElement? root = null;
        PartElement? current = null;
        Visit(package, part, reader =>
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var element = new PartElement(reader, current);
                    root ??= element;
                    if (!reader.IsEmptyElement)
                        current = element;
                    break;
                case XmlNodeType.EndElement:
                    current = current!.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    current!.Text += reader.Value;
                    break;
            }
        });
        return root!;
    }

    /// <summary>Loads and compiles what reading XML takes, on a document of one element.</summary>
    public static void Prepare()
    {
        using var reader = XmlReader.Create(new MemoryStream("<a b=\"c\"/>"u8.ToArray()), Settings());
        while (reader.Read())
            _ = new PartElement(reader, null);
    }

    /// <summary>Shows the nodes of a part, one after the other. Long texts are read from the part only when asked for.</summary>
    public static void Visit(ZipReader package, ZipEntry part, Action<XmlReader> node)
    {
        package.SpendOnDescription(part);
        try
        {
            using Stream content = package.Open(part);
            using var reader = XmlReader.Create(content, Settings());
            while (reader.Read())
            {
                if (reader.Depth > MaxDepth)
                    throw WorkbookFormatException.Damaged("A part of the workbook nests its elements too deeply.");
                node(reader);
            }
        }
        catch (XmlException e)
        {
            throw WorkbookFormatException.Damaged($"A part of the workbook is not well-formed XML (line {e.LineNumber}, column {e.LinePosition}).", e);
        }
    }

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        IgnoreComments = true,
    };
}
