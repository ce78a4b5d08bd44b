using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>An insurance: the two dates the ledger keeps of it, and its name.</summary>
internal sealed record Insurance(LedgerField AcquiredOn, LedgerField LostOn, string Label)
{
    /// <summary>健康保険, in the ledger's 社保 columns.</summary>
    internal static Insurance Health { get; } = new(PersonFields.SocialInsuranceAcquiredOn, PersonFields.SocialInsuranceLostOn, "健康保険");

    /// <summary>厚生年金保険.</summary>
    internal static Insurance Pension { get; } = new(PersonFields.PensionAcquiredOn, PersonFields.PensionLostOn, "厚生年金保険");

    /// <summary>雇用保険.</summary>
    internal static Insurance Employment { get; } = new(PersonFields.EmploymentInsuranceAcquiredOn, PersonFields.EmploymentInsuranceLostOn, "雇用保険");

    /// <summary>社会保険: 健康保険 and 厚生年金保険.</summary>
    internal static IReadOnlyList<Insurance> Social { get; } = [Health, Pension];

    /// <summary>The day this insurance is lost by age; <c>null</c> where age ends nothing or is not known.</summary>
    internal DateOnly? LostByAge(IInsuranceDateRules rules, DateOnly? birthDate) => birthDate is not { } born ? null
        : this == Pension ? rules.PensionLostByAge(born)
        : this == Health ? rules.HealthInsuranceLostByAge(born)
        : null;

    internal bool IsJoined(LedgerRow row) => !row[AcquiredOn].IsEmpty;

    internal bool IsLost(LedgerRow row) => !row[LostOn].IsEmpty;
}
