using System.Globalization;
using System.Text.Json;
using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>Searches a whole notice for numbers that stand where none may: every text, number and property name, known or not.</summary>
internal sealed class NumberSearch(FindingList findings)
{
    /// <summary>Searches a value and all within it.</summary>
    internal void Search(JsonElement value, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in value.EnumerateObject())
                    Search(property, path);
                break;
            case JsonValueKind.Array:
                int index = 0;
                foreach (JsonElement element in value.EnumerateArray())
                    Search(element, WirePath.Element(path, index++));
                break;
            case JsonValueKind.String when JsonText.SizeOf(value) <= JsonText.MaxBytes && JsonText.TryGetText(value, out string? text):
                findings.AddWhen(MisplacedNumber.IsIn(text), path, TextRules.MyNumberMisplaced);
                break;
            case JsonValueKind.Number when JsonText.SizeOf(value) <= JsonText.MaxShortBytes:
                findings.AddWhen(IsIn(value), path, TextRules.MyNumberMisplaced);
                break;
            default:
                break;
        }
    }

    private void Search(JsonProperty property, string path)
    {
        if (!JsonText.TryGetName(property, out string? name))
        {
            findings.Add(WirePath.Property(path, ""), MessageRules.Encoding);
            return;
        }

        string child = WirePath.Property(path, name);
        findings.AddWhen(MisplacedNumber.IsIn(name), child, TextRules.MyNumberMisplaced);

        // A hash that was computed here may hold twelve digits in a row by chance.
        if (name != "sha256" || !path.StartsWith("attachments[", StringComparison.Ordinal) || !IsHash(property.Value))
            Search(property.Value, child);
    }

    private static bool IsHash(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && JsonText.TryGetText(value, out string? text) && text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    // As written, and by value: 1.23e11 is a number of twelve digits too.
    private static bool IsIn(JsonElement value) =>
        MisplacedNumber.IsIn(value.GetRawText())
        || (value.TryGetDecimal(out decimal number) && decimal.IsInteger(number) && MisplacedNumber.IsIn(number.ToString("0", CultureInfo.InvariantCulture)));
}
