using CellsContact.Contacts;
using CellsContact.MyNumbers;
using CellsContact.Storage;

namespace OfficeDesk.Rendering;

/// <summary>The operator's words for what is done with numbers.</summary>
internal static class AccessLabels
{
    public static string Of(MyNumberAccessKind kind) => kind switch
    {
        MyNumberAccessKind.Authentication => "認証",
        MyNumberAccessKind.Reveal => "表示",
        MyNumberAccessKind.Receipt => "受領",
        MyNumberAccessKind.Registration => "登録",
        MyNumberAccessKind.Change => "変更",
        MyNumberAccessKind.Erasure => "削除・廃棄",
        MyNumberAccessKind.Unlinking => "登録の取消",
        _ => kind.ToString(),
    };

    public static string Of(MyNumberAccessResult result) => result switch
    {
        MyNumberAccessResult.Begun => "受付",
        MyNumberAccessResult.Done => "実施",
        MyNumberAccessResult.Denied => "拒否",
        MyNumberAccessResult.Failed => "失敗",
        MyNumberAccessResult.Expired => "期限切れ",
        MyNumberAccessResult.LockedOut => "一時停止中",
        MyNumberAccessResult.NoNumber => "番号なし",
        _ => result.ToString(),
    };

    /// <summary>What a save did, or will do, with a number that is kept.</summary>
    public static string Of(MyNumberEffectKind effect) => effect switch
    {
        MyNumberEffectKind.Link => "この人のものとして保管",
        MyNumberEffectKind.Erase => "消去",
        MyNumberEffectKind.Unlink => "登録の取消（連絡の番号に戻す）",
        _ => effect.ToString(),
    };

    /// <summary>What is wrong with a record: the end of a sentence.</summary>
    public static BilingualText Of(MyNumberLogProblem problem) => problem switch
    {
        MyNumberLogProblem.Altered => new("改変されています（または鍵を持たない者が挿入したものです）。", "was altered, or inserted by somebody without the key."),
        MyNumberLogProblem.Missing => new("ありません（削除されています）。", "is not there: it was removed."),
        MyNumberLogProblem.OutOfPlace => new("前の記録につながりません（並べ替えられたか、データベースの別の写しのものです）。", "does not follow the one before: records were reordered, or come from another copy."),
        _ => new(problem.ToString(), problem.ToString()),
    };
}
