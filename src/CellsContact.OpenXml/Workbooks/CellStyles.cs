using System.Globalization;
using System.Xml;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Workbooks;

/// <summary>What the cell formats say about numbers: which are dates, which pad with zeros.</summary>
internal sealed class CellStyles
{
    private readonly List<Format> _formats = [];

    public CellStyles(ZipReader package, ZipEntry? part)
    {
        if (part is null)
            return;
        var codes = new Dictionary<int, string>();
        string parent = "";
        PartXml.Visit(package, part, reader =>
        {
            if (reader.NodeType != XmlNodeType.Element)
                return;
            if (reader.Depth == 1)
                parent = reader.LocalName;
            else if (reader is { Depth: 2, LocalName: "numFmt" } && parent == "numFmts")
                codes[FormatOf(reader)] = reader.GetAttribute("formatCode") ?? "";
            else if (reader is { Depth: 2, LocalName: "xf" } && parent == "cellXfs")
                _formats.Add(new Format(FormatOf(reader), ""));
        });

        for (int i = 0; i < _formats.Count; i++)
            _formats[i] = _formats[i] with { Code = codes.TryGetValue(_formats[i].Id, out string? code) ? code : "" };
    }

    /// <summary>Takes note of a style that is about to be added at the end, with a built-in format.</summary>
    public int Append(int builtInFormat)
    {
        _formats.Add(new Format(builtInFormat, ""));
        return _formats.Count - 1;
    }

    /// <summary>The number format of a style.</summary>
    public int FormatOf(int style) => style >= 0 && style < _formats.Count ? _formats[style].Id : 0;

    /// <summary>Whether a format of the office's own shows year, month and day and no time.</summary>
    public bool ShowsWholeDay(int style) => IsDate(style) && _formats[style].Code is var code
        && code.Contains('m', StringComparison.OrdinalIgnoreCase) && code.Contains('d', StringComparison.OrdinalIgnoreCase)
        && code.AsSpan().IndexOfAny("yeg") >= 0 && code.AsSpan().IndexOfAny("hHsS") < 0;

    /// <summary>Whether a number of this style is shown as a day.</summary>
    public bool IsDate(int style)
    {
        if (style < 0 || style >= _formats.Count)
            return false;
        (int id, string code) = _formats[style];
        return code.Length == 0 ? id is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) : HasDayLetter(code);
    }

    /// <summary>How many digits a plain <c>0000</c> format pads to; 0 for every other format.</summary>
    public int PaddedDigits(int style)
    {
        if (style < 0 || style >= _formats.Count)
            return 0;
        string code = _formats[style].Code.Split(';')[0];
        return code.Length > 1 && code.All(c => c == '0') ? code.Length : 0;
    }

    private static int FormatOf(XmlReader element) =>
        int.TryParse(element.GetAttribute("numFmtId"), NumberStyles.Integer, CultureInfo.InvariantCulture, out int id) ? id : 0;

    /// <summary>Years or days outside of quoted text, escapes and brackets ([h] and colours are not dates).</summary>
    private static bool HasDayLetter(string code)
    {
        for (int i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"':
                case '[':
                    int close = code.IndexOf(code[i] == '"' ? '"' : ']', i + 1);
                    i = close < 0 ? code.Length : close;
                    break;
                case '\\':
                case '_':
                case '*':
                    i++;
                    break;
                case 'G' when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    i += "General".Length - 1;
                    break;
                default:
                    if (char.ToLower(code[i], CultureInfo.InvariantCulture) is 'y' or 'd' or 'e' or 'g')
                        return true;
                    break;
            }
        }

        return false;
    }

    /// <param name="Id">The number format.</param>
    /// <param name="Code">Its code, if it is not built in.</param>
    private sealed record Format(int Id, string Code);
}
