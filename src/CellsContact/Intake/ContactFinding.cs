using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>How much a finding weighs. Configurable per rule id in <see cref="IntakeOptions.Severities"/>.</summary>
public enum FindingSeverity
{
    /// <summary>The rule is switched off: nothing is reported.</summary>
    Off = 0,

    /// <summary>Reported; the notice is accepted.</summary>
    Warning = 1,

    /// <summary>The notice is rejected and nothing of it is kept.</summary>
    Error = 2,
}

/// <summary>What validation found about a notice: where, which rule, how grave, and what to do. Never holds a value.</summary>
/// <param name="Path">The wire path, e.g. <c>person.name.familyKana</c>; empty for the message itself.</param>
/// <param name="RuleId">The rule's stable id, e.g. <c>mynumber.misplaced</c>.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record ContactFinding(string Path, string RuleId, FindingSeverity Severity, BilingualText Message);
