namespace CellsContact.Statuses;

/// <summary>One move of a notice, kept in its history (履歴).</summary>
/// <remarks>Immutable. The two texts are never mixed: <see cref="Memo"/> stays in the office, <see cref="MessageToClient"/> is shown on マイページ.</remarks>
public sealed record ContactMove
{
    /// <summary>What was done.</summary>
    public required ContactAction Action { get; init; }

    /// <summary>The status before.</summary>
    public required ContactStatus From { get; init; }

    /// <summary>The status after.</summary>
    public required ContactStatus To { get; init; }

    /// <summary>Who did it (担当者).</summary>
    public required string OperatorId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The office's own note. Never leaves the office.</summary>
    public string? Memo { get; init; }

    /// <summary>What the client reads on マイページ; required for 登録不可.</summary>
    public string? MessageToClient { get; init; }

    /// <summary>The day the procedure was finished, with 手続完了.</summary>
    public DateOnly? ProcedureDate { get; init; }

    /// <summary>The authority's receipt number (受付番号), with 手続完了.</summary>
    public string? ProcedureNumber { get; init; }

    /// <summary>Returns the move, without its texts.</summary>
    public override string ToString() => $"{From} → {To} ({Action})";
}
