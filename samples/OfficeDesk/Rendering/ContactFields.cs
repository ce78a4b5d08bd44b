using System.Globalization;
using System.Text.Json;
using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.MyNumbers;

namespace OfficeDesk.Rendering;

/// <summary>A notice's contents as labelled lines, unknown properties included: nothing that was sent is hidden.</summary>
internal static class ContactFields
{
    private static readonly HashSet<string> s_inHeading = new(["kind", "id", "establishmentId", "sentAt", "sentBy"], StringComparer.Ordinal);

    public static IEnumerable<(string Label, string Value)> Of(Contact contact)
    {
        using JsonDocument document = JsonDocument.Parse(ContactJson.Serialize(contact));
        List<(string, string)> lines = [];
        foreach (JsonProperty property in document.RootElement.EnumerateObject().Where(property => !s_inHeading.Contains(property.Name)))
            Add(lines, contact, WireLabels.Of(property.Name), property.Name, property.Value);
        return lines;
    }

    private static void Add(List<(string, string)> lines, Contact contact, string label, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.TryGetProperty("family", out _) && value.TryGetProperty("given", out _):
                lines.Add((label, Name(value)));
                break;
            case JsonValueKind.Object when name == "attachments":
                lines.Add((label, Attachment(value)));
                break;
            case JsonValueKind.Object:
                foreach (JsonProperty property in value.EnumerateObject())
                    Add(lines, contact, $"{label} {WireLabels.Of(property.Name)}", property.Name, property.Value);
                break;
            case JsonValueKind.Array:
                int number = 0;
                foreach (JsonElement element in value.EnumerateArray())
                    Add(lines, contact, $"{label}{++number}", name, element);
                break;
            case JsonValueKind.False when name == "myNumber":
                break;
            default:
                lines.Add((label, Scalar(contact, name, value)));
                break;
        }
    }

    private static string Scalar(Contact contact, string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True when name == "myNumber" => MyNumber.Mask,
        JsonValueKind.True => "はい",
        JsonValueKind.False => "いいえ",
        JsonValueKind.Null => "（消去）",
        JsonValueKind.Number when value.TryGetInt64(out long number) => number.ToString("#,0", CultureInfo.InvariantCulture),
        JsonValueKind.String => WireLabels.Of(contact, name, value.GetString()!),
        _ => Printable.Of(value.GetRawText()),
    };

    private static string Name(JsonElement name)
    {
        string written = $"{Text(name, "family")} {Text(name, "given")}".Trim();
        string kana = $"{Text(name, "familyKana")} {Text(name, "givenKana")}".Trim();
        return Printable.Of(kana.Length == 0 ? written : $"{written}（{kana}）");
    }

    private static string Attachment(JsonElement file) => Printable.Of(string.Create(
        CultureInfo.InvariantCulture,
        $"{Shown.Of(FileNames.Safe(Text(file, "fileName")))}（{FileNames.SafeType(Text(file, "mediaType"))}、{(file.TryGetProperty("size", out JsonElement size) ? size.GetInt64() : 0):#,0} バイト）"));

    private static string Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
