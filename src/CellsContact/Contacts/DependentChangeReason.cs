using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>Why a dependent is added or removed; each reason belongs to one of the two, その他 to both. On the wire in camelCase; an unknown value is an error, never a default.</summary>
[JsonConverter(typeof(WireEnumJsonConverter<DependentChangeReason>))]
public enum DependentChangeReason
{
    /// <summary>Added: 婚姻.</summary>
    Marriage = 1,

    /// <summary>Added: 出生.</summary>
    Birth = 2,

    /// <summary>Added: 離職.</summary>
    Separation = 3,

    /// <summary>Added: 収入減.</summary>
    IncomeDecrease = 4,

    /// <summary>Added: 被保険者の就職.</summary>
    EmploymentOfInsured = 5,

    /// <summary>Added: 同居.</summary>
    LivingTogether = 6,

    /// <summary>Removed: 死亡.</summary>
    Death = 7,

    /// <summary>Removed: 離婚.</summary>
    Divorce = 8,

    /// <summary>Removed: 被扶養者の婚姻.</summary>
    MarriageOfDependent = 9,

    /// <summary>Removed: 就職.</summary>
    Employment = 10,

    /// <summary>Removed: 収入増.</summary>
    IncomeIncrease = 11,

    /// <summary>Removed: 75歳到達.</summary>
    Age75 = 12,

    /// <summary>Removed: 障害認定.</summary>
    DisabilityCertification = 13,

    /// <summary>Removed: 別居.</summary>
    LivingApart = 14,

    /// <summary>Removed: 国外転出.</summary>
    LeftJapan = 15,

    /// <summary>Either: その他, in words in the reason text.</summary>
    Other = 16,
}
