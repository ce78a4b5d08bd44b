using CellsContact.Contacts;

namespace CellsContact.Attachments;

/// <summary>個人ボックス: the office's own files of each person, always confidential (機密), at most ten.</summary>
/// <remarks>
/// Thread-safe; each member happens wholly or not at all, and of two who store at once for the tenth place exactly one
/// wins. A file in the box is the office's copy: no clock of a notice or of its attachments reaches it.
/// </remarks>
public interface IPersonalBox
{
    /// <summary>How many confidential files a person's box holds (機密10件).</summary>
    const int MaxConfidentialFiles = 10;

    /// <summary>Stores a file in its person's box. Idempotent by person and source.</summary>
    /// <param name="file">The file.</param>
    /// <param name="content">Its content.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<BoxOutcome> StoreAsync(BoxFile file, ReadOnlyMemory<byte> content, CancellationToken token);

    /// <summary>The files of a person's box, oldest first.</summary>
    /// <param name="establishment">The establishment.</param>
    /// <param name="number">The person's number exactly as the ledger has it.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<IReadOnlyList<BoxFile>> ListAsync(EstablishmentId establishment, EmployeeNumber number, CancellationToken token);

    /// <summary>A file's content, checked against its hash.</summary>
    /// <param name="establishment">The establishment.</param>
    /// <param name="number">The person's number.</param>
    /// <param name="source">Which attached file it was.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<AttachmentContent> OpenAsync(EstablishmentId establishment, EmployeeNumber number, AttachmentKey source, CancellationToken token);
}

/// <summary>What storing in the box came to.</summary>
public enum BoxOutcome
{
    /// <summary>Stored.</summary>
    Stored = 1,

    /// <summary>It was there already.</summary>
    AlreadyStored = 2,

    /// <summary>The box holds its ten confidential files: not stored.</summary>
    Full = 3,
}

/// <summary>A file in a personal box; always confidential (機密).</summary>
/// <param name="Number">The person's number (社員番号) exactly as the ledger has it.</param>
/// <param name="Source">Which attached file it was; its notice's establishment is the person's.</param>
/// <param name="Name">Its name, made safe.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Size">The content's size in bytes.</param>
/// <param name="Sha256">The content's SHA-256 in lower-case hexadecimal digits.</param>
/// <param name="Description">内容: <c>名前 連絡種類名称 添付ファイル</c>.</param>
/// <param name="StoredBy">Who stored it.</param>
/// <param name="StoredAt">When.</param>
public sealed record BoxFile(
    EmployeeNumber Number, AttachmentKey Source, string Name, string MediaType, long Size, string Sha256, string Description, string StoredBy, DateTimeOffset StoredAt)
{
    /// <summary>Returns the source and the person's number.</summary>
    public override string ToString() => $"{Source} → {Number}";
}
