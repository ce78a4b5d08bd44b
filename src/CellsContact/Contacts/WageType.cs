using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>The kind of wage (賃金形態). On the wire in camelCase; an unknown value is an error, never a default.</summary>
[JsonConverter(typeof(WireEnumJsonConverter<WageType>))]
public enum WageType
{
    /// <summary>月給.</summary>
    Monthly = 1,

    /// <summary>週給.</summary>
    Weekly = 2,

    /// <summary>日給.</summary>
    Daily = 3,

    /// <summary>時給.</summary>
    Hourly = 4,

    /// <summary>その他.</summary>
    Other = 5,
}
