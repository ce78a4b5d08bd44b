using CellsContact.OpenXml.Workbooks;

namespace CellsContact.OpenXml.Xml;

/// <summary>Parts are edited as UTF-8 bytes, those in UTF-16 by way of <see cref="WideText"/>; other encodings are refused, as no spreadsheet program writes them.</summary>
internal static class XmlEncoding
{
    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>The length of a byte order mark to step over.</summary>
    public static int CheckStart(ReadOnlySpan<byte> part)
    {
        if (part.StartsWith(Utf8Mark))
            return Utf8Mark.Length;
        if (part.Length >= 2 && (part[0] is 0xFE or 0xFF or 0 || part[1] == 0))
            throw Unsupported();
        return 0;
    }

    public static void CheckDeclaration(scoped in XmlScanner scanner)
    {
        if (!scanner.QualifiedName.IsEmpty || !scanner.Raw.StartsWith("<?xml "u8))
            return;
        int at = 5;
        while (XmlAttributes.Next(scanner.Raw, ref at, scanner.Raw.Length, out Range name, out Range value))
        {
            if (!scanner.Raw[name].SequenceEqual("encoding"u8))
                continue;
            string encoding = XmlText.Decode(scanner.Raw[value]);
            if (encoding.ToUpperInvariant() is not ("UTF-8" or "UTF8" or "US-ASCII" or "UTF-16" or "UTF-16LE" or "UTF-16BE"))
            {
                throw Unsupported();
            }
        }
    }

    private static WorkbookFormatException Unsupported() =>
        new(WorkbookProblem.UnsupportedEncoding, "A part of the workbook is not UTF-8.");
}
