using System.Globalization;
using System.Text.Json;

namespace CellsContact.Contacts;

/// <summary>What an operator changes on saving (変更保存): a wire path and a JSON value. It never goes back into the notice.</summary>
/// <remarks>
/// Immutable and thread-safe. Not editable: <c>kind</c>, <c>id</c>, <c>establishmentId</c>, any <c>myNumber</c>, <c>attachments</c>.
/// <c>person.employeeNumber</c> is editable: that is how an ambiguous person is resolved.
/// </remarks>
public sealed record Edit
{
    private Edit(string path, JsonElement value) => (Path, Value) = (path, value);

    /// <summary>The wire path, e.g. <c>person.phone</c> or <c>dependents[0].name.family</c>.</summary>
    public string Path { get; }

    /// <summary>The new JSON value; JSON <c>null</c> clears, where clearing makes sense.</summary>
    public JsonElement Value { get; }

    /// <summary>Sets a text, a date (<c>YYYY-MM-DD</c>) or an enumeration value.</summary>
    /// <param name="path">The wire path.</param>
    /// <param name="value">The text, or <c>null</c> to clear.</param>
    public static Edit Set(string path, string? value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using JsonDocument document = JsonDocument.Parse(value is null ? "null" : $"\"{JsonEncodedText.Encode(value)}\"");
        return new(path, document.RootElement.Clone());
    }

    /// <summary>Sets any JSON value.</summary>
    /// <param name="path">The wire path.</param>
    /// <param name="value">The JSON value; it is copied.</param>
    public static Edit Set(string path, JsonElement value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new(path, value.Clone());
    }

    /// <summary>Reads an edit that a person typed: the text becomes a number, a yes or no, or a text, as the field asks.</summary>
    /// <param name="kind">The kind of notice that is edited.</param>
    /// <param name="path">The wire path.</param>
    /// <param name="text">The text; empty clears.</param>
    /// <exception cref="FormatException">The kind has no such field, or the text cannot be its value. Never repeats the text.</exception>
    public static Edit FromText(ContactKind kind, string path, string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(text);
        Type type = (EditPath.Parse(path) is { } steps ? EditPath.TypeAt(kind, steps) : null)
            ?? throw new FormatException($"{path}という項目はありません。 ({path} is no field of this kind of notice.)");
        if (text.Length == 0 || type == typeof(string) || type == typeof(TextChange))
            return Set(path, text.Length == 0 ? null : text);
        if (type == typeof(bool))
            return bool.TryParse(text, out bool yes) ? Set(path, JsonElement.Parse(yes ? "true" : "false")) : throw Unreadable(path, "true / false");
        if (type == typeof(long) || type == typeof(int))
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? Set(path, JsonElement.Parse(number.ToString(CultureInfo.InvariantCulture))) : throw Unreadable(path, "0-9");
        return Set(path, text);
    }

    /// <summary>Returns the path, never the value.</summary>
    public override string ToString() => Path;

    private static FormatException Unreadable(string path, string expected) =>
        new($"{path}の値は{expected}で指定します。 (The value of {path} is written as {expected}.)");
}
