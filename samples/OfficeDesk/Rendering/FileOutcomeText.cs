using CellsContact.Contacts;
using CellsContact.Desk;

namespace OfficeDesk.Rendering;

/// <summary>What became, or will become, of an attached file that is to go into the personal box.</summary>
internal static class FileOutcomeText
{
    public static BilingualText Of(FileOutcome outcome) => outcome switch
    {
        FileOutcome.Stored => new("保管しました", "Stored."),
        FileOutcome.AlreadyStored => new("保管済み", "It was stored already."),
        FileOutcome.BoxFull => new("機密10件を超えるため保管されません", "Not stored: the box holds its ten confidential files."),
        FileOutcome.Expired => new("期限切れ", "Not stored: its 30 days were over."),
        FileOutcome.Corrupt => new("破損", "Not stored: what is kept is not what was received."),
        FileOutcome.Failed => new("保管できませんでした", "Storing failed: try it again with attachments store."),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome of storing a file."),
    };

    /// <summary>The same of a preview.</summary>
    public static BilingualText Planned(FileOutcome outcome) => outcome == FileOutcome.Stored ? new("保管します", "Will be stored.") : Of(outcome);

    public static Tone ToneOf(FileOutcome outcome) => outcome switch
    {
        FileOutcome.Stored => Tone.Good,
        FileOutcome.AlreadyStored => Tone.Faint,
        _ => Tone.Warning,
    };
}
