namespace CellsContact.Contacts;

/// <summary>A monthly wage (月額) in yen, each part 0 to 999,999,999.</summary>
public sealed record MonthlyWage : WireObject
{
    /// <summary>In cash (通貨).</summary>
    public required long Cash { get; init; }

    /// <summary>In kind (現物).</summary>
    public long? InKind { get; init; }
}

/// <summary>The term of an employment contract (契約期間).</summary>
public sealed record ContractTerm : WireObject
{
    /// <summary>The first day (契約開始日).</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day (契約終了日), or none for an open term.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether it may be renewed (契約更新).</summary>
    public bool? Renewal { get; init; }
}

/// <summary>Joining 社会保険 on hire.</summary>
public sealed record SocialInsuranceEntry : WireObject
{
    /// <summary>Whether the person joins.</summary>
    public required bool Join { get; init; }

    /// <summary>The basic pension number (基礎年金番号): <c>1234-567890</c>.</summary>
    public string? BasicPensionNumber { get; init; }
}

/// <summary>Joining 雇用保険 on hire.</summary>
public sealed record EmploymentInsuranceEntry : WireObject
{
    /// <summary>Whether the person joins.</summary>
    public required bool Join { get; init; }

    /// <summary>The insured number (雇用保険被保険者番号): <c>1234-567890-1</c>.</summary>
    public string? InsuredNumber { get; init; }
}
