using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>The class of insured person in 社会保険 (社保区分). On the wire in camelCase; an unknown value is an error, never a default.</summary>
[JsonConverter(typeof(WireEnumJsonConverter<SocialInsuranceClass>))]
public enum SocialInsuranceClass
{
    /// <summary>一般.</summary>
    General = 1,

    /// <summary>短時間.</summary>
    ShortTime = 2,

    /// <summary>70歳以上.</summary>
    Over70 = 3,
}
