namespace CellsContact.OpenXml.Files;

/// <summary>Which parts of a workbook are written anew. Every other part is copied as it lies.</summary>
internal sealed class PackageEdit
{
    private readonly Dictionary<string, Action<Stream>> _replaced = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, Action<Stream> Content)> _added = [];

    public IReadOnlyList<(string Name, Action<Stream> Content)> Added => _added;

    public bool IsEmpty => _replaced.Count == 0 && _added.Count == 0;

    public void Replace(string part, Action<Stream> content) => _replaced[part] = content;

    public void Add(string part, Action<Stream> content) => _added.Add((part, content));

    public Action<Stream>? ReplacementFor(string part) => _replaced.GetValueOrDefault(part);
}
