using CellsContact.Contacts;
using CellsContact.Intake;

namespace OfficeDesk.Commands;

/// <summary>What became of one notice of a message, or why a message could not be read at all.</summary>
/// <param name="File">The message's file, as written.</param>
/// <param name="Result">What receiving came to.</param>
/// <param name="Contact">The stored notice, when it was accepted.</param>
/// <param name="Failure">Why there is no result.</param>
internal sealed record ReceivedItem(string File, IntakeResult? Result, Contact? Contact, Failure? Failure)
{
    private static readonly string[] s_unreadable = ["json.", "message.", "field.", "contact.kind", "contact.notObject", "contact.size"];

    public int ExitCode => Result switch
    {
        null => Failure!.ExitCode,
        IntakeResult.Accepted or IntakeResult.Duplicate => OfficeDesk.ExitCode.Done,
        IntakeResult.Rejected rejected when IsUnreadable(rejected) => OfficeDesk.ExitCode.BadInput,
        _ => OfficeDesk.ExitCode.Refused,
    };

    /// <summary>Whether the accepted notice carried a マイナンバー.</summary>
    public bool CarriesMyNumber => Contact switch
    {
        HireContact hire => hire.HasMyNumber || hire.Dependents.Any(dependent => dependent.HasMyNumber),
        DependentChangeContact change => change.Dependent.HasMyNumber,
        MyNumberUpdateContact update => update.HasMyNumber,
        _ => false,
    };

    // What is no notice of the wire format is bad input; a notice that a rule forbids is refused.
    private static bool IsUnreadable(IntakeResult.Rejected rejected) =>
        rejected.Findings.Any(finding => finding.Severity == FindingSeverity.Error
            && s_unreadable.Any(prefix => finding.RuleId.StartsWith(prefix, StringComparison.Ordinal)));
}
