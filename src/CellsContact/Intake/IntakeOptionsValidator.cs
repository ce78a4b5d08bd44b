using Microsoft.Extensions.Options;

namespace CellsContact.Intake;

/// <summary>Checks <see cref="IntakeOptions"/> when the host starts, naming every bad property with its value.</summary>
internal sealed class IntakeOptionsValidator : IValidateOptions<IntakeOptions>
{
    public ValidateOptionsResult Validate(string? name, IntakeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> failures = [];
        RequireAtLeast(failures, nameof(IntakeOptions.MaxMessageBytes), options.MaxMessageBytes, 1024);
        RequireAtLeast(failures, nameof(IntakeOptions.MaxAttachments), options.MaxAttachments, 0);
        RequireAtLeast(failures, nameof(IntakeOptions.MaxAttachmentBytes), options.MaxAttachmentBytes, 0);
        foreach ((string id, FindingSeverity severity) in options.Severities)
        {
            if (!Enum.IsDefined(severity))
                failures.Add($"IntakeOptions.Severities[\"{id}\"] is {(int)severity}, which is no severity.");
            else if (ValidationRules.Find(id) is not { } rule)
                failures.Add($"IntakeOptions.Severities[\"{id}\"]: there is no such rule. docs/validation-rules.md lists them.");
            else if (rule.IsFixed && severity != rule.Severity)
                failures.Add($"IntakeOptions.Severities[\"{id}\"] is {severity}, but this rule is always {rule.Severity}: without it the notice could not be read or kept safely.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void RequireAtLeast(List<string> failures, string property, int value, int least)
    {
        if (value < least)
            failures.Add($"IntakeOptions.{property} is {value}; the least is {least}.");
    }
}
