namespace CellsContact.Contacts;

/// <summary>The whole person of a hire notice (入社連絡).</summary>
public sealed record NewPerson : WireObject
{
    /// <summary>The number (社員番号) the client gave, or none: then the ledger assigns the next one.</summary>
    public EmployeeNumber? EmployeeNumber { get; init; }

    /// <summary>The former number of someone who was employed here before (再入社). The old row stays untouched.</summary>
    public EmployeeNumber? RehireOf { get; init; }

    /// <summary>The name (氏名).</summary>
    public required PersonName Name { get; init; }

    /// <summary>The birth date (生年月日).</summary>
    public required DateOnly BirthDate { get; init; }

    /// <summary>The gender (性別) as the forms ask for it.</summary>
    public Gender? Gender { get; init; }

    /// <summary>The postal code (郵便番号): <c>460-0008</c> or seven digits.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The address (住所).</summary>
    public string? Address { get; init; }

    /// <summary>The address in kana (住所フリガナ).</summary>
    public string? AddressKana { get; init; }

    /// <summary>The address on the resident record (住民票住所) where it differs.</summary>
    public string? ResidentRecordAddress { get; init; }

    /// <summary>The phone number (電話番号).</summary>
    public string? Phone { get; init; }

    /// <summary>The nationality (国籍) of someone who is not Japanese.</summary>
    public string? Nationality { get; init; }

    /// <summary>The status of residence (在留資格).</summary>
    public string? ResidenceStatus { get; init; }

    /// <summary>The last day of the period of stay (在留期間満了日).</summary>
    public DateOnly? ResidencePeriodEnd { get; init; }
}
