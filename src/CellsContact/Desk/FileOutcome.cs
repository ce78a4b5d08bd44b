using CellsContact.Attachments;

namespace CellsContact.Desk;

/// <summary>What became of an attached file that was to go into the personal box (個人ボックスに保管).</summary>
public enum FileOutcome
{
    /// <summary>保管しました.</summary>
    Stored = 1,

    /// <summary>保管済み: it was in the box already.</summary>
    AlreadyStored = 2,

    /// <summary>The box holds its ten confidential files (機密10件): not stored.</summary>
    BoxFull = 3,

    /// <summary>期限切れ: the file's own clock (30 days) had run out, or its content was never received.</summary>
    Expired = 4,

    /// <summary>破損: what is kept is not what was received: not stored.</summary>
    Corrupt = 5,

    /// <summary>Storing failed, and the log says why; it can be stored later from file management (ファイル管理).</summary>
    Failed = 6,
}

/// <summary>One attached file and what became of it.</summary>
/// <param name="File">Which file.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record FileResult(AttachmentKey File, FileOutcome Outcome);
