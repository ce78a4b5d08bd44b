using System.Text;
using System.Text.Json.Nodes;

namespace CellsContact.Torture;

/// <summary>Spoils a wire message: its structure, its values, or its bytes.</summary>
internal sealed class WireMutator(Random random)
{
    private static readonly string[] s_texts =
    [
        "", " ", "\u3000", "\0", "\u0001\uFFFE", "\u202E右から左", "e\u0301", "𠮷\uDB40\uDD00", "👩‍👩‍👧‍👦", "ｱｲｳ", "０１２３", "0", "-1", "2026-02-29", "2026-02-30", "9999-12-31", "0001-01-01",
        "24:00", "168:01", "1e9", "null", "true", "../../etc/passwd", "CON", "=1+1", "<x>&amp;</x>", "' OR 1=1 --", "hire", "E001", "E002", "e001", "c-20260401-0001", "123456789018", "1234-5678-9018",
    ];

    /// <summary>A spoiled copy.</summary>
    internal byte[] Mutate(byte[] message)
    {
        JsonNode root = JsonNode.Parse(message)!;
        for (int times = random.Next(1, 4); times > 0; times--)
            Spoil(root);
        byte[] bytes = Encoding.UTF8.GetBytes((random.Next(4) == 0 ? new JsonArray(root.DeepClone(), root.DeepClone()) : root).ToJsonString());
        return random.Next(4) == 0 ? SpoilBytes(bytes) : bytes;
    }

    private void Spoil(JsonNode root)
    {
        List<JsonNode> places = [];
        Collect(root, places);
        if (places.Count == 0)
            return;
        JsonNode parent = places[random.Next(places.Count)];
        if (parent is JsonObject { Count: > 0 } map)
        {
            string key = map.ElementAt(random.Next(map.Count)).Key;
            switch (random.Next(5))
            {
                case 0:
                    map.Remove(key);
                    break;
                case 1:
                    map[$"{key}{Text()}"] = Value();
                    break;
                default:
                    map[key] = Value();
                    break;
            }
        }
        else if (parent is JsonArray list)
        {
            list.Add(list.Count > 0 && random.Next(2) == 0 ? list[0]?.DeepClone() : Value());
        }
    }

    private static void Collect(JsonNode? node, List<JsonNode> places)
    {
        if (node is JsonObject map)
        {
            places.Add(map);
            foreach ((_, JsonNode? value) in map)
                Collect(value, places);
        }
        else if (node is JsonArray list)
        {
            places.Add(list);
            foreach (JsonNode? value in list)
                Collect(value, places);
        }
    }

    private JsonNode? Value() => random.Next(10) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.NextInt64(long.MinValue, long.MaxValue),
        3 => double.MaxValue,
        4 => new JsonObject { ["name"] = Text() },
        5 => new JsonArray(Text(), null, new JsonArray()),
        6 => new string((char)random.Next(32, 0xD800), random.Next(1, 100_000)),
        7 => Deep(),
        _ => Text(),
    };

    private string Text() => s_texts[random.Next(s_texts.Length)];

    private JsonNode Deep()
    {
        JsonNode node = new JsonArray();
        for (int depth = random.Next(1, 60); depth > 0; depth--)
            node = random.Next(2) == 0 ? new JsonArray(node) : new JsonObject { ["x"] = node };
        return node;
    }

    private byte[] SpoilBytes(byte[] bytes)
    {
        switch (random.Next(4))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                return [.. bytes, .. bytes.AsSpan(0, random.Next(bytes.Length))];
            case 2:
                int from = random.Next(bytes.Length);
                return [.. bytes.AsSpan(0, from), .. bytes.AsSpan(random.Next(from, bytes.Length))];
            default:
                for (int times = random.Next(1, 8); times > 0; times--)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
        }
    }
}
