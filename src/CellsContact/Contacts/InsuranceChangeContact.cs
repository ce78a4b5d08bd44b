using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>保険変更連絡: joins or leaves 社会保険 / 雇用保険, or changes class.</summary>
public sealed record InsuranceChangeContact : Contact
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ContactKind Kind => ContactKind.InsuranceChange;

    /// <inheritdoc/>
    [JsonIgnore]
    public override DateOnly? EffectiveOn => EffectiveDate;

    /// <summary>Whose insurance.</summary>
    public required PersonReference Person { get; init; }

    /// <summary>What changes (変更内容).</summary>
    public required InsuranceChange Change { get; init; }

    /// <summary>The 資格取得日 or 資格喪失日 itself: no date rule is applied to it.</summary>
    public required DateOnly EffectiveDate { get; init; }

    /// <summary>The 雇用保険 date, where it differs; only with <see cref="InsuranceChange.JoinBoth"/> and <see cref="InsuranceChange.LeaveBoth"/>.</summary>
    public DateOnly? EmploymentInsuranceDate { get; init; }

    /// <summary>The reason in the client's words (保険変更理由).</summary>
    public string? Reason { get; init; }

    /// <summary>The scheduled weekly hours (週所定労働時間), 0:00 to 168:00.</summary>
    [JsonConverter(typeof(WeeklyHoursJsonConverter))]
    public TimeSpan? WeeklyHours { get; init; }

    /// <summary>The monthly wage (報酬月額).</summary>
    public MonthlyWage? MonthlyWage { get; init; }

    /// <summary>The new class (区分); required with <see cref="InsuranceChange.ChangeClass"/>.</summary>
    public InsuranceClass? NewClass { get; init; }

    /// <summary>The basic pension number (基礎年金番号), on joining.</summary>
    public string? BasicPensionNumber { get; init; }

    /// <summary>The insured number (雇用保険被保険者番号), on joining.</summary>
    public string? InsuredNumber { get; init; }

    /// <summary>The dependents (扶養親族) the person brings, on joining.</summary>
    public IReadOnlyList<Dependent> Dependents { get; init => field = value ?? []; } = [];

    /// <summary>Whether a 資格確認書 is wanted, on joining.</summary>
    public bool? EligibilityCertificateWanted { get; init; }
}

/// <summary>A class of insured person (被保険者区分), for either insurance or both.</summary>
public sealed record InsuranceClass : WireObject
{
    /// <summary>The class in 社会保険 (社保区分).</summary>
    public SocialInsuranceClass? SocialInsurance { get; init; }

    /// <summary>The class in 雇用保険 (雇保区分).</summary>
    public EmploymentInsuranceClass? EmploymentInsurance { get; init; }
}
