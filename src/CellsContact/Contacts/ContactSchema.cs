using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace CellsContact.Contacts;

/// <summary>The JSON Schema (2020-12) of the wire format, for whoever sends notices (連絡).</summary>
/// <remarks>
/// Thread-safe. Made from the same metadata as the validation, so the two cannot drift apart. It describes the shape of a
/// message; the rules over several values are in <c>docs/validation-rules.md</c>.
/// </remarks>
public static class ContactSchema
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as indented JSON.</summary>
    public static string ToJson()
    {
        JsonObject definitions = [];
        JsonArray kinds = [];
        foreach (ContactKind kind in Enum.GetValues<ContactKind>())
        {
            string name = WireEnum<ContactKind>.NameOf(kind);
            kinds.Add((JsonNode)Reference(name));
            JsonObject definition = ObjectOf(ContactJson.TypeOf(kind), definitions);
            definition["properties"]!.AsObject().Insert(0, "kind", new JsonObject { ["const"] = name });
            definition["required"]!.AsArray().Insert(0, (JsonNode)"kind");
            if (kind == ContactKind.MyNumberUpdate)
                definition["properties"]!.AsObject()["attachments"]!["maxItems"] = 0;
            definitions.Add(name, definition);
        }

        JsonObject schema = new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "CellsContact 連絡",
            ["description"] = "A message: one notice (連絡) or an array of them. Unknown properties are kept; an explicit null of an optional property means absent.",
            ["anyOf"] = new JsonArray(Reference("contact"), new JsonObject { ["type"] = "array", ["items"] = Reference("contact") }),
        };
        definitions.Insert(0, "contact", new JsonObject { ["oneOf"] = kinds });
        schema["$defs"] = definitions;
        return schema.ToJsonString(s_indented) + "\n";
    }

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    private static JsonObject ObjectOf(JsonTypeInfo type, JsonObject definitions)
    {
        JsonObject properties = [];
        JsonArray required = [];
        foreach (JsonPropertyInfo property in WireShapes.PropertiesOf(type))
        {
            if (type.Type == typeof(ContactAttachment) && property.Name is "size" or "sha256")
                continue;
            properties.Add(property.Name, property.Name == "myNumber" ? MyNumber() : OrNull(ValueOf(type, property, definitions), type, property));
            if (property.IsRequired)
                required.Add((JsonNode)property.Name);
        }

        if (type.Type == typeof(ContactAttachment))
        {
            properties.Add("content", new JsonObject { ["type"] = "string", ["contentEncoding"] = "base64" });
            required.Add((JsonNode)"content");
        }

        return new() { ["type"] = "object", ["properties"] = properties, ["required"] = required };
    }

    private static JsonObject MyNumber() => new() { ["type"] = new JsonArray("string", "null"), ["pattern"] = "^[0-9０-９]{12}$" };

    // Optional properties may be null, which means absent; inside a change only what null clears.
    private static JsonObject OrNull(JsonObject value, JsonTypeInfo owner, JsonPropertyInfo property)
    {
        bool nullable = WireShapes.IsChange(owner.Type) ? property.PropertyType == typeof(TextChange) : !property.IsRequired;
        return nullable ? new() { ["anyOf"] = new JsonArray(value, new JsonObject { ["type"] = "null" }) } : value;
    }

    private static JsonObject ValueOf(JsonTypeInfo owner, JsonPropertyInfo property, JsonObject definitions) => WireShapes.Of(property.PropertyType) switch
    {
        WireShape.Text or WireShape.TextChange => Text(WireText.PatternOf(WireText.Of(owner.Type, property.Name).Kind)),
        WireShape.Boolean => new() { ["type"] = "boolean" },
        WireShape.Integer => Integer(WireShapes.MaxInteger),
        WireShape.Count => Integer(WireShapes.MaxCount),
        WireShape.Date => new() { ["type"] = "string", ["format"] = "date" },
        WireShape.Instant => new() { ["type"] = "string", ["format"] = "date-time" },
        WireShape.WeeklyHours => Text("^([0-9]|[1-9][0-9]|1[0-5][0-9]|16[0-7]):[0-5][0-9]$|^168:00$"),
        WireShape.Enumeration => new() { ["enum"] = new JsonArray([.. WireShapes.NamesOf(property.PropertyType).Select(name => (JsonNode)name)]) },
        WireShape.Id => Text(WireId.Pattern),
        WireShape.EmployeeNumber => new() { ["type"] = "string", ["minLength"] = 1 },
        WireShape.Subject => new() { ["oneOf"] = new JsonArray(new JsonObject { ["const"] = "self" }, Definition(WireShapes.TypeOf(typeof(SubjectObject)), definitions)) },
        WireShape.List => new() { ["type"] = "array", ["items"] = Definition(WireShapes.ElementOf(property.PropertyType), definitions) },
        _ => Definition(WireShapes.TypeOf(property.PropertyType), definitions),
    };

    private static JsonObject Text(string? pattern)
    {
        JsonObject text = new() { ["type"] = "string", ["minLength"] = 1 };
        if (pattern is not null)
            text["pattern"] = pattern;
        return text;
    }

    private static JsonObject Integer(long maximum) => new() { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = maximum };

    private static JsonObject Definition(JsonTypeInfo type, JsonObject definitions)
    {
        string name = JsonNamingPolicy.CamelCase.ConvertName(type.Type.Name);
        if (!definitions.ContainsKey(name))
            definitions.Add(name, ObjectOf(type, definitions));
        return Reference(name);
    }
}
