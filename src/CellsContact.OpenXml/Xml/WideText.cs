using System.Text;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Xml;

/// <summary>
/// Parts in UTF-16: they are worked on as UTF-8 like all others and written in UTF-16 again, so that what is not
/// changed keeps its bytes.
/// </summary>
internal static class WideText
{
    /// <summary>A part as UTF-8.</summary>
    public static Stream Open(ZipReader package, ZipEntry part, bool ahead = true)
    {
        Stream content = package.Open(part, ahead);
        return EncodingOf(package, part) is { } wide
            ? Encoding.CreateTranscodingStream(content, wide, Encoding.UTF8)
            : content;
    }

    /// <summary>Writes a part's new content, given as UTF-8, in the encoding the part has.</summary>
    public static void Write(ZipReader package, ZipEntry part, Stream target, Action<Stream> content)
    {
        if (EncodingOf(package, part) is not { } wide)
        {
            content(target);
            return;
        }

        using Stream transcoding = Encoding.CreateTranscodingStream(target, wide, Encoding.UTF8, leaveOpen: true);
        content(transcoding);
    }

    /// <summary>All of a part as UTF-8.</summary>
    public static byte[] ToUtf8(byte[] part) => Detect(part) is { } wide ? Encoding.Convert(wide, Encoding.UTF8, part) : part;

    private static UnicodeEncoding? EncodingOf(ZipReader package, ZipEntry part) => Detect(package.StartOf(part));

    /// <summary>By the byte order mark, or by the first sign, which is always a '&lt;'.</summary>
    private static UnicodeEncoding? Detect(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, 0, 0] or [0, 0, 0xFE, 0xFF] => throw new WorkbookFormatException(WorkbookProblem.UnsupportedEncoding, "A part is in UTF-32."),
        [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        _ => null,
    };
}
