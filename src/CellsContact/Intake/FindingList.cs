using System.Collections.Frozen;
using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>The severities in force: the rules' own, with the options' on top. Immutable.</summary>
internal sealed class Severities(IntakeOptions options)
{
    private readonly FrozenDictionary<string, FindingSeverity> _configured = options.Severities.ToFrozenDictionary(StringComparer.Ordinal);

    internal FindingSeverity Of(ValidationRule rule) =>
        !rule.IsFixed && _configured.TryGetValue(rule.Id, out FindingSeverity severity) ? severity : rule.Severity;
}

/// <summary>Collects what is found about one notice. Not thread-safe: one per notice.</summary>
internal sealed class FindingList(Severities severities)
{
    private readonly List<ContactFinding> _findings = [];

    internal bool HasError { get; private set; }

    /// <summary>Whether a rule that cannot be switched off was broken: then the notice cannot be read as a record.</summary>
    internal bool HasFixedError { get; private set; }

    internal IReadOnlyList<ContactFinding> ToList() => [.. _findings];

    internal void Add(string path, ValidationRule rule) => Add(path, rule, rule.Text);

    internal void Add(string path, ValidationRule rule, BilingualText text)
    {
        FindingSeverity severity = severities.Of(rule);
        if (severity == FindingSeverity.Off)
            return;
        HasError |= severity == FindingSeverity.Error;
        HasFixedError |= rule.IsFixed;
        _findings.Add(new(path, rule.Id, severity, text));
    }

    internal void AddWhen(bool broken, string path, ValidationRule rule)
    {
        if (broken)
            Add(path, rule);
    }
}
