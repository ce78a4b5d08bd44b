using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using CellsContact.MyNumbers;

namespace CellsContact.Intake;

/// <summary>A notice's number, taken out of the message, with the wire path it stood at.</summary>
internal sealed record ExtractedNumber(string Path, MyNumber Number);

/// <summary>A notice taken apart. Not a record: one would print the notice.</summary>
internal sealed class ExtractedContact(JsonElement stored, IReadOnlyList<ExtractedNumber> numbers, IReadOnlyList<ExtractedFile> files)
{
    /// <summary>The stored form: every number replaced by <c>true</c>, every attachment's content by size and hash.</summary>
    internal JsonElement Stored => stored;

    /// <summary>The numbers.</summary>
    internal IReadOnlyList<ExtractedNumber> Numbers => numbers;

    /// <summary>The attached files' content.</summary>
    internal IReadOnlyList<ExtractedFile> Files => files;
}

/// <summary>Takes the numbers and the attachments' content out of a notice as it came.</summary>
/// <remarks>One per notice. A number's digits are read from the message's own bytes and are copied only into <see cref="MyNumber"/>.</remarks>
internal sealed class ContactExtraction(IntakeOptions options, FindingList findings)
{
    private const string MyNumberName = "myNumber";
    private readonly List<ExtractedNumber> _numbers = [];
    private readonly List<ExtractedFile> _files = [];
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);

    /// <summary>Takes a notice apart, or returns <c>null</c> when it is not an object of valid UTF-8.</summary>
    internal ExtractedContact? Extract(ReadOnlyMemory<byte> json)
    {
        if (!Utf8.IsValid(json.Span))
        {
            findings.Add("", MessageRules.Encoding);
            return null;
        }

        using JsonDocument wire = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MessageReader.MaxDepth });
        if (wire.RootElement.ValueKind != JsonValueKind.Object)
        {
            findings.Add("", MessageRules.NotObject);
            return null;
        }

        using (Utf8JsonWriter writer = new(_buffer, new JsonWriterOptions { MaxDepth = MessageReader.MaxDepth }))
            CopyObject(writer, wire.RootElement, "", Place.Contact);
        using JsonDocument stored = JsonDocument.Parse(_buffer.WrittenMemory);
        return new(stored.RootElement.Clone(), _numbers, _files);
    }

    private enum Place
    {
        Contact,
        Attachments,
        Attachment,
        Elsewhere,
    }

    private void CopyObject(Utf8JsonWriter writer, JsonElement value, string path, Place place)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        writer.WriteStartObject();
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (JsonText.SizeOfName(property) > JsonText.MaxShortBytes)
                findings.Add(WirePath.Property(path, ""), FieldRules.Size);
            else if (!JsonText.TryGetName(property, out string? name))
                findings.Add(WirePath.Property(path, ""), MessageRules.Encoding);
            else if (!names.Add(name))
                findings.Add(WirePath.Property(path, name), MessageRules.Duplicate);
            else
                CopyProperty(writer, name, property.Value, WirePath.Property(path, name), place);
        }

        writer.WriteEndObject();
    }

    private void CopyProperty(Utf8JsonWriter writer, string name, JsonElement value, string path, Place place)
    {
        if (name == MyNumberName)
        {
            if (value.ValueKind == JsonValueKind.Null)
                return;
            TakeNumber(value, path);
            writer.WriteBoolean(name, true);
        }
        else if (place == Place.Attachment && name == "content")
        {
            TakeContent(writer, value, path);
        }
        else if (place != Place.Attachment || name is not ("size" or "sha256"))
        {
            writer.WritePropertyName(name);
            Copy(writer, value, path, place == Place.Contact && name == "attachments" ? Place.Attachments : Place.Elsewhere);
        }
    }

    private void Copy(Utf8JsonWriter writer, JsonElement value, string path, Place place)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CopyObject(writer, value, path, place == Place.Attachments ? Place.Attachment : Place.Elsewhere);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                int index = 0;
                foreach (JsonElement element in value.EnumerateArray())
                    Copy(writer, element, WirePath.Element(path, index++), place);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                CopyText(writer, value, path);
                break;
            case JsonValueKind.Number when JsonText.SizeOf(value) > JsonText.MaxShortBytes:
                findings.Add(path, FieldRules.Size);
                writer.WriteNullValue();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private void CopyText(Utf8JsonWriter writer, JsonElement value, string path)
    {
        string? text = null;
        if (JsonText.SizeOf(value) > JsonText.MaxBytes)
            findings.Add(path, FieldRules.Size);
        else if (!JsonText.TryGetText(value, out text))
            findings.Add(path, MessageRules.Encoding);
        writer.WriteStringValue(text ?? "?");
    }

    private void TakeNumber(JsonElement value, string path)
    {
        // Twelve characters, each escaped at worst, and the quotes.
        const int MaxRaw = (12 * 6) + 2;
        Span<char> text = stackalloc char[MaxRaw];
        text.Clear();
        int length = 0;
        if (value.ValueKind == JsonValueKind.String && JsonText.SizeOf(value) <= MaxRaw)
        {
            Utf8JsonReader reader = new(JsonMarshal.GetRawUtf8Value(value));
            reader.Read();
            length = TryCopy(ref reader, text);
        }

        if (MyNumber.TryParseDigits(text[..length], out MyNumber? number))
            Take(path, number);
        else
            findings.Add(path, TextRules.MyNumberFormat);
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(text));
    }

    private void Take(string path, MyNumber number)
    {
        findings.AddWhen(!number.HasCheckDigit, path, TextRules.MyNumberCheckDigit);
        findings.AddWhen(_numbers.Exists(other => other.Number.Equals(number)), path, TextRules.MyNumberTwice);
        _numbers.Add(new(path, number));
    }

    private static int TryCopy(ref Utf8JsonReader reader, scoped Span<char> text)
    {
        try
        {
            return reader.CopyString(text);
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private void TakeContent(Utf8JsonWriter writer, JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return;
        byte[]? content = null;
        if (value.ValueKind != JsonValueKind.String)
            findings.Add(path, FieldRules.Type);
        else if (IsTooLarge(value) || (TryDecode(value, out content) && content!.Length > options.MaxAttachmentBytes))
            findings.Add(path, TextRules.AttachmentSize);
        else if (content is null)
            findings.Add(path, TextRules.AttachmentBase64);
        else
            _files.Add(new(path, content));

        // What could not be read is described as empty: the notice is refused, and only for what was found here.
        writer.WriteNumber("size", content?.Length ?? 0);
        writer.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(content ?? [])));
    }

    // Without a decoder's work where the size alone tells; an escaped text is longer than what it stands for and is decoded first.
    private bool IsTooLarge(JsonElement value)
    {
        ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(value);
        return !raw.Contains((byte)'\\') && (raw.Length - 2) / 4L * 3 > options.MaxAttachmentBytes + 2L;
    }

    private static bool TryDecode(JsonElement value, out byte[]? content)
    {
        try
        {
            return value.TryGetBytesFromBase64(out content);
        }
        catch (InvalidOperationException)
        {
            content = null;
            return false;
        }
    }
}
