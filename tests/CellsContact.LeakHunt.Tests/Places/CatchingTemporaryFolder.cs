using CellsContact.LeakHunt.Tests.Hunting;

namespace CellsContact.LeakHunt.Tests.Places;

/// <summary>A place for temporary files of its own while it lasts: whatever is left there is searched.</summary>
internal sealed class CatchingTemporaryFolder : IDisposable
{
    private static readonly string[] s_variables = ["TMPDIR", "TMP", "TEMP"];
    private readonly string?[] _before = [.. s_variables.Select(Environment.GetEnvironmentVariable)];
    private readonly Haul _haul;

    internal CatchingTemporaryFolder(Haul haul)
    {
        _haul = haul;
        Path = Directory.CreateTempSubdirectory("hunt-").FullName;
        foreach (string variable in s_variables)
            Environment.SetEnvironmentVariable(variable, Path);
    }

    internal string Path { get; }

    /// <summary>Searches what is there now.</summary>
    internal void Catch() => _haul.AddFolder("temporary", Path);

    public void Dispose()
    {
        Catch();
        foreach ((string variable, string? value) in s_variables.Zip(_before))
            Environment.SetEnvironmentVariable(variable, value);
        Directory.Delete(Path, recursive: true);
    }
}
