using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>One notice (連絡) from a client company, immutable once received.</summary>
/// <remarks>
/// Thread-safe. What an operator edits on saving is kept beside the notice and never goes back into it.
/// It never holds a マイナンバー, only that there is one (<c>myNumber: true</c>), and no attachment's content.
/// </remarks>
public abstract record Contact : WireObject
{
    private protected Contact()
    {
    }

    /// <summary>What the notice is about (連絡種類).</summary>
    [JsonIgnore]
    public abstract ContactKind Kind { get; }

    /// <summary>The sender's id of the notice, unique within the establishment.</summary>
    [JsonPropertyOrder(-9)]
    public required ContactId Id { get; init; }

    /// <summary>The establishment (事業所) the notice is about.</summary>
    [JsonPropertyOrder(-8)]
    public required EstablishmentId EstablishmentId { get; init; }

    /// <summary>When the client sent it, with its offset.</summary>
    [JsonPropertyOrder(-7)]
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Who sent it at the client, in the client's words.</summary>
    [JsonPropertyOrder(-6)]
    public string? SentBy { get; init; }

    /// <summary>The client's remarks: shown, never written to 備考.</summary>
    [JsonPropertyOrder(-5)]
    public string? Remarks { get; init; }

    /// <summary>The earlier notice of the same establishment that this one replaces (訂正).</summary>
    [JsonPropertyOrder(-4)]
    public ContactId? Corrects { get; init; }

    /// <summary>The earlier notice of the same establishment that the client takes back (取下げ, e.g. 内定辞退).</summary>
    [JsonPropertyOrder(-3)]
    public ContactId? Withdraws { get; init; }

    /// <summary>The client company's 法人番号, with which the office can check who wrote; never written to the ledger.</summary>
    [JsonPropertyOrder(-2)]
    public string? CorporateNumber { get; init; }

    /// <summary>The attached files (添付ファイル), without their content.</summary>
    [JsonPropertyOrder(9)]
    public IReadOnlyList<ContactAttachment> Attachments { get; init => field = value ?? []; } = [];

    /// <summary>The key of the notice (連絡の鍵).</summary>
    [JsonIgnore]
    public ContactKey Key => new(EstablishmentId, Id);

    /// <summary>The day the notice takes effect: 入社日, 退職日, or the day of the change; of a マイナンバー更新連絡 none.</summary>
    [JsonIgnore]
    public abstract DateOnly? EffectiveOn { get; }

    private protected override string Describe() => $"{Kind} {Key}";
}
