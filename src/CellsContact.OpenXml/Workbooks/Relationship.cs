using CellsContact.OpenXml.Xml;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Workbooks;

/// <summary>A link from one part to another; <see cref="Target"/> is the other part's entry name.</summary>
internal sealed record Relationship(string Id, string Type, string Target)
{
    /// <summary>The last segment of the type, the same in transitional and strict workbooks.</summary>
    public string Kind => Type[(Type.LastIndexOf('/') + 1)..];

    /// <summary>The relationships of a part, or of the package if <paramref name="part"/> is empty; external ones left out.</summary>
    public static IReadOnlyList<Relationship> Of(ZipReader package, string part)
    {
        ZipEntry? entry = package.Find(PartFor(part));
        if (entry is null)
            return [];
        return
        [
            .. from element in PartXml.Load(package, entry).Elements(XmlNames.PackageRelationships, "Relationship")
               where element.Attribute("TargetMode") != "External"
               select new Relationship(
                   element.Attribute("Id") ?? "",
                   element.Attribute("Type") ?? "",
                   Resolve(part, element.Attribute("Target") ?? "")),
        ];
    }

    /// <summary>The entry that holds a part's relationships.</summary>
    public static string PartFor(string part)
    {
        int slash = part.LastIndexOf('/');
        return $"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels";
    }

    private static string Resolve(string part, string target)
    {
        if (target.StartsWith('/'))
            return target[1..];
        var segments = new List<string>(part.Split('/')[..^1]);
        foreach (string segment in target.Split('/'))
        {
            if (segment == ".." && segments.Count > 0)
                segments.RemoveAt(segments.Count - 1);
            else if (segment is not (".." or "." or ""))
                segments.Add(segment);
        }

        return string.Join('/', segments);
    }
}
