using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace CellsContact.Contacts;

/// <summary>A wire path such as <c>dependents[0].name.family</c>, walked over the wire format's metadata and over JSON.</summary>
internal static class EditPath
{
    /// <summary>The steps of a path: property names, and indexes as numbers; <c>null</c> when it is no path.</summary>
    internal static IReadOnlyList<object>? Parse(string path)
    {
        List<object> steps = [];
        foreach (string part in path.Split('.'))
        {
            int bracket = part.IndexOf('[', StringComparison.Ordinal);
            string name = bracket < 0 ? part : part[..bracket];
            if (name.Length == 0)
                return null;
            steps.Add(name);
            for (int at = bracket; at >= 0 && at < part.Length;)
            {
                int end = part.IndexOf(']', at);
                if (end < 0 || part[at] != '[' || !int.TryParse(part.AsSpan(at + 1, end - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int index))
                    return null;
                steps.Add(index);
                at = end + 1;
            }
        }

        return steps;
    }

    /// <summary>The type a path leads to, or <c>null</c> when the kind has no such path.</summary>
    internal static Type? TypeAt(ContactKind kind, IReadOnlyList<object> steps)
    {
        Type? type = null;
        JsonTypeInfo? info = ContactJson.TypeOf(kind);
        foreach (object step in steps)
        {
            type = (step, info) switch
            {
                (string name, { Kind: JsonTypeInfoKind.Object }) => WireShapes.PropertiesOf(info).FirstOrDefault(property => property.Name == name)?.PropertyType,
                (int, { Kind: JsonTypeInfoKind.Enumerable }) => info.ElementType,
                _ => null,
            };
            if (type is null)
                return null;
            type = Nullable.GetUnderlyingType(type) ?? type;
            info = ContactJsonContext.Default.GetTypeInfo(type);
        }

        return type;
    }

    /// <summary>Sets the value at a path, making objects on the way; <c>false</c> when an index is beyond the list's end.</summary>
    internal static bool TrySet(JsonObject root, IReadOnlyList<object> steps, JsonNode? value)
    {
        JsonNode node = root;
        for (int i = 0; i < steps.Count; i++)
        {
            bool last = i == steps.Count - 1;
            JsonNode? next;
            switch (steps[i], node)
            {
                case (string name, JsonObject parent):
                    if (last)
                        parent[name] = value;
                    else
                        parent[name] ??= Container(steps[i + 1]);
                    next = parent[name];
                    break;
                case (int index, JsonArray list) when index <= list.Count:
                    if (index == list.Count)
                        list.Add(last ? value : Container(steps[i + 1]));
                    else if (last)
                        list[index] = value;
                    next = list[index];
                    break;
                default:
                    return false;
            }

            if (last)
                return true;
            if (next is null)
                return false;
            node = next;
        }

        return false;
    }

    private static JsonNode Container(object next) => next is int ? new JsonArray() : new JsonObject();
}
