using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>What happens to a dependent. On the wire in camelCase; an unknown value is an error, never a default.</summary>
[JsonConverter(typeof(WireEnumJsonConverter<DependentChange>))]
public enum DependentChange
{
    /// <summary>扶養追加.</summary>
    Add = 1,

    /// <summary>扶養抹消.</summary>
    Remove = 2,
}
