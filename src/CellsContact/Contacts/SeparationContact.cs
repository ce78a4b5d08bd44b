using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>退社連絡: someone left.</summary>
public sealed record SeparationContact : Contact
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ContactKind Kind => ContactKind.Separation;

    /// <inheritdoc/>
    [JsonIgnore]
    public override DateOnly? EffectiveOn => SeparationDate;

    /// <summary>Who left.</summary>
    public required PersonReference Person { get; init; }

    /// <summary>The last day of employment (退職日; 死亡日; for a transfer the last day here).</summary>
    public required DateOnly SeparationDate { get; init; }

    /// <summary>The reason (退職理由).</summary>
    public required SeparationReason Reason { get; init; }

    /// <summary>The reason in words (退職理由補足); required with <see cref="SeparationReason.Other"/>.</summary>
    public string? ReasonText { get; init; }

    /// <summary>Whether a 離職票 is wanted.</summary>
    public bool? SeparationNoticeWanted { get; init; }

    /// <summary>The address after leaving (退職後住所).</summary>
    public AddressAfter? AddressAfter { get; init; }

    /// <summary>The phone number after leaving (退職後電話番号).</summary>
    public string? PhoneAfter { get; init; }

    /// <summary>How many 資格確認書 came back.</summary>
    public EligibilityCertificateCounts? EligibilityCertificates { get; init; }
}

/// <summary>The address after leaving (退職後住所).</summary>
public sealed record AddressAfter : WireObject
{
    /// <summary>The postal code (退職後郵便番号).</summary>
    public string? PostalCode { get; init; }

    /// <summary>The address (退職後住所).</summary>
    public string? Address { get; init; }
}

/// <summary>How many 資格確認書 came back on leaving, each 0 to 99.</summary>
public sealed record EligibilityCertificateCounts : WireObject
{
    /// <summary>Returned (回収枚数).</summary>
    public int? Returned { get; init; }

    /// <summary>Not returnable (返不能枚数).</summary>
    public int? NotReturnable { get; init; }
}
