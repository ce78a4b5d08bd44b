using System.Runtime.CompilerServices;
using CellsContact.OpenXml.Workbooks;

namespace CellsContact.OpenXml.Xml;

/// <summary>Walks the attributes of one start tag.</summary>
internal static class XmlAttributes
{
    /// <summary>
    /// The offset of the '>' that ends the tag, which may also occur inside attribute values; -1 if not there yet. A
    /// '&lt;' may occur in neither: whoever read on over one would take other elements for the tag.
    /// </summary>
    [MethodImpl(HotCode.Optimized)]
    public static int TagEnd(ReadOnlySpan<byte> tag)
    {
        // Nearly every tag has its values between double quotes and no '>' in them: then they come in pairs before it.
        int end = tag.IndexOf((byte)'>');
        return end > 0 && tag[1..end].IndexOfAny((byte)'<', (byte)'\'') < 0 && (tag[1..end].Count((byte)'"') & 1) == 0
            ? end
            : TagEndCarefully(tag);
    }

    private static int TagEndCarefully(ReadOnlySpan<byte> tag)
    {
        for (int at = 1; at < tag.Length; at++)
        {
            switch (tag[at])
            {
                case (byte)'>':
                    return at;
                case (byte)'<':
                    throw NotEnded();
                case (byte)'"' or (byte)'\'':
                    int close = tag[(at + 1)..].IndexOfAny(tag[at], (byte)'<');
                    if (close < 0)
                        return -1;
                    at += close + 1;
                    if (tag[at] == (byte)'<')
                        throw NotEnded();
                    break;
            }
        }

        return -1;
    }

    /// <summary>Reads the attribute at or after <paramref name="at"/> in a tag that ends at <paramref name="end"/>.</summary>
    [MethodImpl(HotCode.Optimized)]
    public static bool Next(ReadOnlySpan<byte> xml, ref int at, int end, out Range name, out Range value)
    {
        name = value = default;
        while (at < end && IsBlank(xml[at]))
            at++;
        int equals = xml[at..end].IndexOf((byte)'=');
        if (equals < 0 || xml[at] == (byte)'>' || xml[at] == (byte)'/')
            return false;

        int nameEnd = at + equals;
        int open = nameEnd + 1;
        while (nameEnd > at && IsBlank(xml[nameEnd - 1]))
            nameEnd--;
        while (open < end && IsBlank(xml[open]))
            open++;
        if (open >= end || xml[open] is not ((byte)'"' or (byte)'\''))
            return false;
        int length = xml[(open + 1)..end].IndexOf(xml[open]);
        if (length < 0)
            return false;
        name = at..nameEnd;
        value = (open + 1)..(open + 1 + length);
        at = open + length + 2;
        return true;
    }

    public static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private static WorkbookFormatException NotEnded() => WorkbookFormatException.Damaged("A tag does not end.");
}
