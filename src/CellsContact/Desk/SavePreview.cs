using CellsContact.Contacts;
using CellsContact.Intake;
using CellsContact.Ledgers;
using CellsContact.Reflectors;
using CellsContact.Statuses;

namespace CellsContact.Desk;

/// <summary>What saving would do, computed by the same code as saving (プレビュー).</summary>
/// <remarks>Immutable. Saving with <see cref="Token"/> confirms what the preview showed, and only that.</remarks>
public sealed record SavePreview
{
    /// <summary>The notice.</summary>
    public required ContactKey Key { get; init; }

    /// <summary>What was chosen.</summary>
    public required ContactDecision Decision { get; init; }

    /// <summary>The status after saving, or <c>null</c> when saving is not possible.</summary>
    public ContactStatus? StatusAfter { get; init; }

    /// <summary>The rows and fields that would change in the ledger.</summary>
    public IReadOnlyList<LedgerChange> Changes { get; init; } = [];

    /// <summary>Refusals, what needs confirmation, warnings, hints, values without a column.</summary>
    public IReadOnlyList<ReflectionNote> Notes { get; init; } = [];

    /// <summary>What validation finds about the notice with the edits.</summary>
    public IReadOnlyList<ContactFinding> Findings { get; init; } = [];

    /// <summary>Why saving is not possible at all, as saving would answer; <c>null</c> when it is.</summary>
    public SaveResult? Blocked { get; init; }

    /// <summary>Saves exactly this; empty when saving is not possible. Holds the operator's edits: treat it like them.</summary>
    public string Token { get; init; } = "";

    /// <summary>Returns key and decision.</summary>
    public override string ToString() => $"{Key} {Decision}";
}
