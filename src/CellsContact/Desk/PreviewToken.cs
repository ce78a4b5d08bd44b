using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CellsContact.Contacts;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace CellsContact.Desk;

/// <summary>What a preview's token says: which notice, which decision, and the fingerprint of what was shown.</summary>
internal sealed record PreviewToken(ContactKey Key, ContactDecision Decision, long Version, string Fingerprint)
{
    internal string Write() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(
        new TokenDto(Key.ToString(), Version, Fingerprint, DecisionDto.From(Decision)),
        PreviewTokenJsonContext.Default.TokenDto));

    internal static PreviewToken Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            TokenDto? dto = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(text), PreviewTokenJsonContext.Default.TokenDto);
            if (dto is not null && ContactKey.TryParse(dto.Key, out ContactKey key))
                return new(key, dto.Decision.ToDecision(), dto.Version, dto.Fingerprint);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException)
        {
            // Answered below, without the token's text: it holds the operator's edits.
        }

        throw new FormatException("プレビューのトークンではありません。もう一度プレビューしてください。 (This is no preview token: preview again.)");
    }

    /// <summary>The fingerprint of a decision: tells whether a retry asks for the same.</summary>
    internal static string HashOf(ContactDecision decision) => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(DecisionDto.From(decision) with { Confirmed = [] }, PreviewTokenJsonContext.Default.DecisionDto)));
}

internal sealed record TokenDto(string Key, long Version, string Fingerprint, DecisionDto Decision);

internal sealed record DecisionDto(
    ContactAction Action,
    string Edits,
    bool Publish,
    bool StoreAttachments,
    bool LossDates,
    bool AcquisitionDates,
    string[] Confirmed,
    string? Memo,
    string? Message,
    DateOnly? ProcedureDate,
    string? ProcedureNumber)
{
    internal static DecisionDto From(ContactDecision decision) => new(
        decision.Action,
        AttemptJson.WriteEdits(decision.Edits),
        decision.Publish,
        decision.StoreAttachments,
        decision.ReflectLossDates,
        decision.ReflectAcquisitionDates,
        [.. decision.Confirmed],
        decision.Memo,
        decision.MessageToClient,
        decision.ProcedureDate,
        decision.ProcedureNumber);

    internal ContactDecision ToDecision() => ContactDecision.Reflect with
    {
        Action = Action,
        Edits = AttemptJson.ReadEdits(Edits),
        Publish = Publish,
        StoreAttachments = StoreAttachments,
        ReflectLossDates = LossDates,
        ReflectAcquisitionDates = AcquisitionDates,
        Confirmed = Confirmed,
        Memo = Memo,
        MessageToClient = Message,
        ProcedureDate = ProcedureDate,
        ProcedureNumber = ProcedureNumber,
    };
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(TokenDto))]
internal sealed partial class PreviewTokenJsonContext : JsonSerializerContext;
