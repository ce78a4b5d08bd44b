using CellsContact.Contacts;

namespace CellsContact.Statuses;

/// <summary>The labels of each status: the one replaceable table (処理区分の表示名).</summary>
/// <remarks>The manual's printed table shows only two of its three columns; replace a label where your office says otherwise.</remarks>
public sealed class StatusLabels
{
    private readonly Dictionary<ContactStatus, StatusLabel> _labels = new()
    {
        [ContactStatus.Unprocessed] = new("未", "未", "未処理"),
        [ContactStatus.Registered] = new("台帳に反映", "登録済", "登録完了"),
        [ContactStatus.Declined] = new("登録不可", "登録不可", "登録保留"),
        [ContactStatus.Completed] = new("手続完了", "手続完了", "手続完了"),
    };

    /// <summary>The labels of マイナンバー更新連絡 in <see cref="ContactStatus.Registered"/>.</summary>
    /// <value>確認済み / 済 / 登録完了.</value>
    public StatusLabel MyNumberRegistered { get; set; } = new("確認済み", "済", "登録完了");

    /// <summary>The labels of a status.</summary>
    /// <param name="status">The status.</param>
    public StatusLabel this[ContactStatus status]
    {
        get => _labels[status];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _labels[status] = value;
        }
    }

    /// <summary>The labels of a notice of some kind in some status.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="status">The status.</param>
    public StatusLabel For(ContactKind kind, ContactStatus status) =>
        kind == ContactKind.MyNumberUpdate && status == ContactStatus.Registered ? MyNumberRegistered : this[status];
}

/// <summary>The three labels of a status.</summary>
/// <param name="OnSaving">What the operator chooses on saving (連絡データ保存時の選択値).</param>
/// <param name="OnDesk">What the desk shows (台帳連絡管理画面での表示).</param>
/// <param name="OnMyPage">What the client sees (事業所マイページでの表示).</param>
public sealed record StatusLabel(string OnSaving, string OnDesk, string OnMyPage);
