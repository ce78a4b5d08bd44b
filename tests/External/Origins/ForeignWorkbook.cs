using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using CellsContact.OpenXml.Tests.Support;

namespace CellsContact.External.Origins;

/// <summary>What a person sees in a workbook that somebody else made: its sheets, and the texts in their rows. Read by .NET's own readers.</summary>
internal sealed class ForeignWorkbook : IDisposable
{
    private static readonly XmlReaderSettings s_settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
    private readonly ZipArchive _zip;
    private readonly Lazy<string[]> _strings;
    private readonly ILookup<string, string> _links;

    private ForeignWorkbook(byte[] package)
    {
        _zip = new ZipArchive(new MemoryStream(package));
        string workbook = Links("").First(l => l.Type == "officeDocument").Target;
        List<(string Id, string Type, string Target)> links = Links(workbook);
        _links = links.ToLookup(l => l.Type, l => l.Target);
        _strings = new(() => [.. (_links["sharedStrings"].FirstOrDefault() is { } part && Xml(part) is { } strings ? strings.Elements() : []).Where(e => e.Name.LocalName == "si").Select(TextOf)]);
        Sheets =
        [
            .. from sheet in Xml(workbook)!.Descendants()
               where sheet.Name.LocalName == "sheet"
               let id = sheet.Attributes().FirstOrDefault(a => a.Name.LocalName == "id")?.Value
               from link in links
               where link.Id == id && link.Type == "worksheet"
               select ((string?)sheet.Attribute("name") ?? "", link.Target),
        ];
    }

    public IReadOnlyList<(string Name, string Part)> Sheets { get; }

    public static ForeignWorkbook Open(byte[] package) => new(package);

    /// <summary>The first row that looks like headers: two or more different texts and nothing else.</summary>
    /// <returns>The row's number and its texts by column; null if no row does.</returns>
    public (int Row, IReadOnlyDictionary<int, string> Texts)? Headers(string part)
    {
        foreach ((int number, XElement row) in Rows(part).Take(40))
        {
            Dictionary<int, string> texts = [];
            bool isText = true;
            int column = 0;
            foreach (XElement cell in row.Elements().Where(e => e.Name.LocalName == "c"))
            {
                column = (string?)cell.Attribute("r") is { } reference ? SheetText.ColumnOf(reference) : column + 1;
                if (!cell.Elements().Any(e => e.Value.Length > 0))
                    continue;
                string text = Shown(cell);
                isText &= (string?)cell.Attribute("t") is "s" or "inlineStr" && cell.Elements().All(e => e.Name.LocalName != "f");
                if (text.Trim().Length > 0)
                    texts[column] = text;
            }

            if (isText && texts.Count >= 2 && texts.Values.Distinct().Count() == texts.Count)
                return (number, texts);
        }

        return null;
    }

    /// <summary>The texts of all cells of a sheet, by reference.</summary>
    public Dictionary<string, string> Texts(string part) => Rows(part)
        .SelectMany(row => row.Row.Elements().Where(e => e.Name.LocalName == "c"))
        .Where(cell => cell.Attribute("r") is not null)
        .ToDictionary(cell => (string)cell.Attribute("r")!, Shown);

    public void Dispose() => _zip.Dispose();

    private IEnumerable<(int Number, XElement Row)> Rows(string part)
    {
        using XmlReader reader = XmlReader.Create(Find(part)!.Open(), s_settings);
        int number = 0;
        reader.MoveToContent();
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row", Depth: 2 })
            {
                XElement row = (XElement)XNode.ReadFrom(reader);
                number = int.TryParse((string?)row.Attribute("r"), out int stated) ? stated : number + 1;
                yield return (number, row);
            }
            else
            {
                reader.Read();
            }
        }
    }

    private string Shown(XElement cell)
    {
        string value = cell.Elements().FirstOrDefault(e => e.Name.LocalName == "v")?.Value ?? "";
        return (string?)cell.Attribute("t") switch
        {
            "s" => _strings.Value[int.Parse(value, System.Globalization.CultureInfo.InvariantCulture)],
            "inlineStr" => cell.Elements().FirstOrDefault(e => e.Name.LocalName == "is") is { } text ? TextOf(text) : "",
            _ => value,
        };
    }

    private static string TextOf(XElement item) => string.Concat(
        item.Descendants().Where(e => e.Name.LocalName == "t" && e.Parent!.Name.LocalName != "rPh").Select(e => e.Value));

    private List<(string Id, string Type, string Target)> Links(string part)
    {
        int slash = part.LastIndexOf('/') + 1;
        return
        [
            .. from link in Xml($"{part[..slash]}_rels/{part[slash..]}.rels")?.Elements() ?? []
               let target = (string?)link.Attribute("Target") ?? ""
               let type = (string?)link.Attribute("Type") ?? ""
               where (string?)link.Attribute("TargetMode") != "External"
               select (
                   (string?)link.Attribute("Id") ?? "",
                   type[(type.LastIndexOf('/') + 1)..],
                   new Uri(new Uri("zip:///" + part), target).AbsolutePath.TrimStart('/')),
        ];
    }

    private XElement? Xml(string part)
    {
        if (Find(part) is not { } entry)
            return null;
        using XmlReader reader = XmlReader.Create(entry.Open(), s_settings);
        return XElement.Load(reader);
    }

    private ZipArchiveEntry? Find(string part) => _zip.Entries.FirstOrDefault(
        e => e.FullName.Replace('\\', '/').TrimStart('/').Equals(Uri.UnescapeDataString(part), StringComparison.OrdinalIgnoreCase));
}
