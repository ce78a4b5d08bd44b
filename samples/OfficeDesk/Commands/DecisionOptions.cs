using System.CommandLine;
using CellsContact.Contacts;
using CellsContact.Desk;

namespace OfficeDesk.Commands;

/// <summary>What the operator chooses on saving with 台帳に反映, for <c>preview</c> and <c>reflect</c> alike.</summary>
internal static class DecisionOptions
{
    private static readonly Option<string[]> s_set = new("--set") { Description = "値を変更して保存（連絡は変わりません）", HelpName = "path=value" };
    private static readonly Option<bool> s_lossDates = new("--loss-dates") { Description = "社保雇保の喪失年月日に反映する" };
    private static readonly Option<bool> s_acquisitionDates = new("--acquisition-dates") { Description = "社保雇保の取得年月日に反映する" };
    private static readonly Option<bool> s_publish = new("--publish") { Description = "事業所マイページに公開" };
    private static readonly Option<bool> s_storeAttachments = new("--store-attachments") { Description = "添付ファイルを個人ＢＯＸで保管" };

    public static void AddTo(Command command)
    {
        command.Add(s_set);
        command.Add(s_lossDates);
        command.Add(s_acquisitionDates);
        command.Add(s_publish);
        command.Add(s_storeAttachments);
        command.Validators.Add(result =>
        {
            if (result.GetValue(s_set) is { Length: > 0 } && result.Children.OfType<System.CommandLine.Parsing.ArgumentResult>().Any(ids => ids.Tokens.Count > 1))
                result.AddError("--set は連絡を1件だけ指定したときに使えます。");
        });
    }

    /// <summary>The decision for one notice.</summary>
    /// <exception cref="OfficeDeskException">An edit cannot be read.</exception>
    public static ContactDecision Of(ParseResult arguments, ContactKind kind) => ContactDecision.Reflect with
    {
        Edits = [.. (arguments.GetValue(s_set) ?? []).Select(written => Choices.Edit(kind, written))],
        ReflectLossDates = arguments.GetValue(s_lossDates),
        ReflectAcquisitionDates = arguments.GetValue(s_acquisitionDates),
        Publish = arguments.GetValue(s_publish),
        StoreAttachments = arguments.GetValue(s_storeAttachments),
    };
}
