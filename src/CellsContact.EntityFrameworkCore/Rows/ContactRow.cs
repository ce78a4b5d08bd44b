using CellsContact.Contacts;
using CellsContact.Statuses;

namespace CellsContact.EntityFrameworkCore.Rows;

/// <summary>A notice: columns for what is asked for, and its JSON as it was received.</summary>
/// <remarks>The long texts come last: SQLite then answers the list's conditions without reading them.</remarks>
internal sealed class ContactRow
{
    public long Sequence { get; set; }

    public required string Establishment { get; init; }

    public required string ContactId { get; init; }

    public required ContactKind Kind { get; init; }

    /// <summary>Microseconds since 1970 in UTC, as every instant of this database.</summary>
    public required long ReceivedAt { get; init; }

    public required ContactStatus Status { get; set; }

    public required bool IsReflected { get; set; }

    public required long Version { get; set; }

    public required string SenderId { get; init; }

    public required string ContentHash { get; init; }

    public required string Draft { get; set; }

    public required string Content { get; init; }

    public List<SearchKeyRow> Keys { get; init; } = [];

    public List<MoveRow> Moves { get; init; } = [];

    public List<AttemptRow> Attempts { get; init; } = [];
}

/// <summary>What a list reads of a notice.</summary>
internal sealed class ListRow
{
    public required long Sequence { get; init; }

    public required string Establishment { get; init; }

    public required string ContactId { get; init; }

    public required string Content { get; init; }

    public required long ReceivedAt { get; init; }

    public required string SenderId { get; init; }

    public required string ContentHash { get; init; }

    public required ContactStatus Status { get; init; }

    public required bool IsReflected { get; init; }

    public required bool HasOpenAttempt { get; init; }
}

/// <summary>One search key of a notice; made from personal data, erased with the notice.</summary>
internal sealed class SearchKeyRow
{
    public long ContactSequence { get; set; }

    public required string Key { get; init; }

    public required string Establishment { get; init; }
}

/// <summary>What stays of a notice that retention erased: that its id was there. No personal data.</summary>
internal sealed class TombstoneRow
{
    public required string Establishment { get; init; }

    public required string ContactId { get; init; }
}

/// <summary>A refused message.</summary>
internal sealed class RefusalRow
{
    public long Sequence { get; set; }

    public required long At { get; init; }

    public required string SenderId { get; init; }

    public required string Establishment { get; init; }

    public required string RuleId { get; init; }
}
