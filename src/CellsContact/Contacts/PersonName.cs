namespace CellsContact.Contacts;

/// <summary>A person's name (氏名), in parts, as it came: never normalised.</summary>
public sealed record PersonName : WireObject
{
    /// <summary>The surname (姓).</summary>
    public required string Family { get; init; }

    /// <summary>The given name (名).</summary>
    public required string Given { get; init; }

    /// <summary>The surname in katakana.</summary>
    public string? FamilyKana { get; init; }

    /// <summary>The given name in katakana.</summary>
    public string? GivenKana { get; init; }
}
