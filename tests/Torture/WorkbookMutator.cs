using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace CellsContact.Torture;

/// <summary>Spoils a workbook: its bytes, its parts, or the XML in them.</summary>
internal sealed partial class WorkbookMutator(Random random)
{
    private static readonly string[] s_values =
    [
        "", "0", "-1", "2147483648", "99999999999999999999", "A0", "XFE1048577", "ZZZZZZ1", "A1:A0", "s", "inlineStr", "b", "e", "d", "1E+400", "NaN", "&#0;", "\u0001", "rId999", "../../../etc/passwd", "http://example.invalid/x",
    ];

    /// <summary>A spoiled copy.</summary>
    internal byte[] Mutate(byte[] workbook) => random.Next(8) switch
    {
        0 => workbook[..random.Next(workbook.Length)],
        1 or 2 => Flipped(workbook),
        3 => [.. workbook.AsSpan(0, random.Next(workbook.Length)), .. workbook.AsSpan(random.Next(workbook.Length))],
        _ => Rezipped(workbook),
    };

    private byte[] Flipped(byte[] bytes)
    {
        byte[] copy = [.. bytes];
        for (int times = random.Next(1, 20); times > 0; times--)
            copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
        return copy;
    }

    private byte[] Rezipped(byte[] workbook)
    {
        List<(string Name, byte[] Content)> parts = Unzip(workbook);
        for (int times = random.Next(1, 4); times > 0; times--)
        {
            int at = random.Next(parts.Count);
            switch (random.Next(10))
            {
                case 0 when parts.Count > 1:
                    parts.RemoveAt(at);
                    break;
                case 1:
                    parts.Add(parts[at]);
                    break;
                case 2:
                    int other = random.Next(parts.Count);
                    (parts[at], parts[other]) = ((parts[at].Name, parts[other].Content), (parts[other].Name, parts[at].Content));
                    break;
                default:
                    parts[at] = (parts[at].Name, Encoding.UTF8.GetBytes(SpoilXml(Encoding.UTF8.GetString(parts[at].Content))));
                    break;
            }
        }

        using MemoryStream zipped = new();
        using (ZipArchive archive = new(zipped, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] content) in parts)
            {
                using Stream entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return zipped.ToArray();
    }

    private static List<(string Name, byte[] Content)> Unzip(byte[] workbook)
    {
        using ZipArchive archive = new(new MemoryStream(workbook));
        return
        [
            .. archive.Entries.Select(entry =>
            {
                using MemoryStream content = new();
                using Stream stream = entry.Open();
                stream.CopyTo(content);
                return (entry.FullName, content.ToArray());
            }),
        ];
    }

    private string SpoilXml(string xml)
    {
        Match[] tags = Tag().Matches(xml).ToArray();
        Match[] attributes = Attribute().Matches(xml).ToArray();
        switch (random.Next(8))
        {
            case 0 when tags.Length > 0:
                Match gone = tags[random.Next(tags.Length)];
                return xml.Remove(gone.Index, gone.Length);
            case 1 when tags.Length > 0:
                Match twice = tags[random.Next(tags.Length)];
                return xml.Insert(twice.Index, twice.Value);
            case 2:
                return xml[..random.Next(xml.Length + 1)];
            case 3:
                return $"<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>{xml}";
            case 4 when tags.Length > 0:
                int depth = random.Next(1, 5000);
                string open = string.Concat(Enumerable.Repeat("<row>", depth));
                string close = string.Concat(Enumerable.Repeat("</row>", depth));
                return xml.Insert(tags[random.Next(tags.Length)].Index, open + close);
            default:
                if (attributes.Length == 0)
                    return xml + xml;
                Group value = attributes[random.Next(attributes.Length)].Groups[1];
                string changed = random.Next(2) == 0
                    ? s_values[random.Next(s_values.Length)]
                    : random.Next(int.MinValue, int.MaxValue).ToString(CultureInfo.InvariantCulture);
                return xml.Remove(value.Index, value.Length).Insert(value.Index, changed);
        }
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("=\"([^\"]*)\"")]
    private static partial Regex Attribute();
}
