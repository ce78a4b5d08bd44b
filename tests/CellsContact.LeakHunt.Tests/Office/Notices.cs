using System.Text;
using System.Text.Json.Nodes;
using CellsContact.Trials;

namespace CellsContact.LeakHunt.Tests.Office;

/// <summary>What the client sends: every kind of notice, with known numbers in every place, right and wrong.</summary>
internal sealed class Notices(IReadOnlyList<string> numbers)
{
    /// <summary>The people of the examples; four of them and a dependent with their numbers.</summary>
    internal string Cast()
    {
        JsonArray cast = JsonNode.Parse(ExampleOffice.CastMessage)!.AsArray();
        cast[0]!["myNumber"] = numbers[0];
        cast[1]!["myNumber"] = FullWidth(numbers[1]);
        cast[1]!["dependents"]![0]!["myNumber"] = numbers[2];
        cast[2]!["myNumber"] = numbers[3];
        return cast.ToJsonString();
    }

    /// <summary>All nine wire examples, with numbers wherever one may stand.</summary>
    internal string Examples()
    {
        JsonArray notices =
        [
            Example("hire", hire =>
            {
                hire["myNumber"] = numbers[5];
                hire["dependents"]![0]!["myNumber"] = numbers[6];
                hire["person"]!["name"] = new JsonObject
                {
                    ["family"] = OfficeSecrets.FamilyName,
                    ["given"] = OfficeSecrets.GivenName,
                    ["familyKana"] = OfficeSecrets.FamilyKana,
                    ["givenKana"] = "マスヒコ",
                };
                hire["attachments"] = Files(OfficeSecrets.BoxedName, OfficeSecrets.BoxedContent);
            }),
            Example("separation", separation => separation["attachments"] = Files(OfficeSecrets.LooseName, OfficeSecrets.LooseContent)),
            Example("dependent-change", change => change["dependent"]!["myNumber"] = numbers[7]),
            Example("dependent-removal"),
            Example("address-name-change"),
            Example("insurance-change", change => change["dependents"] = new JsonArray(
                JsonNode.Parse("""{"name":{"family":"田中","given":"結","familyKana":"タナカ","givenKana":"ユイ"},"birthDate":"2024-02-02","gender":"female","relationship":"child","livesTogether":true}"""))),
            Example("insurance-leave"),
            Example("my-number-update", update => update["myNumber"] = numbers[4]),
            Example("my-number-deletion-dependent"),
        ];
        notices[5]!["dependents"]![0]!["myNumber"] = numbers[8];
        return notices.ToJsonString();
    }

    /// <summary>A change, a registration over another number, the same number for two people, a deletion that is kept and one that is not.</summary>
    internal string Updates() => new JsonArray(
        Update("u-change", "0012", "change", numbers[9]),
        Update("u-over", "0019", "register", numbers[10]),
        Update("u-shared", "0012", "change", numbers[4]),
        Update("u-kept", "0027", "delete", null),
        Update("u-former", "0027", "change", numbers[11]),
        Update("u-deleted", "0012", "delete", null)).ToJsonString();

    /// <summary>The hire again with another number under the same id.</summary>
    internal string Reused() => Example("hire", hire => hire["myNumber"] = numbers[9]).ToJsonString();

    /// <summary>A notice that comes too late to be kept, and one whose storing may fail.</summary>
    internal string Late() => Example("hire", hire =>
    {
        hire["id"] = "late-1";
        hire["sentAt"] = "2020-01-01T09:00:00+09:00";
        hire["myNumber"] = numbers[9];
    }).ToJsonString();

