using CellsContact.Intake;

namespace CellsContact.Desk;

/// <summary>What an operator writes beside a notice is kept and shown like the notice: no マイナンバー may stand in it either.</summary>
internal static class DecisionRules
{
    internal static IReadOnlyList<ContactFinding> Find(ContactDecision decision, ContactValidator validator)
    {
        FindingList findings = new(validator.Severities);
        Check(decision.Memo, "memo");
        Check(decision.MessageToClient, "messageToClient");
        Check(decision.ProcedureNumber, "procedureNumber");
        return findings.ToList();

        void Check(string? text, string path) => findings.AddWhen(MisplacedNumber.IsIn(text), path, TextRules.MyNumberMisplaced);
    }
}
