using CellsContact.MyNumbers;

namespace CellsContact.EntityFrameworkCore.Rows;

/// <summary>A record of the access log. Only ever added; triggers refuse anything else.</summary>
internal sealed class MyNumberAccessRow
{
    /// <summary>The order of appending over all chains.</summary>
    public long Sequence { get; set; }

    public required string Establishment { get; init; }

    /// <summary>The place in the establishment's chain, from 1.</summary>
    public required long Number { get; init; }

    public required string EventId { get; init; }

    public required long At { get; init; }

    public required string ActorId { get; init; }

    public required MyNumberAccessKind Kind { get; init; }

    public required MyNumberAccessResult Result { get; init; }

    public string? Purpose { get; init; }

    public string? EmployeeNumber { get; init; }

    public bool? IsDependent { get; init; }

    public DateOnly? DependentBirthDate { get; init; }

    public string? ContactId { get; init; }

    public string? Path { get; init; }

    public required string PreviousSeal { get; init; }

    public required string Seal { get; init; }
}
