using System.Text.Json;
using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>An object of the wire format: it keeps properties it does not know and never prints what it holds.</summary>
/// <remarks>Immutable once built; thread-safe for reading.</remarks>
public abstract record WireObject
{
    private protected WireObject()
    {
    }

    /// <summary>Properties this version does not know, kept as they came and handed back (forward compatibility).</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownProperties { get; init; }

    /// <summary>Returns the type's name only: what the object holds is personal data and stays out of logs.</summary>
    public sealed override string ToString() => Describe();

    private protected virtual string Describe() => GetType().Name;
}
