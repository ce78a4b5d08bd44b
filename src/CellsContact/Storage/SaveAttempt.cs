using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Statuses;

namespace CellsContact.Storage;

/// <summary>Where an attempt to save stands.</summary>
public enum AttemptState
{
    /// <summary>Prepared: the ledger may or may not have the set. It is resumed from its frozen set, never recomputed.</summary>
    Open = 1,

    /// <summary>The ledger has the set, the move is made.</summary>
    Completed = 2,

    /// <summary>The ledger refused the set.</summary>
    Abandoned = 3,
}

/// <summary>One attempt to save a notice with 台帳に反映: everything needed to finish it after a crash.</summary>
/// <remarks>Immutable; what was frozen on preparing never changes.</remarks>
public sealed record SaveAttempt
{
    /// <summary>The notice.</summary>
    public required ContactKey Contact { get; init; }

    /// <summary>The attempt's number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The frozen change set.</summary>
    public required LedgerChangeSet ChangeSet { get; init; }

    /// <summary>The move that completing makes.</summary>
    public required ContactMove Move { get; init; }

    /// <summary>The operator's edits (変更保存): kept here, never in the notice.</summary>
    public IReadOnlyList<Edit> Edits { get; init; } = [];

    /// <summary>The fields whose value found no column (列がないため未反映).</summary>
    public IReadOnlyList<LedgerField> WithoutColumn { get; init; } = [];

    /// <summary>What saving does in the vault of マイナンバー, once the ledger has the set.</summary>
    public IReadOnlyList<MyNumberEffect> Numbers { get; init; } = [];

    /// <summary>The person it is about: one of the ledger, or one this set adds.</summary>
    public LedgerPersonKey? Person { get; init; }

    /// <summary>Whether the client's page is told (事業所マイページに公開).</summary>
    public bool Publish { get; init; }

    /// <summary>Whether the attached files go into the personal box (添付ファイルを個人ＢＯＸで保管).</summary>
    public bool StoreAttachments { get; init; }

    /// <summary>The decision's fingerprint: tells whether a retry asks for the same.</summary>
    public required string DecisionHash { get; init; }

    /// <summary>Where the attempt stands.</summary>
    public AttemptState State { get; init; } = AttemptState.Open;

    /// <summary>The ledger's receipt, once completed.</summary>
    public LedgerReceipt? Receipt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Returns the change set's id and the state.</summary>
    public override string ToString() => $"{ChangeSet.Id} {State}";
}
