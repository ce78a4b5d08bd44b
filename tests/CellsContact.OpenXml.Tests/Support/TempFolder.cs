namespace CellsContact.OpenXml.Tests.Support;

/// <summary>A folder of its own for each test, gone afterwards.</summary>
internal sealed class TempFolder : IDisposable
{
    public TempFolder() => Path = Directory.CreateTempSubdirectory("cellscontact-").FullName;

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>The names of the files in it, without lock files.</summary>
    public IReadOnlyList<string> Names() =>
    [
        .. Directory.EnumerateFiles(Path).Select(f => System.IO.Path.GetFileName(f)!)
            .Where(n => !n.EndsWith(".cellscontact.lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
