using System.Reflection;
using System.Text.RegularExpressions;

namespace CellsContact.Tests.Manual;

/// <summary>docs/manual-coverage.md stays true.</summary>
public sealed partial class ManualCoverageTests
{
    private static readonly string[] s_lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "docs", "manual-coverage.md"));

    [Fact]
    public void EveryTestThatIsNamed_Exists()
    {
        HashSet<string> tests = [.. typeof(ManualCoverageTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .Where(method => method.GetCustomAttributes<FactAttribute>().Any())
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")];
        string[] named = [.. s_lines.SelectMany(line => TestName().Matches(line)).Select(match => match.Groups["name"].Value).Distinct()];
        Assert.True(named.Length > 40, $"Only {named.Length} tests are named.");
        Assert.DoesNotContain(named, name => name.Contains('.', StringComparison.Ordinal) ? !tests.Contains(name) : !tests.Any(test => test.StartsWith(name + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void EverySentence_HasATestOrTheCapabilityItWaitsFor()
    {
        string[] rows = [.. s_lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| sentence", StringComparison.Ordinal))];
        Assert.True(rows.Length >= 75, $"Only {rows.Length} sentences.");
        Assert.DoesNotContain(rows, row => !TestName().IsMatch(row) && !row.Contains("later (", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("１．")]
    [InlineData("２．")]
    [InlineData("３．")]
    [InlineData("４．")]
    [InlineData("５．")]
    [InlineData("６．")]
    [InlineData("７．")]
    [InlineData("８．")]
    [InlineData("９．")]
    public void EveryChapter_IsThere(string chapter) => Assert.Contains(s_lines, line => line.StartsWith("## " + chapter, StringComparison.Ordinal));

    [GeneratedRegex(@"`(?<name>\w+Tests(\.\w+)?)`")]
    private static partial Regex TestName();
}
