using System.Text.Json;
using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>An enumeration on the wire: its camelCase name, exactly.</summary>
internal sealed class WireEnumJsonConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        WireEnum<T>.TryParse(reader.GetString(), out T value) ? value : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(WireEnum<T>.NameOf(value));
}

/// <summary>The wire names of an enumeration.</summary>
internal static class WireEnum<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> s_byName = Enum.GetValues<T>()
        .ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(Enum.GetName(value)!), StringComparer.Ordinal);

    private static readonly Dictionary<T, string> s_names = s_byName.ToDictionary(pair => pair.Value, pair => pair.Key);

    internal static IReadOnlyCollection<string> Names => s_byName.Keys;

    internal static bool TryParse(string? name, out T value)
    {
        value = default;
        return name is not null && s_byName.TryGetValue(name, out value);
    }

    internal static string NameOf(T value) => s_names.TryGetValue(value, out string? name)
        ? name
        : throw new ArgumentOutOfRangeException(nameof(value), value, "Not a value of the wire format.");
}
