using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>A file attached to a notice (添付ファイル): what is known of it. Its content lives outside the notice.</summary>
public sealed record ContactAttachment : WireObject
{
    /// <summary>The sender's id of the file, unique within the notice.</summary>
    public required string Id { get; init; }

    /// <summary>The file's name as the sender wrote it. Never a path: nothing is ever opened by it.</summary>
    public required string FileName { get; init; }

    /// <summary>The media type as the sender wrote it, e.g. <c>application/pdf</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary>The decoded content's size in bytes.</summary>
    [JsonPropertyName("size")]
    public long Size { get; init; }

    /// <summary>The decoded content's SHA-256 in lower-case hexadecimal digits.</summary>
    [JsonPropertyName("sha256")]
    public string? Sha256 { get; init; }
}
