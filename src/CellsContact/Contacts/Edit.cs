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

    /// <summary>Returns the path, never the value.</summary>
    public override string ToString() => Path;
}
