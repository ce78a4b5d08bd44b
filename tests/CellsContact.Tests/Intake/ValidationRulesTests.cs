using System.Reflection;
using System.Text.Json.Nodes;
using CellsContact.Intake;
using Microsoft.Extensions.Options;

namespace CellsContact.Tests.Intake;

public sealed class ValidationRulesTests
{
    // Those that the tests of the reader, the extraction and the inbox break, for no single example can.
    private static readonly string[] s_elsewhere =
    [
        "message.empty", "message.size", "json.syntax", "json.truncated", "json.trailing", "json.depth", "json.duplicate", "json.encoding",
        "contact.size", "contact.notObject", "contact.idReused", "sender.establishment", "establishment.unknown", "establishment.case",
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, RuleCases.All.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Receive_BrokenExample_FindsRuleAtPath(int index)
    {
        RuleCases.RuleCase broken = RuleCases.All[index];
        Receiving receiving = new();
        ValidationRule rule = ValidationRules.Find(broken.Rule)!;

        IntakeResult result = await receiving.ReceiveAsync(Wire.Example(broken.Example, broken.Break));

        ContactFinding finding = Assert.Single(Receiving.FindingsOf(result).Where(f => f.RuleId == broken.Rule && f.Path == broken.Path).Take(1));
        Assert.Equal(rule.Severity, finding.Severity);
        Assert.Equal(rule.Severity == FindingSeverity.Error, result is IntakeResult.Rejected);
        Assert.NotEmpty(finding.Message.Japanese);
        Assert.NotEmpty(finding.Message.English);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Receive_RuleSwitched_WeighsAsConfigured(int index)
    {
        RuleCases.RuleCase broken = RuleCases.All[index];
        if (ValidationRules.Find(broken.Rule)!.IsFixed)
            return;
        foreach (FindingSeverity severity in Enum.GetValues<FindingSeverity>())
        {
            Receiving receiving = new(options => options.Severities[broken.Rule] = severity);

            IReadOnlyList<ContactFinding> findings = await receiving.FindingsAsync(Wire.Example(broken.Example, broken.Break));

            Assert.All(findings.Where(f => f.RuleId == broken.Rule), finding => Assert.Equal(severity, finding.Severity));
            Assert.Equal(severity != FindingSeverity.Off, findings.Any(f => f.RuleId == broken.Rule && f.Path == broken.Path));
        }
    }

    [Fact]
    public void All_EveryRule_HasACase() =>
        Assert.Empty(ValidationRules.All.Select(rule => rule.Id).Except(RuleCases.All.Select(c => c.Rule)).Except(s_elsewhere));

    [Fact]
    public void All_EveryDeclaredRule_IsListedOnce()
    {
        Type[] groups = [typeof(MessageRules), typeof(FieldRules), typeof(TextRules), typeof(ContactRules)];
        string[] declared = [.. groups
            .SelectMany(group => group.GetFields(BindingFlags.Static | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(ValidationRule))
            .Select(field => ((ValidationRule)field.GetValue(null)!).Id)];

        Assert.Equal(declared.Order(StringComparer.Ordinal), ValidationRules.All.Select(rule => rule.Id).Order(StringComparer.Ordinal));
        Assert.Equal(declared.Length, declared.Distinct().Count());
    }

    [Fact]
    public void Document_EveryRule_HasItsLine()
    {
        string path = RepositoryFile.PathOf("docs/validation-rules.md");
        string document = File.ReadAllText(path);
        string[] lines = [.. ValidationRules.All.Select(LineOf)];
        if (Environment.GetEnvironmentVariable("CELLSCONTACT_REGENERATE") is not null)
        {
            const string Start = "| rule | severity | 意味 | meaning |\n|---|---|---|---|\n";
            int from = document.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
            int to = document.IndexOf("\n\n", from, StringComparison.Ordinal) is var end and >= 0 ? end + 1 : document.Length;
            document = document[..from] + string.Concat(lines.Select(line => line + "\n")) + document[to..];
            File.WriteAllText(path, document);
        }

        Assert.Empty(lines.Except(document.Split('\n')));
        Assert.Equal(lines.Length, document.Split('\n').Count(line => line.StartsWith("| `", StringComparison.Ordinal)));
    }

    [Fact]
    public void OptionsValidator_UnknownFixedAndSenselessValues_AreNamed()
    {
        IntakeOptions options = new() { MaxMessageBytes = 5, MaxAttachments = -1, MaxAttachmentBytes = -2 };
        options.Severities["text.kanna"] = FindingSeverity.Warning;
        options.Severities["mynumber.format"] = FindingSeverity.Off;
        options.Severities["text.kana"] = (FindingSeverity)9;

        ValidateOptionsResult result = new IntakeOptionsValidator().Validate(null, options);

        Assert.Equal(6, result.Failures!.Count());
        Assert.True(new IntakeOptionsValidator().Validate(null, new IntakeOptions()).Succeeded);
    }

    [Fact]
    public void OptionsValidator_ConfigurableRule_Succeeds()
    {
        IntakeOptions options = new();
        options.Severities["text.kana"] = FindingSeverity.Warning;
        options.Severities["mynumber.format"] = FindingSeverity.Error;

        Assert.True(new IntakeOptionsValidator().Validate(null, options).Succeeded);
    }

    private static string LineOf(ValidationRule rule)
    {
        string severity = rule.Severity == FindingSeverity.Error ? "error" : "warning";
        return $"| `{rule.Id}` | {severity}{(rule.IsFixed ? " (fixed)" : "")} | {Cell(rule.Text.Japanese)} | {Cell(rule.Text.English)} |";
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
