using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace CellsContact.OpenXml.Tests.Support;

/// <summary>Looks into workbooks with other code than the one under test, and makes ones from raw parts.</summary>
internal static class Package
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static void Write(string path, IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach ((string name, byte[] content) in parts)
        {
            using Stream entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
            entry.Write(content);
        }
    }

    public static byte[] Read(string path, string part)
    {
        using ZipArchive zip = ZipFile.OpenRead(path);
        using Stream entry = (zip.GetEntry(part) ?? throw new InvalidOperationException($"{part} is missing.")).Open();
        var content = new MemoryStream();
        entry.CopyTo(content);
        return content.ToArray();
    }

    public static string Text(string path, string part) => Encoding.UTF8.GetString(Read(path, part));

    public static IReadOnlyList<string> Names(string path)
    {
        using ZipArchive zip = ZipFile.OpenRead(path);
        return [.. zip.Entries.Select(e => e.FullName)];
    }

    public static IReadOnlyDictionary<string, (uint Crc, long Length)> Fingerprints(string path)
    {
        using ZipArchive zip = ZipFile.OpenRead(path);
        return zip.Entries.ToDictionary(e => e.FullName, e => (e.Crc32, e.Length));
    }

    /// <summary>Replaces text in one part, leaving the others.</summary>
    public static void Edit(string path, string part, Func<string, string> edit)
    {
        List<(string, byte[])> parts = [.. Names(path).Select(n => (n, n == part ? Encoding.UTF8.GetBytes(edit(Text(path, n))) : Read(path, n)))];
        Write(path, parts);
    }

    /// <summary>The part of a sheet.</summary>
    public static string PartOf(string path, string sheet)
    {
        XNamespace r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        XElement workbook = XElement.Parse(Text(path, "xl/workbook.xml"));
        string id = (string)workbook.Descendants(Main + "sheet").Single(s => (string?)s.Attribute("name") == sheet).Attribute(r + "id")!;
        XElement links = XElement.Parse(Text(path, "xl/_rels/workbook.xml.rels"));
        return "xl/" + (string)links.Elements().Single(l => (string?)l.Attribute("Id") == id).Attribute("Target")!;
    }

    public static XElement Sheet(string path, string sheet) => XElement.Parse(Text(path, PartOf(path, sheet)), LoadOptions.PreserveWhitespace);

    public static XElement? Cell(string path, string sheet, string reference) =>
        Sheet(path, sheet).Descendants(Main + "c").SingleOrDefault(c => (string?)c.Attribute("r") == reference);

    /// <summary>A cell's raw content; null where there is no cell.</summary>
    public static string? Value(string path, string sheet, string reference)
    {
        XElement? cell = Cell(path, sheet, reference);
        return cell is null ? null : (string?)cell.Attribute("t") switch
        {
            "inlineStr" => string.Concat(cell.Element(Main + "is")!.Descendants(Main + "t").Select(t => t.Value)),
            "s" => XElement.Parse(Text(path, "xl/sharedStrings.xml")).Elements(Main + "si")
                .ElementAt((int)cell.Element(Main + "v")!).Descendants(Main + "t").First().Value,
            _ => cell.Element(Main + "v")?.Value,
        };
    }

    /// <summary>The column letters of a header.</summary>
    public static string ColumnOf(string path, string sheet, string header, int row = 1)
    {
        XElement cell = Sheet(path, sheet).Descendants(Main + "row").Single(r => (int?)r.Attribute("r") == row)
            .Elements(Main + "c").First(c => Value(path, sheet, (string)c.Attribute("r")!) == header);
        return ((string)cell.Attribute("r")!).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
    }
}
