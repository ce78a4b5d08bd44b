using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>The source-generated metadata of the wire format: reading, writing, the shape check and the schema all stand on it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(HireContact))]
[JsonSerializable(typeof(SeparationContact))]
[JsonSerializable(typeof(DependentChangeContact))]
[JsonSerializable(typeof(AddressNameChangeContact))]
[JsonSerializable(typeof(InsuranceChangeContact))]
[JsonSerializable(typeof(MyNumberUpdateContact))]
[JsonSerializable(typeof(SubjectObject))]
internal sealed partial class ContactJsonContext : JsonSerializerContext;
