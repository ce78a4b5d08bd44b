using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>Removes explicit nulls of known optional properties: they mean absent. Inside a change they clear, and stay; unknown properties stay as they came.</summary>
internal static class ExplicitNulls
{
    /// <summary>A copy without them.</summary>
    internal static JsonElement Remove(JsonElement contact, JsonTypeInfo type)
    {
        ArrayBufferWriter<byte> buffer = new(4096);
        using (Utf8JsonWriter writer = new(buffer))
            Write(writer, contact, type);
        using JsonDocument document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, JsonTypeInfo type)
    {
        Dictionary<string, JsonPropertyInfo> known = WireShapes.PropertiesOf(type).ToDictionary(property => property.Name, StringComparer.Ordinal);
        writer.WriteStartObject();
        foreach (JsonProperty property in value.EnumerateObject())
        {
            JsonPropertyInfo? info = known.GetValueOrDefault(property.Name);
            if (info is not null && property.Value.ValueKind == JsonValueKind.Null && !WireShapes.IsChange(type.Type))
                continue;
            writer.WritePropertyName(property.Name);
            Write(writer, property.Value, info);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, JsonPropertyInfo? info)
    {
        switch (info is null ? default : WireShapes.Of(info.PropertyType))
        {
            case WireShape.Object:
                Write(writer, value, WireShapes.TypeOf(info!.PropertyType));
                break;
            case WireShape.Subject when value.ValueKind == JsonValueKind.Object:
                Write(writer, value, WireShapes.TypeOf(typeof(SubjectObject)));
                break;
            case WireShape.List:
                writer.WriteStartArray();
                foreach (JsonElement element in value.EnumerateArray())
                    Write(writer, element, WireShapes.ElementOf(info!.PropertyType));
                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
