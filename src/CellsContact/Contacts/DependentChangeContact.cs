using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>扶養異動連絡: a dependent was added (扶養追加) or removed (扶養抹消).</summary>
public sealed record DependentChangeContact : Contact
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ContactKind Kind => ContactKind.DependentChange;

    /// <inheritdoc/>
    [JsonIgnore]
    public override DateOnly? EffectiveOn => EffectiveDate;

    /// <summary>Whose dependent.</summary>
    public required PersonReference Person { get; init; }

    /// <summary>扶養追加 or 扶養抹消.</summary>
    public required DependentChange Change { get; init; }

    /// <summary>The day of the change (異動日): the first day of an added side, the end date of a removed one.</summary>
    public required DateOnly EffectiveDate { get; init; }

    /// <summary>The reason: each belongs to adding or to removing.</summary>
    public required DependentChangeReason Reason { get; init; }

    /// <summary>The reason in words; required with <see cref="DependentChangeReason.Other"/>.</summary>
    public string? ReasonText { get; init; }

    /// <summary>The day of death; required with <see cref="DependentChangeReason.Death"/>. 社保 ends on the next day.</summary>
    public DateOnly? DeathDate { get; init; }

    /// <summary>The dependent.</summary>
    public required Dependent Dependent { get; init; }

    /// <summary>Whether the tax side (税扶養) is concerned.</summary>
    public required bool TaxDependent { get; init; }

    /// <summary>Whether the social insurance side (社保扶養) is concerned.</summary>
    public required bool SocialInsuranceDependent { get; init; }

    /// <summary>Whether a 資格確認書 is wanted.</summary>
    public bool? EligibilityCertificateWanted { get; init; }
}
