using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>Checks the shape of a notice in its stored form against the metadata of its record, value by value.</summary>
/// <remarks>After it has found nothing, reading the record cannot fail. Unknown properties are left alone.</remarks>
internal sealed partial class ShapeCheck(FindingList findings)
{
    private static readonly JsonTypeInfo s_subject = WireShapes.TypeOf(typeof(SubjectObject));

    internal void Object(JsonElement value, JsonTypeInfo type, string path)
    {
        if (!Expect(value, JsonValueKind.Object, path, "オブジェクト", "an object"))
            return;
        foreach (JsonPropertyInfo property in WireShapes.PropertiesOf(type))
        {
            string child = WirePath.Property(path, property.Name);
            if (!value.TryGetProperty(property.Name, out JsonElement found))
                findings.AddWhen(property.IsRequired, child, FieldRules.Required);
            else if (found.ValueKind == JsonValueKind.Null)
                findings.AddWhen(!MayBeNull(type, property), child, FieldRules.Null);
            else
                Value(found, type, property, child);
        }

        UnknownNumbers(value, type, path);
    }

    // A number's place where the format has none: the number was taken out, and there is nobody to link it to.
    private void UnknownNumbers(JsonElement value, JsonTypeInfo? type, string path)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            int index = 0;
            foreach (JsonElement element in value.EnumerateArray())
                UnknownNumbers(element, null, WirePath.Element(path, index++));
        }

        if (value.ValueKind != JsonValueKind.Object)
            return;
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (!JsonText.TryGetName(property, out string? name) || (type is not null && WireShapes.PropertiesOf(type).Any(known => known.Name == name)))
                continue;
            string child = WirePath.Property(path, name);
            findings.AddWhen(name == "myNumber", child, TextRules.MyNumberNotAllowed);
            UnknownNumbers(property.Value, null, child);
        }
    }

    // Null means absent, except inside a change, where it clears: there only what may be cleared may be null.
    private static bool MayBeNull(JsonTypeInfo type, JsonPropertyInfo property) =>
        WireShapes.IsChange(type.Type) ? property.PropertyType == typeof(TextChange) : !property.IsRequired;

    private void Value(JsonElement value, JsonTypeInfo owner, JsonPropertyInfo property, string path)
    {
        switch (WireShapes.Of(property.PropertyType))
        {
            case WireShape.Text or WireShape.TextChange:
                if (TryText(value, path, out string text))
                    TextCheck.Check(findings, path, text, WireText.Of(owner.Type, property.Name));
                break;
            case WireShape.Boolean:
                if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                    findings.Add(path, FieldRules.Type, Expected("trueまたはfalse", "true or false"));
                break;
            case WireShape.Integer:
                Integer(value, path, WireShapes.MaxInteger);
                break;
            case WireShape.Count:
                Integer(value, path, WireShapes.MaxCount);
                break;
            case WireShape.Date:
                findings.AddWhen(TryText(value, path, out text) && !IsDate(text), path, FieldRules.Date);
                break;
            case WireShape.Instant:
                findings.AddWhen(TryText(value, path, out text) && !IsInstant(value, text), path, FieldRules.Instant);
                break;
            case WireShape.WeeklyHours:
                findings.AddWhen(TryText(value, path, out text) && !WeeklyHoursJsonConverter.TryParse(text, out _), path, FieldRules.Hours);
                break;
            case WireShape.Enumeration:
                Enumeration(value, path, FieldRules.Enumeration, WireShapes.NamesOf(property.PropertyType));
                break;
            case WireShape.Id:
                findings.AddWhen(TryText(value, path, out text) && !WireId.IsValid(text), path, FieldRules.Id);
                break;
            case WireShape.EmployeeNumber:
                findings.AddWhen(TryText(value, path, out text) && !EmployeeNumber.TryParse(text, out _), path, FieldRules.EmployeeNumber);
                break;
            case WireShape.Subject:
                Subject(value, path);
                break;
            case WireShape.List:
                List(value, WireShapes.ElementOf(property.PropertyType), path);
                break;
            default:
                Object(value, WireShapes.TypeOf(property.PropertyType), path);
                break;
        }
    }

    internal void Enumeration(JsonElement value, string path, ValidationRule rule, IReadOnlyCollection<string> names)
    {
        if (!TryText(value, path, out string text) || names.Contains(text))
            return;
        string allowed = string.Join(", ", names);
        findings.Add(path, rule, new($"{rule.Text.Japanese}選択肢: {allowed}", $"{rule.Text.English} Allowed: {allowed}."));
    }

    private void Subject(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Object)
            Object(value, s_subject, path);
        else if (value.ValueKind != JsonValueKind.String || !value.ValueEquals("self"u8))
            findings.Add(path, FieldRules.Type, Expected("\"self\"または { \"dependent\": … }", "\"self\" or { \"dependent\": … }"));
    }

    private void List(JsonElement value, JsonTypeInfo element, string path)
    {
        if (!Expect(value, JsonValueKind.Array, path, "配列", "an array"))
            return;
        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            string child = WirePath.Element(path, index++);
            if (item.ValueKind == JsonValueKind.Null)
                findings.Add(child, FieldRules.Null);
            else
                Object(item, element, child);
        }
    }

    private void Integer(JsonElement value, string path, long max)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out long number))
        {
            findings.Add(path, FieldRules.Type, Expected("整数", "a whole number"));
        }
        else if (number < 0 || number > max)
        {
            findings.Add(path, FieldRules.Range, new(
                string.Create(CultureInfo.InvariantCulture, $"数値は0から{max}までです。"),
                string.Create(CultureInfo.InvariantCulture, $"The number must be from 0 to {max}.")));
        }
    }

    private bool TryText(JsonElement value, string path, out string text)
    {
        text = "";
        if (!Expect(value, JsonValueKind.String, path, "文字列", "a string"))
            return false;
        if (JsonText.SizeOf(value) > JsonText.MaxBytes)
            findings.Add(path, FieldRules.Size);
        else if (JsonText.TryGetText(value, out string? read))
        {
            text = read;
            return true;
        }
        else
            findings.Add(path, MessageRules.Encoding);
        return false;
    }

    private bool Expect(JsonElement value, JsonValueKind kind, string path, string japanese, string english)
    {
        if (value.ValueKind == kind)
            return true;
        findings.Add(path, FieldRules.Type, Expected(japanese, english));
        return false;
    }

    private static BilingualText Expected(string japanese, string english) =>
        new($"値の種類が違います。{japanese}で書いてください。", $"The value must be {english}.");

    private static bool IsDate(string text) => IsoDate.TryParse(text, out _);

    private static bool IsInstant(JsonElement value, string text) => Instant().IsMatch(text) && value.TryGetDateTimeOffset(out _);

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(Z|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Instant();
}
