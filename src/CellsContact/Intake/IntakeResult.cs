using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>What receiving one notice (連絡) came to. Closed: every outcome is one of the nested types.</summary>
/// <remarks>Safe to send back to the client: keys, rule ids and paths, never a value.</remarks>
public abstract record IntakeResult
{
    private IntakeResult()
    {
    }

    /// <summary>Stored as 未.</summary>
    /// <param name="Key">The notice.</param>
    /// <param name="Findings">Warnings.</param>
    public sealed record Accepted(ContactKey Key, IReadOnlyList<ContactFinding> Findings) : IntakeResult;

    /// <summary>The same notice is already there: nothing was stored, and the sender need not send it again.</summary>
    /// <param name="Key">The notice.</param>
    public sealed record Duplicate(ContactKey Key) : IntakeResult;

    /// <summary>Not stored, and nothing of it was kept.</summary>
    /// <param name="Key">The notice, where its ids can be told.</param>
    /// <param name="Findings">Why, with warnings among the errors.</param>
    public sealed record Rejected(ContactKey? Key, IReadOnlyList<ContactFinding> Findings) : IntakeResult;

    /// <summary>A notice with this id was here and was erased at the end of its retention (保管期間): nothing was stored.</summary>
    /// <param name="Key">The notice.</param>
    public sealed record Expired(ContactKey Key) : IntakeResult;
}
