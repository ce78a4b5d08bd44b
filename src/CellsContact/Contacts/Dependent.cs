using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>A dependent (扶養親族) as a notice describes one.</summary>
public sealed record Dependent : WireObject
{
    /// <summary>The name (氏名).</summary>
    public required PersonName Name { get; init; }

    /// <summary>The birth date (生年月日).</summary>
    public required DateOnly BirthDate { get; init; }

    /// <summary>The gender (性別).</summary>
    public Gender? Gender { get; init; }

    /// <summary>The relationship to the employee (続柄).</summary>
    public required Relationship Relationship { get; init; }

    /// <summary>The relationship in words (e.g. 長女); required with <see cref="Relationship.Other"/>.</summary>
    public string? RelationshipLabel { get; init; }

    /// <summary>Whether they live together (同居).</summary>
    public bool? LivesTogether { get; init; }

    /// <summary>The postal code (郵便番号), where they do not.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The address (住所), where they do not live together.</summary>
    public string? Address { get; init; }

    /// <summary>The occupation (職業).</summary>
    public string? Occupation { get; init; }

    /// <summary>The yearly income (年間収入) in yen, 0 to 999,999,999.</summary>
    public long? AnnualIncome { get; init; }

    /// <summary>Of a hire's dependent: whether it is one for tax (税扶養).</summary>
    public bool? TaxDependent { get; init; }

    /// <summary>Of a hire's dependent: whether it is one for social insurance (社保扶養).</summary>
    public bool? SocialInsuranceDependent { get; init; }

    /// <summary>Whether the message carried this dependent's マイナンバー. The number itself is in the vault only.</summary>
    [JsonPropertyName("myNumber")]
    public bool HasMyNumber { get; init; }
}
