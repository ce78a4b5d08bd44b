using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>The class of insured person in 雇用保険 (雇保区分). On the wire in camelCase; an unknown value is an error, never a default.</summary>
[JsonConverter(typeof(WireEnumJsonConverter<EmploymentInsuranceClass>))]
public enum EmploymentInsuranceClass
{
    /// <summary>一般.</summary>
    General = 1,

    /// <summary>高年齢.</summary>
    Elderly = 2,

    /// <summary>短期特例.</summary>
    ShortSeason = 3,

    /// <summary>日雇.</summary>
    Daily = 4,
}
