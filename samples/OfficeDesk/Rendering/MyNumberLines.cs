using CellsContact.Desk;
using CellsContact.MyNumbers;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace OfficeDesk.Rendering;

/// <summary>What is shown of numbers without authenticating: that there are some, and what is done with them.</summary>
internal static class MyNumberLines
{
    /// <summary>Says how to see the numbers of a notice.</summary>
    public static void Show(Report report, ContactDetail detail)
    {
        if (detail.MyNumbers.Count > 0)
        {
            report.Line($"  マイナンバー {MyNumber.Mask}（{detail.MyNumbers.Count} 件）を見るには「認証」:");
            report.Line($"    officedesk mynumber show {detail.Entry.Key}", Tone.Faint);
        }

        if (detail.Actions.Contains(ContactAction.Confirm))
            report.Line($"  「確認済み」にするには: officedesk mynumber confirm {detail.Entry.Key}", Tone.Faint);
    }

    /// <summary>Says what a save did with numbers.</summary>
    public static void Show(Report report, IReadOnlyList<MyNumberEffect> effects)
    {
        foreach (MyNumberEffect effect in effects)
            report.Line($"  マイナンバー（{LedgerText.Of(effect.Subject.Person)} {(effect.Subject.Dependent is null ? "本人" : "家族")}）: {AccessLabels.Of(effect.Kind)}");
    }
}
