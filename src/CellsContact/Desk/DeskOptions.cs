using CellsContact.Statuses;

namespace CellsContact.Desk;

/// <summary>How the desk (連絡管理) behaves.</summary>
public sealed class DeskOptions
{
    /// <summary>新着設定日数: how many days back the list reaches at first, today included.</summary>
    /// <value>30: the manual gives none.</value>
    public int NewArrivalDays { get; set; } = 30;

    /// <summary>Refuses a hire without a 社員番号 instead of having the ledger assign one (付番).</summary>
    /// <value><c>false</c>.</value>
    public bool RequireEmployeeNumber { get; set; }

    /// <summary>What may be chosen on saving a マイナンバー更新連絡 besides 「確認済み」: 未 as a draft, 登録不可, 手続完了, or taking those back.</summary>
    /// <value>Nothing.</value>
    public IList<ContactAction> MyNumberActions { get; } = [];

    /// <summary>取扱部署 in マイナンバー取扱状況記録簿.</summary>
    /// <value><c>null</c>: left empty.</value>
    public string? HandlingDepartment { get; set; }

    /// <summary>責任者 in マイナンバー取扱状況記録簿.</summary>
    /// <value><c>null</c>: left empty.</value>
    public string? HandlingResponsible { get; set; }
}
