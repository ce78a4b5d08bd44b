using CellsContact.Intake;

namespace OfficeDesk.Rendering;

/// <summary>Shows what validation found, a line each.</summary>
internal static class FindingLines
{
    public static void Show(Report report, IReadOnlyList<ContactFinding> findings)
    {
        foreach (ContactFinding finding in findings)
        {
            string place = finding.Path.Length == 0 ? "" : $"{Printable.Of(finding.Path)}: ";
            report.Line(
                $"  【{Labels.Of(finding.Severity)}】{place}{Printable.Of(finding.Message.Japanese)} [{finding.RuleId}]",
                finding.Severity == FindingSeverity.Error ? Tone.Bad : Tone.Warning);
        }
    }
}
