using System.Text.RegularExpressions;

namespace CellsContact.Tests.Architecture;

/// <summary>Data flows one way: a folder uses only those before it.</summary>
public sealed partial class FlowTests
{
    private static readonly string[] s_flow =
        ["Contacts", "Diagnostics", "Establishments", "Ledgers", "MyNumbers", "Attachments", "Statuses", "Storage", "Intake", "Reflectors", "Desk", "MyPages", "Retention", "DependencyInjection"];

    private static readonly string s_source = Path.Combine(RepositoryRoot(), "src", "CellsContact");

    [Fact]
    public void EveryFolder_HasItsPlaceInTheFlow() => Assert.Equal(
        s_flow.Order(StringComparer.Ordinal),
        Directory.GetDirectories(s_source).Select(folder => Path.GetFileName(folder)!).Where(name => name is not ("bin" or "obj")).Order(StringComparer.Ordinal));

    [Fact]
    public void NoFolder_UsesALaterOne()
    {
        List<string> backwards = [];
        foreach ((string folder, int place) in s_flow.Select((folder, place) => (folder, place)))
        {
            foreach (string file in Directory.GetFiles(Path.Combine(s_source, folder), "*.cs", SearchOption.AllDirectories))
            {
                backwards.AddRange(Namespace().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)
                    .Where(used => Array.IndexOf(s_flow, used) > place)
                    .Select(used => $"{Path.GetRelativePath(s_source, file)} uses {used}"));
            }
        }

        Assert.Empty(backwards);
    }

    internal static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CellsContact.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the repository.");
    }

    [GeneratedRegex(@"^using (?:static )?CellsContact\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
