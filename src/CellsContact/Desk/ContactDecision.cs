using CellsContact.Contacts;
using CellsContact.Statuses;

namespace CellsContact.Desk;

/// <summary>What the operator chose on saving (保存時の選択).</summary>
/// <remarks>Immutable; start from one of the static values and use <c>with</c>.</remarks>
public sealed record ContactDecision
{
    private ContactDecision()
    {
    }

    /// <summary>「台帳に反映」.</summary>
    public static ContactDecision Reflect { get; } = new() { Action = ContactAction.Reflect };

    /// <summary>「確認済み」, of a マイナンバー更新連絡.</summary>
    public static ContactDecision Confirm { get; } = new() { Action = ContactAction.Confirm };

    /// <summary>取消: takes a reflection back. Not for マイナンバー更新連絡: a new notice corrects those.</summary>
    public static ContactDecision Undo { get; } = new() { Action = ContactAction.Undo };

    /// <summary>「未」: keeps the edits as a draft (下書き).</summary>
    public static ContactDecision Draft { get; } = new() { Action = ContactAction.SaveDraft };

    /// <summary>「登録不可」: needs a <see cref="MessageToClient"/>.</summary>
    public static ContactDecision Decline { get; } = new() { Action = ContactAction.Decline };

    /// <summary>「手続完了」.</summary>
    public static ContactDecision Complete { get; } = new() { Action = ContactAction.Complete };

    /// <summary>Takes 登録不可 or 手続完了 back.</summary>
    public static ContactDecision Reopen { get; } = new() { Action = ContactAction.Reopen };

    /// <summary>What to do.</summary>
    public required ContactAction Action { get; init; }

    /// <summary>変更保存: what the operator changed. With 未 they become the draft; with 台帳に反映 they go on top of it.</summary>
    public IReadOnlyList<Edit> Edits { get; init; } = [];

    /// <summary>「事業所マイページに公開」.</summary>
    public bool Publish { get; init; }

    /// <summary>「添付ファイルを個人ＢＯＸで保管」.</summary>
    public bool StoreAttachments { get; init; }

    /// <summary>「社保雇保の喪失年月日に反映する」.</summary>
    public bool ReflectLossDates { get; init; }

    /// <summary>Writes the acquisition dates (取得年月日) of the insurances a hire joins.</summary>
    public bool ReflectAcquisitionDates { get; init; }

    /// <summary>What the operator has seen and confirms: confirmation keys of notes, e.g. <c>People.LeftOn</c>.</summary>
    public IReadOnlyList<string> Confirmed { get; init; } = [];

    /// <summary>The office's own note. Never leaves the office; like every text here it may hold no マイナンバー.</summary>
    public string? Memo { get; init; }

    /// <summary>What the client reads on マイページ; required for 登録不可.</summary>
    public string? MessageToClient { get; init; }

    /// <summary>With 手続完了: the day the procedure was finished.</summary>
    public DateOnly? ProcedureDate { get; init; }

    /// <summary>With 手続完了: the authority's receipt number (受付番号).</summary>
    public string? ProcedureNumber { get; init; }

    /// <summary>Returns the action.</summary>
    public override string ToString() => Action.ToString();
}
