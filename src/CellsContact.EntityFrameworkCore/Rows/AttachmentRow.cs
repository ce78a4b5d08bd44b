namespace CellsContact.EntityFrameworkCore.Rows;

/// <summary>What is known of an attached file; its content is a row of its own, so that no list reads it.</summary>
internal sealed class AttachmentRow
{
    public long Sequence { get; set; }

    public required string Establishment { get; init; }

    public required string ContactId { get; init; }

    public required string FileId { get; init; }

    public required string Name { get; init; }

    public required string MediaType { get; init; }

    public required long Size { get; init; }

    public required string Sha256 { get; init; }

    public required long ReceivedAt { get; init; }

    public long? ErasedAt { get; set; }

    public AttachmentContentRow? Content { get; set; }
}

/// <summary>An attached file's content; gone once its clock has run out.</summary>
internal sealed class AttachmentContentRow
{
    public long AttachmentSequence { get; set; }

    public required byte[] Bytes { get; set; }
}