    /// <summary>Messages of which nothing may be kept: a number where none may stand, in many writings.</summary>
    internal IEnumerable<string> Misplaced()
    {
        string number = numbers[10];
        int id = 0;
        foreach (string written in (string[])[number, FullWidth(number), $"{number[..4]}-{number[4..8]}-{number[8..]}", $"{number[..4]} {number[4..8]}　{number[8..]}", $"番号は{number}です"])
        {
            yield return Wrong(hire => hire["remarks"] = written);
            yield return Wrong(hire => hire["attachments"]![0]!["fileName"] = $"{written}.txt");
            yield return Wrong(hire => hire["attachments"]![0]!["id"] = written);
            yield return Wrong(hire => hire["attachments"]![0]!["mediaType"] = $"text/{written}");
            yield return Wrong(hire => hire["person"]!["name"]!["family"] = written);
            yield return Wrong(hire => hire["later"] = new JsonObject { [written] = written });
            yield return Wrong(hire => hire["myNumber"] = $"{written}0");
            yield return Wrong(hire => hire["hireDate"] = written);
            yield return Wrong(hire => hire["kind"] = written);
            yield return Wrong(hire => hire["establishmentId"] = written);
            yield return Wrong(hire => hire["id"] = written);
            yield return Wrong(hire => hire["sentAt"] = written);
            yield return Wrong(hire => hire[written] = 1);
        }

        yield return Wrong(hire => hire["annualIncome"] = long.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
        yield return Wrong(hire =>
        {
            hire["myNumber"] = number;
            hire.Remove("hireDate");
        });
        yield return $$"""{"myNumber":"{{number}}",{{number}}:1}""";
        yield return $$"""{"myNumber":{{number}}x}""";
        yield return $$"""[{"myNumber":"{{number}}"},""";
        yield return number;
        yield return $"\"{number}\"";

        string Wrong(Action<JsonObject> change) => Example("hire", hire =>
        {
            hire["id"] = $"wrong-{++id}";
            change(hire);
        }).ToJsonString();
    }

    /// <summary>Files with which something is wrong: nothing that is said of them quotes them.</summary>
    internal static IEnumerable<string> WrongFiles()
    {
        yield return Wrong("not base64", file => file["content"] = OfficeSecrets.LooseContent);
        yield return Wrong("cut base64", file => file["content"] = OfficeSecrets.InBase64(OfficeSecrets.LooseContent)[..^3]);
        yield return Wrong("no content", file => file.Remove("content"));
        yield return Wrong("twice", file => file.Parent!.AsArray().Add(file.DeepClone()));
        yield return Wrong("unsafe name", file => file["fileName"] = $"../{OfficeSecrets.LooseName}\u202e.txt");
        yield return Wrong("strange type", file => file["mediaType"] = OfficeSecrets.LooseName);
        yield return Wrong("other content", file => file["content"] = OfficeSecrets.InBase64(OfficeSecrets.LooseContent + "2"), "c-20260325-0002");

        static string Wrong(string what, Action<JsonObject> change, string? id = null) => Example("separation", separation =>
        {
            separation["id"] = id ?? $"file-{what.Replace(' ', '-')}";
            separation["attachments"] = Files(OfficeSecrets.LooseName, OfficeSecrets.LooseContent);
            change(separation["attachments"]![0]!.AsObject());
        }).ToJsonString();
    }

    internal static string FullWidth(string digits) => string.Concat(digits.Select(digit => (char)(digit - '0' + '０')));

    private static JsonArray Files(string name, string content) =>
        [new JsonObject { ["id"] = name, ["fileName"] = $"{name}.txt", ["mediaType"] = "text/plain", ["content"] = OfficeSecrets.InBase64(content) }];

    private static JsonObject Update(string id, string person, string change, string? number) => Example("my-number-update", update =>
    {
        update["id"] = id;
        update["person"]!["employeeNumber"] = person;
        update["change"] = change;
        update["myNumber"] = number;
        if (number is null)
            update.Remove("myNumber");
    });

    private static JsonObject Example(string name, Action<JsonObject>? change = null)
    {
        JsonObject json = JsonNode.Parse(Encoding.UTF8.GetString(ExampleOffice.Message(name + ".json")))!.AsObject();
        change?.Invoke(json);
        return json;
    }
}
