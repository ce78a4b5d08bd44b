using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace CellsContact.EntityFrameworkCore.Rows;

/// <summary>An attempt to save: frozen but for its end.</summary>
internal sealed class AttemptRow
{
    public long ContactSequence { get; set; }

    public required int Number { get; init; }

    public required ChangeSetPurpose Purpose { get; init; }

    public required ContactKind Kind { get; init; }

    public required AttemptState State { get; set; }

    public long? EndedAt { get; set; }

    public required string OperatorName { get; init; }

    public required string DecisionHash { get; init; }

    public required MoveColumns Move { get; init; }

    /// <summary>The ids of the fields without a column, separated by commas.</summary>
    public required string WithoutColumn { get; init; }

    public required string Edits { get; init; }

    /// <summary>The hash of <see cref="Changes"/> when they were frozen; checked on every reading.</summary>
    public required string Hash { get; init; }

    public required string Changes { get; init; }

    /// <summary>What is done in the vault once the ledger has the set.</summary>
    public required string Numbers { get; init; }

    public string? Receipt { get; set; }

    /// <summary>The number of the person it is about, or <c>null</c> where the ledger is to number them, or nobody is named.</summary>
    public string? PersonNumber { get; init; }

    /// <summary>The slot of the person it is about, where the ledger is to number them.</summary>
    public string? PersonSlot { get; init; }

    public required bool Publish { get; init; }

    public required bool StoreAttachments { get; init; }
}

/// <summary>One move of a notice's history. Only ever added.</summary>
internal sealed class MoveRow
{
    public long ContactSequence { get; set; }

    /// <summary>From 1, in the order of the history.</summary>
    public required int Number { get; init; }

    public required MoveColumns Move { get; init; }
}

/// <summary>A move's columns, in the history and in an attempt.</summary>
internal sealed class MoveColumns
{
    public required ContactAction Action { get; init; }

    public required ContactStatus From { get; init; }

    public required ContactStatus To { get; init; }

    public required string OperatorId { get; init; }

    public required long At { get; init; }

    public string? Memo { get; init; }

    public string? MessageToClient { get; init; }

    public DateOnly? ProcedureDate { get; init; }

    public string? ProcedureNumber { get; init; }
}
