using System.Xml;

namespace CellsContact.OpenXml.Workbooks;

/// <summary>An element of a small part, with what it holds: all that describing a workbook takes, without loading more of a library for it.</summary>
internal sealed class PartElement
{
    private readonly List<PartAttribute> _attributes = [];
    private readonly List<PartElement> _elements = [];

    /// <summary>Takes the element that <paramref name="reader"/> stands on, without its content.</summary>
    public PartElement(XmlReader reader, PartElement? parent)
    {
        (Name, Space, Parent) = (reader.LocalName, reader.NamespaceURI, parent);
        parent?._elements.Add(this);
        while (reader.MoveToNextAttribute())
            _attributes.Add(new PartAttribute(reader.LocalName, reader.NamespaceURI, reader.Value));
        reader.MoveToElement();
    }

    public string Name { get; }

    public string Space { get; }

    public PartElement? Parent { get; }

    /// <summary>The text that stands directly in it.</summary>
    public string Text { get; set; } = "";

    public string? Attribute(string name, string space = "") =>
        _attributes.Find(a => a.Name == name && a.Space == space)?.Value;

    /// <summary>The elements of a name that stand directly in it.</summary>
    public IEnumerable<PartElement> Elements(string space, string name) => _elements.Where(e => e.Name == name && e.Space == space);

    public PartElement? Element(string space, string name) => _elements.Find(e => e.Name == name && e.Space == space);

    private sealed record PartAttribute(string Name, string Space, string Value);
}
