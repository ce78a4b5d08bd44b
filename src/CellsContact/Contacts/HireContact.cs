using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>入社連絡: someone joined.</summary>
public sealed record HireContact : Contact
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ContactKind Kind => ContactKind.Hire;

    /// <inheritdoc/>
    [JsonIgnore]
    public override DateOnly? EffectiveOn => HireDate;

    /// <summary>The person who joined.</summary>
    public required NewPerson Person { get; init; }

    /// <summary>The day of joining (入社年月日).</summary>
    public required DateOnly HireDate { get; init; }

    /// <summary>The kind of employment (雇用形態).</summary>
    public EmploymentType? EmploymentType { get; init; }

    /// <summary>The occupation (職種).</summary>
    public string? Occupation { get; init; }

    /// <summary>The kind of wage (賃金形態).</summary>
    public WageType? WageType { get; init; }

    /// <summary>The monthly wage (月額).</summary>
    public MonthlyWage? MonthlyWage { get; init; }

    /// <summary>The scheduled weekly hours (週所定労働時間), 0:00 to 168:00.</summary>
    [JsonConverter(typeof(WeeklyHoursJsonConverter))]
    public TimeSpan? WeeklyHours { get; init; }

    /// <summary>The contract's term (契約期間).</summary>
    public ContractTerm? Contract { get; init; }

    /// <summary>Whether the person joins 社会保険.</summary>
    public SocialInsuranceEntry? SocialInsurance { get; init; }

    /// <summary>Whether the person joins 雇用保険.</summary>
    public EmploymentInsuranceEntry? EmploymentInsurance { get; init; }

    /// <summary>The former employer (前職).</summary>
    public string? PreviousEmployer { get; init; }

    /// <summary>The dependents (扶養親族) the person brings.</summary>
    public IReadOnlyList<Dependent> Dependents { get; init => field = value ?? []; } = [];

    /// <summary>Whether a 資格確認書 is wanted.</summary>
    public bool? EligibilityCertificateWanted { get; init; }

    /// <summary>Whether the message carried the person's マイナンバー. The number itself is in the vault only.</summary>
    [JsonPropertyName("myNumber")]
    public bool HasMyNumber { get; init; }
}
