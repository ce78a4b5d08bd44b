using CellsContact.Contacts;

namespace CellsContact.Reflectors;

/// <summary>What the operator chose on saving, and what the desk knows around the notice: everything a reflector may look at besides the ledger.</summary>
/// <remarks>Immutable. No clock and no store: the same input always gives the same reflection.</remarks>
public sealed record ReflectOptions
{
    /// <summary>「事業所マイページに公開」: hire publishes, the others refresh; unchecked never withdraws.</summary>
    public bool Publish { get; init; }

    /// <summary>「社保雇保の喪失年月日に反映する」 of a 退社連絡.</summary>
    public bool ReflectLossDates { get; init; }

    /// <summary>Writes the acquisition dates of the insurances a hire joins (取得年月日).</summary>
    public bool ReflectAcquisitionDates { get; init; }

    /// <summary>Refuses a hire without a number instead of having the ledger assign one.</summary>
    public bool RequireEmployeeNumber { get; init; }

    /// <summary>Today in the configured zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Now, for 日時 in the handling book.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Who saves (担当者).</summary>
    public required string OperatorName { get; init; }

    /// <summary>The department that handles numbers (取扱部署), for the handling book.</summary>
    public string? HandlingDepartment { get; init; }

    /// <summary>Who is responsible for handling numbers (責任者), for the handling book.</summary>
    public string? HandlingResponsible { get; init; }

    /// <summary>Other unprocessed notices about the same person.</summary>
    public IReadOnlyList<OpenContact> OpenContacts { get; init; } = [];
}

/// <summary>Another unprocessed notice (未) about the same person.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="EffectiveOn">The day it takes effect.</param>
/// <param name="Contact">The notice itself.</param>
public sealed record OpenContact(ContactKey Key, ContactKind Kind, DateOnly? EffectiveOn, Contact Contact);
