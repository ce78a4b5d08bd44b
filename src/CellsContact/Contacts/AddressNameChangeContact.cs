using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>住所姓変更連絡: an address, a surname, or both changed.</summary>
public sealed record AddressNameChangeContact : Contact
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ContactKind Kind => ContactKind.AddressNameChange;

    /// <inheritdoc/>
    [JsonIgnore]
    public override DateOnly? EffectiveOn => EffectiveDate;

    /// <summary>Whose address or surname.</summary>
    public required PersonReference Person { get; init; }

    /// <summary>The day of the change (変更年月日).</summary>
    public required DateOnly EffectiveDate { get; init; }

    /// <summary>The new surname, where it changed.</summary>
    public NameChange? NewName { get; init; }

    /// <summary>The new address, where it changed.</summary>
    public AddressChange? NewAddress { get; init; }

    /// <summary>Whether the address also moves for the open dependents who live together.</summary>
    public bool IncludesDependents { get; init; }

    /// <summary>The dependents who take the new surname; all others keep theirs.</summary>
    public IReadOnlyList<DependentReference> DependentsRenamed { get; init => field = value ?? []; } = [];

    /// <summary>住所変更, 姓変更, or 住所および姓変更: derived from what is there.</summary>
    [JsonIgnore]
    public AddressNameChangeScope Scope => (NewAddress, NewName) switch
    {
        (not null, not null) => AddressNameChangeScope.AddressAndName,
        (null, not null) => AddressNameChangeScope.Name,
        _ => AddressNameChangeScope.Address,
    };
}

/// <summary>What a 住所姓変更連絡 changes.</summary>
public enum AddressNameChangeScope
{
    /// <summary>住所変更.</summary>
    Address = 1,

    /// <summary>姓変更.</summary>
    Name = 2,

    /// <summary>住所および姓変更.</summary>
    AddressAndName = 3,
}

/// <summary>A changed name. The given name is there only where the operator states the whole name.</summary>
public sealed record NameChange : WireObject
{
    /// <summary>The new surname (姓).</summary>
    public required string Family { get; init; }

    /// <summary>The new surname in kana: absent leaves the kana alone, <c>null</c> clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public TextChange FamilyKana { get; init; }

    /// <summary>The given name, where the whole name is stated (a 氏名 cell that cannot be split).</summary>
    public string? Given { get; init; }

    /// <summary>The given name in kana, with <see cref="Given"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public TextChange GivenKana { get; init; }
}

/// <summary>A changed address: absent leaves alone, a value sets, <c>null</c> clears postal code or kana.</summary>
public sealed record AddressChange : WireObject
{
    /// <summary>The postal code (郵便番号).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public TextChange PostalCode { get; init; }

    /// <summary>The address (住所).</summary>
    public required string Address { get; init; }

    /// <summary>The address in kana (住所フリガナ).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public TextChange AddressKana { get; init; }
}
