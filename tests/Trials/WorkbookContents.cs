using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CellsContact.Trials;

/// <summary>What a workbook holds, read by nothing of the library's: a zip archive and its XML.</summary>
public sealed class WorkbookContents
{
    private static readonly XNamespace s_main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace s_relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly Dictionary<string, List<IReadOnlyDictionary<string, string>>> _sheets;

    private WorkbookContents(Dictionary<string, List<IReadOnlyDictionary<string, string>>> sheets) => _sheets = sheets;

    /// <summary>The sheets' names.</summary>
    public IEnumerable<string> Sheets => _sheets.Keys;

    /// <summary>The rows below the header row: header and text of every filled cell; blank rows are left out.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> this[string sheet] => _sheets[sheet];

    /// <summary>Reads a workbook whole; every part must inflate with the right checksum, every XML part must be well-formed.</summary>
    /// <exception cref="InvalidDataException">The file is no zip archive, or damaged.</exception>
    /// <exception cref="XmlException">A part is not well-formed.</exception>
    public static WorkbookContents Read(string path)
    {
        using ZipArchive zip = ZipFile.OpenRead(path);
        Dictionary<string, XElement> parts = [];
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            using Stream stream = entry.Open();
            if (Path.GetExtension(entry.Name) is ".xml" or ".rels" or ".vml")
                parts.Add(entry.FullName, XElement.Load(stream));
            else
                stream.CopyTo(Stream.Null);
        }

        string[] strings = parts.TryGetValue("xl/sharedStrings.xml", out XElement? shared) ? [.. shared.Elements(s_main + "si").Select(Text)] : [];
        Dictionary<string, string> targets = parts["xl/_rels/workbook.xml.rels"].Elements()
            .ToDictionary(relation => relation.Attribute("Id")!.Value, relation => relation.Attribute("Target")!.Value);
        return new(parts["xl/workbook.xml"].Descendants(s_main + "sheet").ToDictionary(
            sheet => sheet.Attribute("name")!.Value,
            sheet => Rows(parts[PartOf(targets[sheet.Attribute(s_relation + "id")!.Value])], strings)));
    }

    /// <summary>All rows of all sheets as lines of text, without some columns: two workbooks that hold the same give the same lines.</summary>
    public string ToLines(params IReadOnlyCollection<string> without)
    {
        StringBuilder lines = new();
        foreach ((string sheet, List<IReadOnlyDictionary<string, string>> rows) in _sheets.OrderBy(sheet => sheet.Key, StringComparer.Ordinal))
        {
            foreach (IReadOnlyDictionary<string, string> row in rows)
            {
                lines.Append(sheet).Append(": ").AppendJoin(" | ", row
                    .Where(cell => !without.Contains(cell.Key))
                    .OrderBy(cell => cell.Key, StringComparer.Ordinal)
                    .Select(cell => $"{cell.Key}={cell.Value}")).Append('\n');
            }
        }

        return lines.ToString();
    }

    private static string PartOf(string target) => target.StartsWith('/') ? target[1..] : $"xl/{target}";

    private static List<IReadOnlyDictionary<string, string>> Rows(XElement sheet, string[] strings)
    {
        Dictionary<int, string> headers = [];
        List<IReadOnlyDictionary<string, string>> rows = [];
        HashSet<int> numbers = [];
        int number = 0;
        foreach (XElement row in sheet.Element(s_main + "sheetData")!.Elements(s_main + "row"))
        {
            number = row.Attribute("r") is { } r ? int.Parse(r.Value, CultureInfo.InvariantCulture) : number + 1;
            if (!numbers.Add(number))
                throw new InvalidDataException($"Row {number} is there twice.");
            Dictionary<int, string> cells = Cells(row, strings);
            if (headers.Count == 0)
                headers = cells;
            else if (cells.Count > 0)
                rows.Add(cells.ToDictionary(cell => headers.GetValueOrDefault(cell.Key) ?? $"#{cell.Key}", cell => cell.Value));
        }

        return rows;
    }

    private static Dictionary<int, string> Cells(XElement row, string[] strings)
    {
        Dictionary<int, string> cells = [];
        int column = 0;
        foreach (XElement cell in row.Elements(s_main + "c"))
        {
            column = cell.Attribute("r") is { } reference ? ColumnOf(reference.Value) : column + 1;
            string value = cell.Element(s_main + "v")?.Value ?? "";
            string text = cell.Attribute("t")?.Value switch
            {
                "s" => strings[int.Parse(value, CultureInfo.InvariantCulture)],
                "inlineStr" => Text(cell.Element(s_main + "is")!),
                _ => value,
            };
            if (text.Length > 0)
                cells.Add(column, text);
        }

        return cells;
    }

    private static int ColumnOf(string reference) =>
        reference.TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1);

    /// <summary>A string's text without its phonetic runs.</summary>
    private static string Text(XElement item) => string.Concat(item.Descendants(s_main + "t").Where(text => text.Parent!.Name != s_main + "rPh").Select(text => text.Value));
}
