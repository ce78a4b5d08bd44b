using CellsContact.Contacts;

namespace CellsContact.Desk;

/// <summary>What an operator reads who asked for a number and is not shown it.</summary>
internal static class MyNumberTexts
{
    internal static BilingualText NotThisEstablishment { get; } = new("この事業所のマイナンバーを見る権限がありません。", "You may not see this establishment's numbers.");

    internal static BilingualText NotThisPurpose { get; } = new("この利用目的は登録されていません。一覧から選んでください。", "This purpose is not on the list: choose one that is.");

    internal static BilingualText NotEntitled { get; } = new("マイナンバーを見る権限がありません。責任者に確認してください。", "You may not see numbers: ask whoever is responsible.");

    internal static BilingualText NotProven { get; } = new("認証できませんでした。入力を確かめて、もう一度認証してください。", "Authentication failed: check what you entered and try again.");

    internal static BilingualText LockedOut { get; } = new("認証の失敗が続いたため、一時的に停止しています。時間をおいてください。", "Too many failures: authentication is suspended for a while.");

    internal static BilingualText Expired { get; } = new("認証の有効期限が切れました。もう一度認証してください。", "The grant has expired: authenticate again.");

    internal static BilingualText OtherPurpose { get; } = new("認証したときと利用目的が異なります。もう一度認証してください。", "The grant is for another purpose: authenticate again.");

    internal static BilingualText OtherScope { get; } = new("認証の対象ではありません。この対象で、もう一度認証してください。", "The grant is for something else: authenticate for this.");

    internal static BilingualText NoNumber { get; } = new("表示するマイナンバーはありません。", "There is no number to show.");
}
