using CellsContact.OpenXml.Workbooks;

namespace CellsContact.OpenXml.Xml;

/// <summary>
/// A tokenizer over UTF-8 XML that keeps byte ranges, so that what is not changed can be copied as it is.
/// It checks no well-formedness beyond what it needs, and refuses document types.
/// </summary>
internal ref struct XmlScanner(ReadOnlySpan<byte> xml, int position = 0)
{
    private readonly ReadOnlySpan<byte> _xml = xml;
    private bool _opened;

    public XmlToken Token { get; private set; }

    /// <summary>Where the token starts.</summary>
    public int Start { get; private set; } = position;

    /// <summary>Just behind the token.</summary>
    public int End { get; private set; } = position;

    /// <summary>A start tag that is its own end.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>How many elements are open around the token.</summary>
    public int Depth { get; private set; }

    public ReadOnlySpan<byte> QualifiedName { get; private set; }

    public readonly ReadOnlySpan<byte> LocalName
    {
        get
        {
            int colon = QualifiedName.IndexOf((byte)':');
            return colon < 0 ? QualifiedName : QualifiedName[(colon + 1)..];
        }
    }

    /// <summary>The prefix with its colon, or nothing.</summary>
    public readonly ReadOnlySpan<byte> Prefix => QualifiedName[..(QualifiedName.IndexOf((byte)':') + 1)];

    public readonly ReadOnlySpan<byte> Raw => _xml[Start..End];

    /// <summary>Moves to the next token; false at the end, and where a partial input ends within a token.</summary>
    public bool Read()
    {
        if (_opened)
            Depth++;
        _opened = false;
        Start = End;
        Token = XmlToken.None;
        QualifiedName = default;
        IsEmpty = false;
        ReadOnlySpan<byte> rest = _xml[Start..];
        if (rest.IsEmpty)
            return false;

        if (rest[0] != (byte)'<')
        {
            int length = rest.IndexOf((byte)'<');
            return Accept(XmlToken.Text, length < 0 ? rest.Length : length);
        }

        if (rest.Length < 2)
            return false;
        return rest[1] switch
        {
            (byte)'/' => ReadEndTag(rest),
            (byte)'?' => Until(XmlToken.Instruction, rest, "?>"u8),
            (byte)'!' => ReadDeclaration(rest),
            _ => ReadStartTag(rest),
        };
    }

    /// <summary>Moves from a start tag to behind its end tag.</summary>
    public void Skip()
    {
        if (Token != XmlToken.Start || IsEmpty)
            return;
        int depth = Depth;
        while (Read())
        {
            if (Token == XmlToken.End && Depth == depth)
                return;
        }

        throw WorkbookFormatException.Damaged("An element does not end.");
    }

    /// <summary>The range of an attribute's value, still escaped, in the scanned bytes.</summary>
    public readonly bool TryGetAttribute(ReadOnlySpan<byte> name, out Range value)
    {
        int at = Start + 1 + QualifiedName.Length;
        while (XmlAttributes.Next(_xml, ref at, End, out Range key, out value))
        {
            if (_xml[key].SequenceEqual(name))
                return true;
        }

        value = default;
        return false;
    }

    public readonly ReadOnlySpan<byte> Attribute(ReadOnlySpan<byte> name) =>
        TryGetAttribute(name, out Range value) ? _xml[value] : default;

    private bool ReadStartTag(ReadOnlySpan<byte> rest)
    {
        int end = XmlAttributes.TagEnd(rest);
        if (end < 0)
            return false;
        QualifiedName = NameOf(rest[1..end]);
        IsEmpty = rest[end - 1] == (byte)'/';
        _opened = !IsEmpty;
        return Accept(XmlToken.Start, end + 1);
    }

    private bool ReadEndTag(ReadOnlySpan<byte> rest)
    {
        int end = rest.IndexOf((byte)'>');
        if (end < 0)
            return false;
        QualifiedName = NameOf(rest[2..end]);
        Depth--;
        return Accept(XmlToken.End, end + 1);
    }

    private bool ReadDeclaration(ReadOnlySpan<byte> rest)
    {
        if (rest.StartsWith("<!--"u8))
            return Until(XmlToken.Comment, rest, "-->"u8);
        if (rest.StartsWith("<![CDATA["u8))
            return Until(XmlToken.CData, rest, "]]>"u8);
        if (rest.Length < 9)
            return false;
        throw WorkbookFormatException.Damaged("A part holds a document type declaration.");
    }

    private bool Until(XmlToken token, ReadOnlySpan<byte> rest, ReadOnlySpan<byte> closing)
    {
        int at = rest.IndexOf(closing);
        return at >= 0 && Accept(token, at + closing.Length);
    }

    private bool Accept(XmlToken token, int length)
    {
        Token = token;
        End = Start + length;
        return true;
    }

    private static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> tag)
    {
        int end = tag.IndexOfAny(" \t\r\n/"u8);
        return end < 0 ? tag : tag[..end];
    }
}
