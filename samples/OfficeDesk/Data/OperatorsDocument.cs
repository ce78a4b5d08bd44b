using System.Text.Json.Serialization;

namespace OfficeDesk.Data;

/// <summary>What <c>operators.json</c> holds.</summary>
internal sealed record OperatorsDocument(IReadOnlyList<OperatorItem> Operators);

/// <summary>An operator (担当者) with a salted, slow hash of their pass phrase.</summary>
internal sealed record OperatorItem(string Name, PassPhraseHash PassPhrase);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(OperatorsDocument))]
internal sealed partial class OperatorsJson : JsonSerializerContext;
