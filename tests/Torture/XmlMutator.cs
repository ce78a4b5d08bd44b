using System.Globalization;
using System.Text.RegularExpressions;

namespace CellsContact.Torture;

/// <summary>Spoils the XML of a part.</summary>
internal sealed partial class XmlMutator(Random random)
{
    private static readonly string[] s_values =
    [
        "", "0", "-1", "2147483648", "99999999999999999999", "A0", "XFE1048577", "ZZZZZZ1", "A1:A0", "A1:XFD1048576", "s", "inlineStr", "b", "e", "d", "1E+400", "NaN", "&#0;", "\u0001", "&#xD800;", "rId999", "../../../etc/passwd", "http://example.invalid/x",
    ];

    /// <summary>A spoiled copy.</summary>
    internal string Mutate(string xml)
    {
        Match[] tags = Tag().Matches(xml).ToArray();
        switch (random.Next(tags.Length == 0 ? 2 : 10))
        {
            case 0:
                return xml[..random.Next(xml.Length + 1)];
            case 1:
                return $"<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>{xml}";
            case 2:
                Match gone = tags[random.Next(tags.Length)];
                return xml.Remove(gone.Index, gone.Length);
            case 3:
                Match twice = tags[random.Next(tags.Length)];
                return xml.Insert(twice.Index, twice.Value);
            case 4:
                return Nested(xml, tags[random.Next(tags.Length)].Index);
            case 5:
                return Repeated(xml, tags);
            case 6:
                return Moved(xml, tags);
            default:
                return Revalued(xml);
        }
    }

    private string Nested(string xml, int at)
    {
        int depth = random.Next(1, 5000);
        string open = string.Concat(Enumerable.Repeat("<row>", depth));
        string close = string.Concat(Enumerable.Repeat("</row>", depth));
        return xml.Insert(at, open + close);
    }

    /// <summary>What stands between two tags, hundreds of times.</summary>
    private string Repeated(string xml, Match[] tags)
    {
        (int from, int to) = Between(tags);
        return xml.Insert(from, string.Concat(Enumerable.Repeat(xml[from..to], random.Next(1, Math.Clamp(200_000 / Math.Max(1, to - from), 2, 5000)))));
    }

    /// <summary>What stands between two tags, elsewhere.</summary>
    private string Moved(string xml, Match[] tags)
    {
        (int from, int to) = Between(tags);
        string moved = xml[from..to];
        string rest = xml.Remove(from, to - from);
        return rest.Insert(Math.Min(rest.Length, tags[random.Next(tags.Length)].Index), moved);
    }

    private (int From, int To) Between(Match[] tags)
    {
        int first = random.Next(tags.Length);
        Match last = tags[Math.Min(tags.Length - 1, first + random.Next(6))];
        return (tags[first].Index, last.Index + last.Length);
    }

    private string Revalued(string xml)
    {
        Match[] attributes = Attribute().Matches(xml).ToArray();
        if (attributes.Length == 0)
            return xml + xml;
        Group value = attributes[random.Next(attributes.Length)].Groups[1];
        string changed = random.Next(2) == 0
            ? s_values[random.Next(s_values.Length)]
            : random.Next(int.MinValue, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        return xml.Remove(value.Index, value.Length).Insert(value.Index, changed);
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("=\\s*[\"']([^\"']*)[\"']")]
    private static partial Regex Attribute();
}
