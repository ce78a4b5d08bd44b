namespace CellsContact.Contacts;

/// <summary>A dependent (扶養親族) named by name and birth date.</summary>
public sealed record DependentReference : WireObject
{
    /// <summary>The dependent's name.</summary>
    public required PersonName Name { get; init; }

    /// <summary>The dependent's birth date (生年月日).</summary>
    public required DateOnly BirthDate { get; init; }
}
