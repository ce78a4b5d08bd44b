using System.Globalization;
using CellsContact.OpenXml.Xml;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Workbooks;

/// <summary>
/// Adds a date format where a workbook has none for a column: the cell's own format with another number format, at
/// the end, so that every index in use keeps its meaning. One that the workbook has already is taken; most saves never
/// need any and leave the styles as they are.
/// </summary>
internal sealed class StyleBook(ZipReader package, ZipEntry? part, CellStyles styles)
{
    /// <summary>The built-in short date; Excel shows it as the user's locale says, 2026/4/1 in Japan.</summary>
    private const int ShortDate = 14;
    private const int Text = 49;

    private readonly List<Known> _known = [];
    private readonly List<string> _added = [];
    private byte[]? _original;
    private readonly List<byte[]> _formats = [];
    private Range _count;
    private int _end = -1;

    public bool HasChanges => _added.Count > 0;

    /// <summary>The entry that holds the styles.</summary>
    public string Part => part?.Name ?? "";

    public bool IsDate(int style) => styles.IsDate(style);

    /// <summary>A style that shows days and otherwise looks like <paramref name="style"/>; <c>null</c> if the workbook has no styles.</summary>
    public int? DateStyleLike(int style) => styles.IsDate(style) ? style : StyleLike(style, ShortDate);

    /// <summary>A style that shows what is in it as text, for ids.</summary>
    public int? TextStyle() => StyleLike(0, Text);

    private int? StyleLike(int style, int builtInFormat)
    {
        if (_known.Find(k => k.Style == style && k.Format == builtInFormat) is { } known)
            return known.Found;
        Load();
        if (_end < 0 || _formats.Count == 0)
            return null;
        byte[] format = _formats[Math.Clamp(style, 0, _formats.Count - 1)];
        int found = Existing(LookOf(format), builtInFormat);
        if (found < 0)
        {
            _added.Add(WithFormat(format, builtInFormat));
            found = styles.Append(builtInFormat);
        }

        _known.Add(new Known(style, builtInFormat, found));
        return found;
    }

    public void WriteTo(Stream target)
    {
        var patch = new XmlPatch(_original);
        if (!_count.Equals(default))
            patch.Replace(_count, (_formats.Count + _added.Count).ToString(CultureInfo.InvariantCulture));
        patch.Insert(_end, string.Concat(_added));
        patch.WriteTo(target);
    }

    private void Load()
    {
        if (_original is not null || part is null)
            return;
        _original = package.ReadAll(part);
        var scanner = new XmlScanner(_original, XmlEncoding.CheckStart(_original));
        bool isInside = false;
        while (scanner.Read())
        {
            if (scanner.LocalName.SequenceEqual("cellXfs"u8))
            {
                isInside = scanner.Token == XmlToken.Start && !scanner.IsEmpty;
                if (isInside)
                    _ = scanner.TryGetAttribute("count"u8, out _count);
                else if (scanner.Token == XmlToken.End)
                    _end = scanner.Start;
            }
            else if (isInside && scanner.Token == XmlToken.Start && scanner.LocalName.SequenceEqual("xf"u8))
            {
                int from = scanner.Start;
                scanner.Skip();
                _formats.Add(_original[from..scanner.End]);
            }
        }
    }

    /// <summary>A style of the workbook's own that looks the same and shows days, or text; -1 if it has none.</summary>
    private int Existing(string look, int builtInFormat)
    {
        for (int style = 0; style < _formats.Count; style++)
        {
            bool isWanted = styles.FormatOf(style) == builtInFormat || (builtInFormat == ShortDate && styles.ShowsWholeDay(style));
            if (isWanted && LookOf(_formats[style]) == look)
                return style;
        }

        return -1;
    }

    /// <summary>All of a style but its number format.</summary>
    private static string LookOf(ReadOnlySpan<byte> xml)
    {
        var scanner = new XmlScanner(xml);
        scanner.Read();
        var look = new List<string>();
        int at = 1 + scanner.QualifiedName.Length;
        while (XmlAttributes.Next(xml, ref at, scanner.End, out Range name, out Range value))
        {
            if (!xml[name].SequenceEqual("numFmtId"u8) && !xml[name].SequenceEqual("applyNumberFormat"u8))
                look.Add($"{XmlText.Decode(xml[name])}={XmlText.Decode(xml[value])}");
        }

        look.Sort(StringComparer.Ordinal);
        return string.Join(' ', look) + XmlText.Decode(scanner.IsEmpty ? default : xml[scanner.End..]);
    }

    private static string WithFormat(byte[] format, int builtInFormat)
    {
        var patch = new XmlPatch(format);
        var scanner = new XmlScanner(format);
        scanner.Read();
        int nameEnd = 1 + scanner.QualifiedName.Length;
        if (scanner.TryGetAttribute("numFmtId"u8, out Range id))
            patch.Replace(id, builtInFormat.ToString(CultureInfo.InvariantCulture));
        else
            patch.Insert(nameEnd, $" numFmtId=\"{builtInFormat}\"");
        if (scanner.TryGetAttribute("applyNumberFormat"u8, out Range apply))
            patch.Replace(apply, "1");
        else
            patch.Insert(nameEnd, " applyNumberFormat=\"1\"");
        return System.Text.Encoding.UTF8.GetString(patch.ToArray());
    }

    /// <summary>What was found, or added, for a style and a number format.</summary>
    private sealed record Known(int Style, int Format, int Found);
}
