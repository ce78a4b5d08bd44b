using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CellsContact.Tests.Intake;

/// <summary>The wire examples, and changing them.</summary>
internal static class Wire
{
    internal const string MyNumber = "123456789018";
    internal const string OtherMyNumber = "621498320257";

    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static IReadOnlyList<string> Examples { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "wire-examples"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    internal static JsonObject Example(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "wire-examples", name + ".json")))!.AsObject();

    internal static JsonObject Example(string name, Action<JsonObject> change)
    {
        JsonObject example = Example(name);
        change(example);
        return example;
    }

    internal static string Text(JsonNode node) => node.ToJsonString(s_plain);

    internal static MemoryStream Stream(JsonNode node) => Stream(Text(node));

    internal static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    internal static MemoryStream List(params JsonNode[] nodes) => Stream($"[{string.Join(',', nodes.Select(Text))}]");
}
