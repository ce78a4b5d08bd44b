using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CellsContact.Intake;
using CellsContact.Storage;
using CsCheck;

namespace CellsContact.Tests.Intake;

public sealed class CanonicalHashTests
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    private static readonly Gen<JsonNode?> s_scalar = Gen.OneOf(
        Gen.Int[-1000, 1000].Select(i => (JsonNode?)JsonValue.Create(i)),
        Gen.Bool.Select(b => (JsonNode?)JsonValue.Create(b)),
        Gen.Const((JsonNode?)null),
        OneOf("", "a", "髙橋", "𠮷", "\u0001\"\\/", "é", "ｶﾞ").Select(s => (JsonNode?)JsonValue.Create(s)));

    private static readonly Gen<JsonNode?> s_any = Gen.Recursive<JsonNode?>((depth, any) => depth >= 4 ? s_scalar : Gen.OneOf(
        s_scalar,
        any.Array[0, 4].Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])),
        Object(any).Select(o => (JsonNode?)o)));

    [Fact]
    public void Of_ReorderedAndIndented_IsTheSame() => Gen.Select(Object(s_any), Gen.Int).Sample((contact, seed) =>
        Hash(Wire.Text(contact)) == Hash(Shuffled(contact, new Random(seed))!.ToJsonString(s_indented)));

    [Fact]
    public void Of_AnotherValue_IsAnother() => Gen.Select(Object(s_any), s_scalar).Sample((contact, value) =>
    {
        JsonObject other = contact.DeepClone().AsObject();
        other["another"] = value?.DeepClone();
        return Hash(Wire.Text(contact)) != Hash(Wire.Text(other));
    });

    [Fact]
    public void Of_NumberOrNot_DiffersButNotByTheNumber()
    {
        string one = Hash(Wire.Text(Wire.Example("my-number-update")));

        Assert.Equal(one, Hash(Wire.Text(Wire.Example("my-number-update", c => c["myNumber"] = Wire.MyNumber))));
        Assert.NotEqual(one, Hash(Wire.Text(Wire.Example("my-number-update", c => c.Remove("myNumber")))));
    }

    [Fact]
    public void Of_AnotherContent_IsAnother() =>
        Assert.NotEqual(Hash(Wire.Text(Wire.Example("hire"))), Hash(Wire.Text(Wire.Example("hire", c => c["attachments"]![0]!["content"] = "YQ=="))));

    [Fact]
    public async Task Of_Example_StaysTheSameInEveryVersion()
    {
        Receiving receiving = new();
        await receiving.ReceiveAsync(Wire.Example("insurance-leave"));

        ContactEntry entry = (await receiving.Store.FindAsync(Receiving.Key("c-20260701-0008"), default))!;

        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(
                "{\"attachments\":[],\"change\":\"leaveSocialInsurance\",\"effectiveDate\":\"2026-07-01\",\"establishmentId\":\"E001\",\"id\":\"c-20260701-0008\","
                + "\"kind\":\"insuranceChange\",\"person\":{\"employeeNumber\":\"0031\"},\"reason\":\"\\u9031\\u6240\\u5B9A\\u52B4\\u50CD\\u6642\\u9593\\u306E\\u6E1B\\u5C11\","
                + "\"sentAt\":\"2026-07-01T10:30:00\\u002B09:00\",\"sentBy\":\"\\u7DCF\\u52D9 \\u9234\\u6728\",\"weeklyHours\":\"15:00\"}"))),
            entry.Received.ContentHash);
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<JsonObject> Object(Gen<JsonNode?> value) => Gen.Select(OneOf("a", "b", "ab", "kind", "id", "値", "Z", "é").Array[0, 5], value.Array[5]).Select((names, values) =>
    {
        JsonObject built = [];
        foreach ((string name, JsonNode? item) in names.Distinct().Zip(values))
            built[name] = item?.DeepClone();
        return built;
    });

    private static JsonNode? Shuffled(JsonNode? node, Random random) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(_ => random.Next()).Select(pair => KeyValuePair.Create(pair.Key, Shuffled(pair.Value, random)))),
        JsonArray a => new JsonArray([.. a.Select(item => Shuffled(item, random))]),
        _ => node?.DeepClone(),
    };

    private static string Hash(string json)
    {
        FindingList findings = new(new Severities(new IntakeOptions()));
        return CanonicalHash.Of(new ContactExtraction(new IntakeOptions(), findings).Extract(Encoding.UTF8.GetBytes(json))!.Stored);
    }
}
