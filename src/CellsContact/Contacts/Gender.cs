using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>A person's gender (性別) as the forms ask for it. On the wire in camelCase; an unknown value is an error, never a default.</summary>
[JsonConverter(typeof(WireEnumJsonConverter<Gender>))]
public enum Gender
{
    /// <summary>男.</summary>
    Male = 1,

    /// <summary>女.</summary>
    Female = 2,

    /// <summary>Not stated: written empty, with a warning, for the forms need one.</summary>
    Unspecified = 3,
}
