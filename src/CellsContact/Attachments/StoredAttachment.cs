namespace CellsContact.Attachments;

/// <summary>What is kept of an attached file besides its content.</summary>
/// <remarks>Immutable. When the content has been erased by its own clock, this stays as the record that there was one, until the notice goes.</remarks>
/// <param name="Key">Which file.</param>
/// <param name="Name">Its name, made safe by <see cref="FileNames"/>: for showing and for saving under.</param>
/// <param name="MediaType">Its media type; <c>application/octet-stream</c> where the sender's is none.</param>
/// <param name="Size">The content's size in bytes.</param>
/// <param name="Sha256">The content's SHA-256 in lower-case hexadecimal digits.</param>
/// <param name="ReceivedAt">When it was received: its clock (30 days) runs from here.</param>
public sealed record StoredAttachment(AttachmentKey Key, string Name, string MediaType, long Size, string Sha256, DateTimeOffset ReceivedAt)
{
    /// <summary>When the content was erased by its own clock (保管期間), or <c>null</c> while it is kept.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>Returns the key.</summary>
    public override string ToString() => Key.ToString();
}

/// <summary>A file's content, or why there is none. Closed: every outcome is one of the nested types.</summary>
public abstract record AttachmentContent
{
    private AttachmentContent()
    {
    }

    /// <summary>The content, checked against its hash.</summary>
    /// <param name="Bytes">The bytes.</param>
    public sealed record Intact(ReadOnlyMemory<byte> Bytes) : AttachmentContent;

    /// <summary>期限切れ: erased by its own clock.</summary>
    public sealed record Expired : AttachmentContent;

    /// <summary>破損: what is there is not what was received. It is not handed out.</summary>
    public sealed record Corrupt : AttachmentContent;

    /// <summary>There is no such file.</summary>
    public sealed record NotFound : AttachmentContent;
}
