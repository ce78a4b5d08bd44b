using System.Collections.Frozen;

namespace CellsContact.Intake;

/// <summary>Every rule there is, as documented in <c>docs/validation-rules.md</c>.</summary>
internal static class ValidationRules
{
    internal static IReadOnlyList<ValidationRule> All { get; } = [.. MessageRules.All, .. FieldRules.All, .. TextRules.All, .. ContactRules.All];

    private static readonly FrozenDictionary<string, ValidationRule> s_byId = All.ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal);

    internal static ValidationRule? Find(string id) => s_byId.GetValueOrDefault(id);
}
