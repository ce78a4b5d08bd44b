namespace CellsContact.EntityFrameworkCore.Rows;

/// <summary>A file of a personal box. It refers to nothing: no clock reaches it.</summary>
internal sealed class BoxFileRow
{
    public long Sequence { get; set; }

    public required string Establishment { get; init; }

    public required string EmployeeNumber { get; init; }

    public required string ContactId { get; init; }

    public required string FileId { get; init; }

    public required string Name { get; init; }

    public required string MediaType { get; init; }

    public required long Size { get; init; }

    public required string Sha256 { get; init; }

    public required string Description { get; init; }

    public required string StoredBy { get; init; }

    public required long StoredAt { get; init; }

    public BoxContentRow? Content { get; set; }
}

/// <summary>The content of a file of a personal box.</summary>
internal sealed class BoxContentRow
{
    public long FileSequence { get; set; }

    public required byte[] Bytes { get; init; }
}
