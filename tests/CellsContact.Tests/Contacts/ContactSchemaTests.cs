using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CellsContact.Contacts;
using CellsContact.Tests.Intake;

namespace CellsContact.Tests.ContactFormat;

public sealed class ContactSchemaTests
{
    public static TheoryData<string> Examples => [.. Wire.Examples];

    private static JsonObject Schema { get; } = JsonNode.Parse(ContactSchema.ToJson())!.AsObject();

    [Fact]
    public void ToJson_Document_IsTheSame()
    {
        string path = RepositoryFile.PathOf("docs/schema/contact.schema.json");
        if (Environment.GetEnvironmentVariable("CELLSCONTACT_REGENERATE") is not null)
            File.WriteAllText(path, ContactSchema.ToJson());

        Assert.Equal(ContactSchema.ToJson(), File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void ToJson_WireExample_Fits(string name)
    {
        Assert.Empty(Check(Wire.Example(name), Schema, ""));
        Assert.Empty(Check(new JsonArray(Wire.Example(name)), Schema, ""));
    }

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, RuleCases.All.Count)
        .Where(i => RuleCases.All[i].Rule is "field.required" or "field.null" or "field.type" or "field.enum" or "field.hours" or "field.range" or "contact.kind" or "mynumber.format" or "attachment.content" or "attachment.kind")
        .Where(i => RuleCases.All[i].Path is not "kind")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void ToJson_BrokenShape_DoesNotFit(int index)
    {
        RuleCases.RuleCase broken = RuleCases.All[index];

        Assert.NotEmpty(Check(JsonNode.Parse(Wire.Text(Wire.Example(broken.Example, broken.Break))), Schema, ""));
    }

    /// <summary>As much of a schema checker as this schema needs; it fails on keywords it does not know.</summary>
    private static List<string> Check(JsonNode? value, JsonObject schema, string path)
    {
        List<string> problems = [];
        foreach ((string keyword, JsonNode? rule) in schema)
        {
            switch (keyword)
            {
                case "$schema" or "$defs" or "title" or "description" or "format" or "contentEncoding":
                    break;
                case "$ref":
                    problems.AddRange(Check(value, Schema["$defs"]![rule!.GetValue<string>()["#/$defs/".Length..]]!.AsObject(), path));
                    break;
                case "anyOf" or "oneOf":
                    int fitting = rule!.AsArray().Count(option => Check(value, option!.AsObject(), path).Count == 0);
                    if (fitting == 0 || (keyword == "oneOf" && fitting > 1))
                        problems.Add($"{path}: {keyword}");
                    break;
                case "type":
                    if (!Types(rule!).Contains(TypeOf(value)))
                        problems.Add($"{path}: type");
                    break;
                case "const":
                    if (!JsonNode.DeepEquals(value, rule))
                        problems.Add($"{path}: const");
                    break;
                case "enum":
                    if (!rule!.AsArray().Any(allowed => JsonNode.DeepEquals(value, allowed)))
                        problems.Add($"{path}: enum");
                    break;
                case "required" when value is JsonObject o:
                    problems.AddRange(rule!.AsArray().Select(name => name!.GetValue<string>()).Where(name => !o.ContainsKey(name)).Select(name => $"{path}.{name}: required"));
                    break;
                case "properties" when value is JsonObject o:
                    foreach ((string name, JsonNode? property) in rule!.AsObject().Where(pair => o.ContainsKey(pair.Key)))
                        problems.AddRange(Check(o[name], property!.AsObject(), $"{path}.{name}"));
                    break;
                case "items" when value is JsonArray a:
                    problems.AddRange(a.SelectMany((item, i) => Check(item, rule!.AsObject(), $"{path}[{i}]")));
                    break;
                case "maxItems" when value is JsonArray a:
                    if (a.Count > rule!.GetValue<int>())
                        problems.Add($"{path}: maxItems");
                    break;
                case "pattern" when TypeOf(value) == "string":
                    if (!Regex.IsMatch(value!.GetValue<string>(), rule!.GetValue<string>(), RegexOptions.CultureInvariant))
                        problems.Add($"{path}: pattern");
                    break;
                case "minLength" when TypeOf(value) == "string":
                    if (value!.GetValue<string>().Length < rule!.GetValue<int>())
                        problems.Add($"{path}: minLength");
                    break;
                case "minimum" when TypeOf(value) == "integer":
                    if (value!.GetValue<double>() < rule!.GetValue<double>())
                        problems.Add($"{path}: minimum");
                    break;
                case "maximum" when TypeOf(value) == "integer":
                    if (value!.GetValue<double>() > rule!.GetValue<double>())
                        problems.Add($"{path}: maximum");
                    break;
                case "required" or "properties" or "items" or "maxItems" or "pattern" or "minLength" or "minimum" or "maximum":
                    break;
                default:
                    problems.Add($"{keyword} is not known");
                    break;
            }
        }

        return problems;
    }

    private static IEnumerable<string> Types(JsonNode rule) => rule is JsonArray several ? several.Select(type => type!.GetValue<string>()) : [rule.GetValue<string>()];

    private static string TypeOf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "object",
        JsonArray => "array",
        _ when value.GetValueKind() == System.Text.Json.JsonValueKind.String => "string",
        _ when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => value.ToJsonString().Contains('.', StringComparison.Ordinal) ? "number" : "integer",
        _ => "boolean",
    };
}
