using System.Text.Json;
using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

internal sealed class EstablishmentIdJsonConverter : JsonConverter<EstablishmentId>
{
    public override EstablishmentId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EstablishmentId.TryParse(reader.GetString(), out EstablishmentId id) ? id : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, EstablishmentId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}

internal sealed class ContactIdJsonConverter : JsonConverter<ContactId>
{
    public override ContactId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ContactId.TryParse(reader.GetString(), out ContactId id) ? id : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, ContactId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}

internal sealed class EmployeeNumberJsonConverter : JsonConverter<EmployeeNumber>
{
    public override EmployeeNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EmployeeNumber.TryParse(reader.GetString(), out EmployeeNumber number) ? number : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, EmployeeNumber value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
