using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>A rule of validation: its stable id, how grave its findings are, and what it means.</summary>
/// <param name="Id">The id, e.g. <c>field.required</c>.</param>
/// <param name="Severity">How grave, unless <see cref="IntakeOptions.Severities"/> says otherwise.</param>
/// <param name="Text">What is wrong and what to do.</param>
internal sealed record ValidationRule(string Id, FindingSeverity Severity, BilingualText Text)
{
    /// <summary>Whether the severity can be configured: not where the notice could not be read or kept safely without the rule.</summary>
    internal bool IsFixed { get; init; }

    internal static ValidationRule Fixed(string id, string japanese, string english) =>
        new(id, FindingSeverity.Error, new(japanese, english)) { IsFixed = true };

    internal static ValidationRule Error(string id, string japanese, string english) =>
        new(id, FindingSeverity.Error, new(japanese, english));

    internal static ValidationRule Warning(string id, string japanese, string english) =>
        new(id, FindingSeverity.Warning, new(japanese, english));
}
