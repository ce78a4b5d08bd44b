using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>What a 保険変更連絡 changes. On the wire in camelCase; an unknown value is an error, never a default.</summary>
[JsonConverter(typeof(WireEnumJsonConverter<InsuranceChange>))]
public enum InsuranceChange
{
    /// <summary>社会保険に加入する.</summary>
    JoinSocialInsurance = 1,

    /// <summary>社会保険を喪失する.</summary>
    LeaveSocialInsurance = 2,

    /// <summary>雇用保険に加入する.</summary>
    JoinEmploymentInsurance = 3,

    /// <summary>雇用保険を喪失する.</summary>
    LeaveEmploymentInsurance = 4,

    /// <summary>社会保険と雇用保険に加入する.</summary>
    JoinBoth = 5,

    /// <summary>社会保険と雇用保険を喪失する.</summary>
    LeaveBoth = 6,

    /// <summary>区分を変更する.</summary>
    ChangeClass = 7,
}
