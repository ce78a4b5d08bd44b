using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>Why someone left (退職理由). On the wire in camelCase; an unknown value is an error, never a default.</summary>
[JsonConverter(typeof(WireEnumJsonConverter<SeparationReason>))]
public enum SeparationReason
{
    /// <summary>自己都合.</summary>
    Voluntary = 1,

    /// <summary>会社都合.</summary>
    EmployerConvenience = 2,

    /// <summary>退職勧奨.</summary>
    EncouragedResignation = 3,

    /// <summary>懲戒解雇.</summary>
    DisciplinaryDismissal = 4,

    /// <summary>定年.</summary>
    RetirementAge = 5,

    /// <summary>契約期間満了.</summary>
    ContractExpiry = 6,

    /// <summary>休職期間満了.</summary>
    LeaveExpiry = 7,

    /// <summary>死亡.</summary>
    Death = 8,

    /// <summary>転勤: 雇保 continues.</summary>
    TransferSameEmployer = 9,

    /// <summary>転籍.</summary>
    TransferOtherEmployer = 10,

    /// <summary>出向.</summary>
    Secondment = 11,

    /// <summary>その他: in words in the reason text.</summary>
    Other = 12,
}
