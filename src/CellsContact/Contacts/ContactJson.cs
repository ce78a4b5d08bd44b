using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CellsContact.Contacts;

/// <summary>A notice (連絡) as JSON, as it is stored: the wire format without numbers and without attachments' content.</summary>
/// <remarks>Thread-safe. Reading a message from a client is <c>ContactInbox</c>'s work, which validates first.</remarks>
public static class ContactJson
{
    /// <summary>Writes a notice, <c>kind</c> first; unknown properties are handed back as they came.</summary>
    /// <param name="contact">The notice.</param>
    public static string Serialize(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArrayBufferWriter<byte> buffer = new(1024);
        using (Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            using JsonDocument body = JsonSerializer.SerializeToDocument(contact, TypeOf(contact.Kind));
            writer.WriteStartObject();
            writer.WriteString("kind"u8, WireEnum<ContactKind>.NameOf(contact.Kind));
            foreach (JsonProperty property in body.RootElement.EnumerateObject())
                property.WriteTo(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a stored notice; <c>kind</c> may stand anywhere.</summary>
    /// <param name="json">The notice as <see cref="Serialize"/> wrote it.</param>
    /// <exception cref="JsonException">The JSON is not a stored notice.</exception>
    public static Contact Deserialize(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using JsonDocument document = JsonDocument.Parse(json);
        return Deserialize(document.RootElement);
    }

    /// <summary>Reads a stored notice; <c>kind</c> may stand anywhere.</summary>
    /// <param name="json">The notice as a JSON object.</param>
    /// <exception cref="JsonException">The JSON is not a stored notice.</exception>
    public static Contact Deserialize(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty("kind"u8, out JsonElement name)
            || name.ValueKind != JsonValueKind.String
            || !WireEnum<ContactKind>.TryParse(name.GetString(), out ContactKind kind))
        {
            throw new JsonException("The JSON is not a notice of a known kind.");
        }

        Contact contact = (Contact?)JsonSerializer.Deserialize(json, TypeOf(kind)) ?? throw new JsonException("The JSON is not a notice.");
        contact.UnknownProperties?.Remove("kind");
        return contact;
    }

    /// <summary>The metadata of a kind's record.</summary>
    internal static JsonTypeInfo TypeOf(ContactKind kind) => kind switch
    {
        ContactKind.Hire => ContactJsonContext.Default.HireContact,
        ContactKind.Separation => ContactJsonContext.Default.SeparationContact,
        ContactKind.DependentChange => ContactJsonContext.Default.DependentChangeContact,
        ContactKind.AddressNameChange => ContactJsonContext.Default.AddressNameChangeContact,
        ContactKind.InsuranceChange => ContactJsonContext.Default.InsuranceChangeContact,
        ContactKind.MyNumberUpdate => ContactJsonContext.Default.MyNumberUpdateContact,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of notice."),
    };
}
