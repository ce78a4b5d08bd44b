using System.Text.Json;
using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>An object of the wire format: it keeps properties it does not know and never prints what it holds.</summary>
/// <remarks>Immutable once built; thread-safe for reading.</remarks>
public abstract record WireObject
{
    private IDictionary<string, JsonElement>? _unknown;

    private protected WireObject()
    {
    }

    /// <summary>Properties this version does not know, kept as they came and handed back (forward compatibility).</summary>
    [JsonIgnore]
    public IDictionary<string, JsonElement>? UnknownProperties
    {
        get => _unknown;
        init => _unknown = value;
    }

    // The source generator passes init-only properties to the constructor, where extension data may not be.
    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Unknown
    {
        get => _unknown;
        set => _unknown = value;
    }

    /// <summary>Returns the type's name only: what the object holds is personal data and stays out of logs.</summary>
    public sealed override string ToString() => Describe();

    private protected virtual string Describe() => GetType().Name;
}
