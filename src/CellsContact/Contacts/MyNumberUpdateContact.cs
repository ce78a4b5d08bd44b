using System.Text.Json;
using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>マイナンバー更新連絡: a number was registered, changed or deleted, for the employee or a dependent.</summary>
public sealed record MyNumberUpdateContact : Contact
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ContactKind Kind => ContactKind.MyNumberUpdate;

    /// <inheritdoc/>
    [JsonIgnore]
    public override DateOnly? EffectiveOn => null;

    /// <summary>The employee.</summary>
    public required PersonReference Person { get; init; }

    /// <summary>Whose number: the employee's own, or a dependent's.</summary>
    public required MyNumberSubject Subject { get; init; }

    /// <summary>What happened to the number (更新区分).</summary>
    public required MyNumberChange Change { get; init; }

    /// <summary>Whether the message carried a number. The number itself is in the vault only.</summary>
    [JsonPropertyName("myNumber")]
    public bool HasMyNumber { get; init; }
}

/// <summary>Whose マイナンバー: <c>"self"</c> on the wire for the employee (本人), or a dependent (家族).</summary>
[JsonConverter(typeof(MyNumberSubjectJsonConverter))]
public sealed record MyNumberSubject
{
    private MyNumberSubject()
    {
    }

    /// <summary>The employee (本人).</summary>
    public static MyNumberSubject Self { get; } = new();

    /// <summary>The dependent, or <c>null</c> for the employee.</summary>
    public DependentReference? Dependent { get; private init; }

    /// <summary>A dependent (家族).</summary>
    /// <param name="dependent">Which one.</param>
    public static MyNumberSubject Of(DependentReference dependent)
    {
        ArgumentNullException.ThrowIfNull(dependent);
        return new() { Dependent = dependent };
    }

    /// <summary>Returns which of the two it is, never the name.</summary>
    public override string ToString() => Dependent is null ? "self" : "dependent";
}

internal sealed class MyNumberSubjectJsonConverter : JsonConverter<MyNumberSubject>
{
    public override MyNumberSubject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.ValueTextEquals("self"u8) ? MyNumberSubject.Self : throw new JsonException();
        SubjectObject subject = JsonSerializer.Deserialize(ref reader, ContactJsonContext.Default.SubjectObject) ?? throw new JsonException();
        return MyNumberSubject.Of(subject.Dependent);
    }

    public override void Write(Utf8JsonWriter writer, MyNumberSubject value, JsonSerializerOptions options)
    {
        if (value.Dependent is null)
            writer.WriteStringValue("self"u8);
        else
            JsonSerializer.Serialize(writer, new SubjectObject { Dependent = value.Dependent }, ContactJsonContext.Default.SubjectObject);
    }
}

/// <summary>The object form of a subject: <c>{ "dependent": … }</c>.</summary>
internal sealed record SubjectObject : WireObject
{
    public required DependentReference Dependent { get; init; }
}
