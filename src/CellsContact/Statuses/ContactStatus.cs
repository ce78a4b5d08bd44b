namespace CellsContact.Statuses;

/// <summary>How far a notice has got (処理区分).</summary>
public enum ContactStatus
{
    /// <summary>未: nothing done.</summary>
    Unprocessed = 1,

    /// <summary>登録済 (of a マイナンバー更新連絡 済): written to the ledger.</summary>
    Registered = 2,

    /// <summary>登録不可: will not be written to 個人情報; the client sees 登録保留.</summary>
    Declined = 3,

    /// <summary>手続完了: the procedure that follows is finished too.</summary>
    Completed = 4,
}

/// <summary>What moves a notice from one status to another.</summary>
public enum ContactAction
{
    /// <summary>Saving with 未: keeps the edits as a draft. A move of its own.</summary>
    SaveDraft = 1,

    /// <summary>台帳に反映.</summary>
    Reflect = 2,

    /// <summary>確認済み, of a マイナンバー更新連絡.</summary>
    Confirm = 3,

    /// <summary>登録不可. Needs a message to the client.</summary>
    Decline = 4,

    /// <summary>手続完了.</summary>
    Complete = 5,

    /// <summary>取消: takes a reflection back.</summary>
    Undo = 6,

    /// <summary>Takes 登録不可 or 手続完了 back.</summary>
    Reopen = 7,
}
