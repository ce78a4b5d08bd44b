using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Tests.Reflectors;

/// <summary>docs/field-map.md: no field of the wire format is without a line, and no line names a column there is not.</summary>
public partial class FieldMapTests
{
    public static TheoryData<ContactKind> Kinds => [.. Enum.GetValues<ContactKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public void EveryWireProperty_HasALine(ContactKind kind)
    {
        Dictionary<string, HashSet<string>> map = Read();
        string[] missing = [.. Paths(ContactJson.TypeOf(kind), kind.ToString(), "").Where(path => !map.GetValueOrDefault(path.Section, []).Contains(path.Path)).Select(path => $"{path.Section}: {path.Path}")];
        Assert.Empty(missing);
    }

    [Fact]
    public void EveryColumnNamed_Exists()
    {
        string[] named = [.. Column().Matches(Text()).Select(match => match.Value).Distinct()];
        string[] existing = [.. LedgerFields.All.Select(field => $"{LedgerFields.LabelOf(field.Table)}!{field.Label}")];
        Assert.NotEmpty(named);
        Assert.Empty(named.Except(existing));
    }

    [Fact]
    public void EveryColumn_IsNamed() =>
        Assert.Empty(LedgerFields.All.Select(field => $"{LedgerFields.LabelOf(field.Table)}!{field.Label}").Except(Column().Matches(Text()).Select(match => match.Value)));

    private static IEnumerable<(string Section, string Path)> Paths(JsonTypeInfo type, string section, string prefix)
    {
        foreach (JsonPropertyInfo property in type.Properties.Where(property => property is { IsExtensionData: false, Get: not null }))
        {
            Type of = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            bool isList = of.IsGenericType && of.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
            Type item = isList ? of.GetGenericArguments()[0] : of;
            string path = prefix + property.Name + (isList ? "[]" : "");
            bool isCommon = (property.AttributeProvider as System.Reflection.MemberInfo)?.DeclaringType == typeof(Contact);
            string here = isCommon ? nameof(Contact) : section;
            if (!item.IsAssignableTo(typeof(WireObject)))
            {
                yield return (here, path);
                continue;
            }

            bool isShared = item == typeof(PersonReference) || item == typeof(Dependent) || item == typeof(DependentReference);
            IEnumerable<(string, string)> inner = isShared
                ? Paths(ContactJsonContext.Default.GetTypeInfo(item)!, item.Name, "").Prepend((here, path))
                : Paths(ContactJsonContext.Default.GetTypeInfo(item)!, here, path + ".");
            foreach ((string, string) one in inner)
                yield return one;
        }
    }

    /// <summary>The paths of each section; a section's title ends with the type in brackets.</summary>
    private static Dictionary<string, HashSet<string>> Read()
    {
        Dictionary<string, HashSet<string>> map = [];
        string section = "";
        foreach (string line in Text().Split('\n'))
        {
            if (Title().Match(line) is { Success: true } title)
                section = title.Groups[1].Value;
            else if (Line().Match(line) is { Success: true } path)
                (map.TryGetValue(section, out HashSet<string>? paths) ? paths : map[section] = []).Add(path.Groups[1].Value);
        }

        return map;
    }

    private static string Text([CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "field-map.md"));

    [GeneratedRegex(@"^## .*\(`(\w+)`\)$")]
    private static partial Regex Title();

    [GeneratedRegex(@"^\| `([^`]+)` \|")]
    private static partial Regex Line();

    [GeneratedRegex(@"(?:個人情報|給与データ|扶養親族|マイナンバー取扱状況記録簿)![^\s、,|。.)（）]+")]
    private static partial Regex Column();
}
