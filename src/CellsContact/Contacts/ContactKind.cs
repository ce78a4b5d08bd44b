namespace CellsContact.Contacts;

/// <summary>What a notice is about (連絡種類). Closed: an unknown kind is a clear rejection.</summary>
public enum ContactKind
{
    /// <summary>入社連絡: someone joined.</summary>
    Hire = 1,

    /// <summary>退社連絡: someone left.</summary>
    Separation = 2,

    /// <summary>扶養異動連絡: a dependent was added (扶養追加) or removed (扶養抹消).</summary>
    DependentChange = 3,

    /// <summary>住所姓変更連絡: an address, a surname, or both changed.</summary>
    AddressNameChange = 4,

    /// <summary>保険変更連絡: joins or leaves 社会保険 / 雇用保険, or changes class.</summary>
    InsuranceChange = 5,

    /// <summary>マイナンバー更新連絡: a number was registered, changed or deleted.</summary>
    MyNumberUpdate = 6,
}
