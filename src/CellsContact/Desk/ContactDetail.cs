using CellsContact.Contacts;
using CellsContact.Establishments;
using CellsContact.Intake;
using CellsContact.MyNumbers;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace CellsContact.Desk;

/// <summary>An opened notice (対象画面): as received, and as its draft would have it.</summary>
public sealed record ContactDetail
{
    /// <summary>The stored notice with its history and attempts.</summary>
    public required ContactEntry Entry { get; init; }

    /// <summary>The establishment, where the directory has it.</summary>
    public required Establishment? Establishment { get; init; }

    /// <summary>The notice with its draft's edits; equals the notice when there are none, or when the draft is not valid.</summary>
    public required Contact Effective { get; init; }

    /// <summary>What validation finds about the effective notice: warnings, and errors of a draft.</summary>
    public required IReadOnlyList<ContactFinding> Findings { get; init; }

    /// <summary>The labels of its status.</summary>
    public required StatusLabel Label { get; init; }

    /// <summary>The numbers (マイナンバー) it carries, each shown as <see cref="MyNumber.Mask"/> until <c>MyNumberDesk</c> reveals it.</summary>
    public required IReadOnlyList<MyNumberSlot> MyNumbers { get; init; }

    /// <summary>What may be chosen on saving.</summary>
    public required IReadOnlyList<ContactAction> Actions { get; init; }

    /// <summary>Returns key and status.</summary>
    public override string ToString() => Entry.ToString();
}
