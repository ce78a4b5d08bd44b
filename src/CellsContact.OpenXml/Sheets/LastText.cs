using CellsContact.OpenXml.Xml;

namespace CellsContact.OpenXml.Sheets;

/// <summary>The nearest filled cell of a column, kept undecoded: most are never asked for.</summary>
internal struct LastText
{
    private byte[]? _content;
    private int _length;
    private bool _isShared;
    private bool _isText;

    public void Set(in CellScanner cell)
    {
        _isShared = cell.Type.SequenceEqual("s"u8);
        _isText = _isShared || cell.Type.SequenceEqual("inlineStr"u8) || cell.Type.SequenceEqual("str"u8);
        if (!_isText)
            return;
        if (_content is null || _content.Length < cell.Content.Length)
            _content = new byte[cell.Content.Length * 2];
        cell.Content.CopyTo(_content);
        _length = cell.Content.Length;
    }

    /// <summary>The text, or <c>null</c> if the cell holds none, or something other than text.</summary>
    public readonly string? Read(SharedStrings strings)
    {
        if (!_isText)
            return null;
        var scanner = new XmlScanner(_content.AsSpan(0, _length));
        string? text = null;
        while (scanner.Read())
        {
            if (scanner.Token != XmlToken.Start || scanner.IsEmpty)
                continue;
            if (scanner.LocalName.SequenceEqual("is"u8))
                text = RichText.Read(ref scanner);
            else if (scanner.LocalName.SequenceEqual("v"u8))
                text = RichText.ReadElementText(ref scanner);
            else
                scanner.Skip();
        }

        return text is not null && _isShared ? strings.Get(text) : text;
    }
}
