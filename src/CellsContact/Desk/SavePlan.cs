using System.Security.Cryptography;
using System.Text;
using CellsContact.Contacts;
using CellsContact.Intake;
using CellsContact.Ledgers;
using CellsContact.Reflectors;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace CellsContact.Desk;

/// <summary>What saving would do to one notice as it stands.</summary>
internal sealed record SavePlan(ContactEntry Entry, ContactDecision Decision, ContactMove Move)
{
    internal IReadOnlyList<Edit> Edits { get; init; } = [];

    internal IReadOnlyList<ContactFinding> Findings { get; init; } = [];

    internal IReadOnlyList<LedgerChange> Changes { get; init; } = [];

    /// <summary>What is done in the vault, once the ledger has the changes.</summary>
    internal IReadOnlyList<MyNumberEffect> Numbers { get; init; } = [];

    /// <summary>Whether the client's page is told.</summary>
    internal bool Publish { get; init; } = Decision.Publish;

    /// <summary>The person it is about.</summary>
    internal LedgerPersonKey? Person { get; init; }

    internal IReadOnlyList<ReflectionNote> Notes { get; init; } = [];

    /// <summary>Why saving is not possible at all.</summary>
    internal SaveResult? Blocked { get; init; }

    /// <summary>What still has to be confirmed, given what the operator stated.</summary>
    internal IReadOnlyList<ReflectionNote> Unconfirmed =>
        [.. Notes.Where(note => note.Level == NoteLevel.NeedsConfirmation && !Decision.Confirmed.Contains(note.ConfirmationKey))];

    /// <summary>What the operator saw: equal as long as changes and notes to confirm are. The moment of recording is not part of it.</summary>
    internal string Fingerprint
    {
        get
        {
            StringBuilder seen = new(LedgerChangeSet.HashOf(
                [.. Changes.Select(change => change with { Fields = [.. change.Fields.Where(cell => cell.Field != HandlingBookFields.RecordedAt)] })]));
            foreach (ReflectionNote note in Notes.Where(note => note.Level == NoteLevel.NeedsConfirmation))
                seen.Append('\n').Append(note.Code).Append('|').Append(note.ConfirmationKey).Append('|').Append(note.Contact);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seen.ToString())));
        }
    }

    internal SaveAttempt Attempt(DeskOperator clerk)
    {
        int number = (Entry.Attempts.Count == 0 ? 0 : Entry.Attempts[^1].Number) + 1;
        return new()
        {
            Contact = Entry.Key,
            Number = number,
            ChangeSet = new(new(Entry.Key, number, Move.Action == ContactAction.Undo ? ChangeSetPurpose.Undo : ChangeSetPurpose.Apply), Entry.Contact.Kind, clerk.DisplayName, Changes),
            Move = Move,
            Edits = Edits,
            WithoutColumn = [.. Notes.Where(note => note.Level == NoteLevel.Unreflected && note.Field is not null).Select(note => note.Field!).Distinct()],
            Numbers = Numbers,
            Person = Person,
            Publish = Publish,
            StoreAttachments = Decision.StoreAttachments,
            DecisionHash = PreviewToken.HashOf(Decision),
        };
    }
}
