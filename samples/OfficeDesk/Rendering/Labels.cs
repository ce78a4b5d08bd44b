using CellsContact.Contacts;
using CellsContact.Intake;
using CellsContact.Reflectors;
using CellsContact.Statuses;

namespace OfficeDesk.Rendering;

/// <summary>The operator's words for what the library names in code.</summary>
internal static class Labels
{
    /// <summary>The kind in a list's column: without the word 連絡.</summary>
    public static string Short(ContactKind kind) => ContactKinds.LabelOf(kind)[..^2];

    /// <summary>What a notice changes (変更内容), where its kind has several; else <c>null</c>.</summary>
    public static string? ChangeOf(Contact contact) => contact switch
    {
        DependentChangeContact { Change: var change } => change == DependentChange.Add ? "扶養追加" : "扶養抹消",
        AddressNameChangeContact { Scope: var scope } => scope switch
        {
            AddressNameChangeScope.AddressAndName => "住所および姓変更",
            AddressNameChangeScope.Name => "姓変更",
            _ => "住所変更",
        },
        InsuranceChangeContact { Change: var change } => Of(change),
        MyNumberUpdateContact { Change: var change, Subject: var subject } => $"{Of(change)}・{(subject.Dependent is null ? "本人" : "家族")}",
        _ => null,
    };

    public static string Of(NoteLevel level) => level switch
    {
        NoteLevel.Refusal => "反映不可",
        NoteLevel.NeedsConfirmation => "要確認",
        NoteLevel.Warning => "注意",
        NoteLevel.Hint => "参考",
        NoteLevel.Unreflected => "未反映",
        _ => level.ToString(),
    };

    public static string Of(ContactAction action) => action switch
    {
        ContactAction.SaveDraft => "未（下書き）",
        ContactAction.Reflect => "台帳に反映",
        ContactAction.Confirm => "確認済み",
        ContactAction.Decline => "登録不可",
        ContactAction.Complete => "手続完了",
        ContactAction.Undo => "反映の取消",
        ContactAction.Reopen => "処理区分を戻す",
        _ => action.ToString(),
    };

    public static string Of(FindingSeverity severity) => severity == FindingSeverity.Error ? "誤り" : "注意";

    private static string Of(InsuranceChange change) => change switch
    {
        InsuranceChange.JoinSocialInsurance => "社会保険に加入する",
        InsuranceChange.LeaveSocialInsurance => "社会保険を喪失する",
        InsuranceChange.JoinEmploymentInsurance => "雇用保険に加入する",
        InsuranceChange.LeaveEmploymentInsurance => "雇用保険を喪失する",
        InsuranceChange.JoinBoth => "社会保険と雇用保険に加入する",
        InsuranceChange.LeaveBoth => "社会保険と雇用保険を喪失する",
        InsuranceChange.ChangeClass => "区分を変更する",
        _ => change.ToString(),
    };

    private static string Of(MyNumberChange change) => change switch
    {
        MyNumberChange.Register => "登録",
        MyNumberChange.Change => "変更",
        MyNumberChange.Delete => "削除",
        _ => change.ToString(),
    };
}
