using CellsContact.Storage;

namespace CellsContact.EntityFrameworkCore.Rows;

/// <summary>A message that is still to be delivered. No personal data; no foreign key, as it may outlive its notice.</summary>
internal sealed class OutboxRow
{
    /// <summary>Counted up and never used again: receivers compare it as the version.</summary>
    public long Sequence { get; set; }

    public required string Id { get; init; }

    public required OutgoingKind Kind { get; init; }

    /// <summary>Messages with the same one are delivered one after the other.</summary>
    public required string OrderKey { get; init; }

    public required string Establishment { get; init; }

    public string? ContactId { get; init; }

    public string? EmployeeNumber { get; init; }

    public required OutboxState State { get; set; }

    public required long CreatedAt { get; init; }

    public required int Attempts { get; set; }

    public required long NextAttemptAt { get; set; }

    public string? LastError { get; set; }
}

/// <summary>Which message a row is.</summary>
internal enum OutgoingKind
{
    StatusChanged = 1,
    PersonChanged = 2,
}
