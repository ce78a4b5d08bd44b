using System.Text.Json;
using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>A three-valued text: absent leaves alone, a value sets, <c>null</c> clears. A blank never erases by accident.</summary>
[JsonConverter(typeof(TextChangeJsonConverter))]
public readonly record struct TextChange
{
    private TextChange(bool isPresent, string? value) => (IsPresent, Value) = (isPresent, value);

    /// <summary>Leaves the ledger's value alone.</summary>
    public static TextChange Absent => default;

    /// <summary>Clears the ledger's value.</summary>
    public static TextChange Clear => new(true, null);

    /// <summary>Whether the change says anything: a value, or clearing.</summary>
    public bool IsPresent { get; }

    /// <summary>Whether the change clears the ledger's value.</summary>
    public bool IsClear => IsPresent && Value is null;

    /// <summary>The new value, or <c>null</c> when absent or clearing.</summary>
    public string? Value { get; }

    /// <summary>Sets the ledger's value.</summary>
    /// <param name="value">The new value.</param>
    public static TextChange Set(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(true, value);
    }

    /// <summary>Returns which of the three it is, never the text.</summary>
    public override string ToString() => !IsPresent ? "absent" : Value is null ? "clear" : "set";
}

internal sealed class TextChangeJsonConverter : JsonConverter<TextChange>
{
    public override bool HandleNull => true;

    public override TextChange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } value ? TextChange.Set(value) : TextChange.Clear;

    public override void Write(Utf8JsonWriter writer, TextChange value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
