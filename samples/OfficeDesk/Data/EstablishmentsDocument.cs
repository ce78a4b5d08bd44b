using System.Text.Json.Serialization;

namespace OfficeDesk.Data;

/// <summary>What <c>establishments.json</c> holds.</summary>
internal sealed record EstablishmentsDocument(IReadOnlyList<EstablishmentItem> Establishments);

/// <summary>An establishment with its workbook; the path is relative to the data folder where the file is inside it.</summary>
internal sealed record EstablishmentItem(string Id, string Name, bool PublicationEnabled, string Workbook);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(EstablishmentsDocument))]
internal sealed partial class EstablishmentsJson : JsonSerializerContext;
