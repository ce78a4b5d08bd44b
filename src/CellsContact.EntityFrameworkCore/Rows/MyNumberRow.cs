using CellsContact.MyNumbers;

namespace CellsContact.EntityFrameworkCore.Rows;

/// <summary>An entry of the vault: whose number it is, and the number encrypted for exactly this slot and owner.</summary>
internal sealed class MyNumberRow
{
    public long Sequence { get; set; }

    public required string Establishment { get; init; }

    public required string ContactId { get; init; }

    public required string Path { get; init; }

    public required MyNumberState State { get; set; }

    public string? EmployeeNumber { get; set; }

    public DateOnly? DependentBirthDate { get; set; }

    /// <summary>Folded, as in <see cref="MyNumberOwner.Dependent"/>.</summary>
    public string? DependentGivenName { get; set; }

    public required long PutAt { get; set; }

    public DateOnly? KeepUntil { get; set; }

    public required byte[] Protected { get; set; }
}
