using CellsContact.Contacts;

namespace CellsContact.Storage;

/// <summary>The record of messages that were refused because their sender may not speak for the establishment.</summary>
/// <remarks>Thread-safe. Nothing of the notice itself is kept.</remarks>
public interface IIntakeLog
{
    /// <summary>Records a refusal.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="token">Cancels.</param>
    ValueTask RecordAsync(IntakeRefusal refusal, CancellationToken token);

    /// <summary>The newest refusals, newest first.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<IReadOnlyList<IntakeRefusal>> ListAsync(int limit, CancellationToken token);
}

/// <summary>A refused message.</summary>
/// <param name="At">When.</param>
/// <param name="SenderId">The authenticated sender.</param>
/// <param name="Establishment">The establishment it claimed to speak for.</param>
/// <param name="RuleId">The rule, e.g. <c>sender.establishment</c>.</param>
public sealed record IntakeRefusal(DateTimeOffset At, string SenderId, EstablishmentId Establishment, string RuleId);
