using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace CellsContact.Intake;

/// <summary>The hash that tells whether two notices have the same content: SHA-256 of canonical JSON.</summary>
/// <remarks>
/// Pure. Properties sorted ordinally at every depth, no white space, texts unescaped and escaped anew. It is taken of the
/// stored form, in which a number is <c>true</c> and an attachment's content its hash: no digit goes into it.
/// </remarks>
internal static class CanonicalHash
{
    /// <summary>The hash in lower-case hexadecimal digits.</summary>
    internal static string Of(JsonElement stored)
    {
        ArrayBufferWriter<byte> buffer = new(4096);
        using (Utf8JsonWriter writer = new(buffer))
            Write(writer, stored);
        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty property in value.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement element in value.EnumerateArray())
                    Write(writer, element);
                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
