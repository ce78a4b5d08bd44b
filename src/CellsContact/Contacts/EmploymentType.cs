using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>The kind of employment (雇用形態). On the wire in camelCase; an unknown value is an error, never a default.</summary>
[JsonConverter(typeof(WireEnumJsonConverter<EmploymentType>))]
public enum EmploymentType
{
    /// <summary>正社員.</summary>
    Regular = 1,

    /// <summary>契約社員.</summary>
    Contract = 2,

    /// <summary>パート.</summary>
    PartTime = 3,

    /// <summary>派遣.</summary>
    Dispatched = 4,

    /// <summary>日雇.</summary>
    Daily = 5,

    /// <summary>季節.</summary>
    Seasonal = 6,

    /// <summary>船員.</summary>
    Seafarer = 7,

    /// <summary>役員.</summary>
    Officer = 8,

    /// <summary>その他.</summary>
    Other = 9,
}
