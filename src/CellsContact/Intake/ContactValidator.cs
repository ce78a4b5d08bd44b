using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CellsContact.Contacts;
using Microsoft.Extensions.Options;

namespace CellsContact.Intake;

/// <summary>Validates a notice (連絡) in its stored form: on receiving, and again whenever an operator's edits change it.</summary>
/// <remarks>
/// Thread-safe, pure and synchronous. The stored form is the wire format with each <c>myNumber</c> replaced by <c>true</c> and
/// each attachment's content by its size and hash. The rules are listed in <c>docs/validation-rules.md</c>.
/// </remarks>
public sealed class ContactValidator
{
    private readonly IntakeOptions _options;
    private readonly OfficeClock _clock;

    /// <summary>Makes a validator.</summary>
    /// <param name="options">Limits and severities, as they are now.</param>
    /// <param name="clock">What day it is.</param>
    public ContactValidator(IOptions<IntakeOptions> options, OfficeClock clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        (_options, _clock) = (options.Value, clock);
        Severities = new Severities(_options);
    }

    internal Severities Severities { get; }

    /// <summary>Validates a notice and reads it.</summary>
    /// <param name="contact">The notice in its stored form; <c>kind</c> may stand anywhere.</param>
    /// <returns>Everything that was found, and the notice unless an error is among it.</returns>
    public ContactValidation Validate(JsonElement contact)
    {
        FindingList findings = new(Severities);
        Contact? read = Validate(contact, findings);
        return new(findings.HasError ? null : read, findings.ToList());
    }

    private Contact? Validate(JsonElement contact, FindingList findings)
    {
        if (contact.ValueKind != JsonValueKind.Object)
        {
            findings.Add("", MessageRules.NotObject);
            return null;
        }

        new NumberSearch(findings).Search(contact, "");
        ShapeCheck shape = new(findings);
        if (KindOf(contact, shape, findings) is not { } kind)
            return null;

        JsonTypeInfo type = ContactJson.TypeOf(kind);
        shape.Object(contact, type, "");
        if (findings.HasFixedError)
            return null;

        Contact read = ContactJson.Deserialize(ExplicitNulls.Remove(contact, type));
        KindRules.Check(read, new(findings, _options, _clock));
        return read;
    }

    private static ContactKind? KindOf(JsonElement contact, ShapeCheck shape, FindingList findings)
    {
        if (!contact.TryGetProperty("kind"u8, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
            findings.Add("kind", FieldRules.Required);
        else
            shape.Enumeration(value, "kind", MessageRules.Kind, WireEnum<ContactKind>.Names);
        return value.ValueKind == JsonValueKind.String
            && JsonText.TryGetText(value, out string? name)
            && WireEnum<ContactKind>.TryParse(name, out ContactKind kind)
            ? kind
            : null;
    }
}

/// <summary>What validating a notice came to.</summary>
/// <param name="Contact">The notice, or <c>null</c> when a finding is an error.</param>
/// <param name="Findings">Everything that was found.</param>
public sealed record ContactValidation(Contact? Contact, IReadOnlyList<ContactFinding> Findings)
{
    /// <summary>Returns the notice's kind and key, and how many findings there are.</summary>
    public override string ToString() => $"{Contact?.ToString() ?? "invalid"} ({Findings.Count})";
}
