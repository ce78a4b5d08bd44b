using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Ledgers;
using CellsContact.Statuses;

namespace OfficeDesk.Rendering;

/// <summary>What each outcome of saving means and what to do next: name, exit code, and one sentence in both languages.</summary>
internal static class OutcomeText
{
    public static string NameOf(SaveResult result) => char.ToLowerInvariant(result.GetType().Name[0]) + result.GetType().Name[1..];

    public static int ExitCodeOf(SaveResult result) => result switch
    {
        SaveResult.Saved => ExitCode.Done,
        SaveResult.EarlierSaveFinished => ExitCode.Partly,
        SaveResult.NotFound => ExitCode.BadInput,
        _ => ExitCode.Refused,
    };

    public static BilingualText Of(ContactKey key, SaveResult result) => result switch
    {
        SaveResult.Saved => new("保存しました。", "Saved."),
        SaveResult.EarlierSaveFinished => new(
            $"途中で止まっていた前回の保存を完了しました。今回の内容は保存していません。show {key} で確かめてください。",
            $"An earlier, interrupted save was finished. This one was not saved: look with show {key}."),
        SaveResult.NeedsConfirmation => new(
            "確認が必要なため、保存していません。上の内容でよければ --confirm-overwrite を付けて実行してください。",
            "Not saved: it needs your confirmation. If what is listed is right, add --confirm-overwrite."),
        SaveResult.Conflict => new(
            "台帳が変わっているため、保存していません。上の内容を確かめ、もう一度 preview から実行してください。",
            "Not saved: the ledger has changed. Look at what is listed and start again with preview."),
        SaveResult.InProgress { OperatorId: var other } => new(
            $"{Printable.Of(other)} さんの保存が終わっていないため、保存していません。{Printable.Of(other)} さんがもう一度実行すると完了します。",
            $"Not saved: a save by {Printable.Of(other)} is not finished. It finishes when {Printable.Of(other)} runs it again."),
        SaveResult.Refused => new(
            "反映できないため、保存していません。上の理由を解消してください。",
            "Not saved: it cannot be reflected as it is. Resolve the reasons listed."),
        SaveResult.Invalid => new(
            "変更後の内容に誤りがあるため、保存していません。--set の値を直してください。",
            "Not saved: with the edits the notice is not valid. Correct the values of --set."),
        SaveResult.NotAllowed { Action: ContactAction.Confirm, Status: ContactStatus.Registered } => new(
            "すでに「確認済み」（済）です。何も変わりません。",
            "It is confirmed already. Nothing was changed."),
        SaveResult.NotAllowed notAllowed => new("保存していません。" + notAllowed.Text.Japanese, "Not saved. " + notAllowed.Text.English),
        SaveResult.Outdated => new(
            "プレビューのあとに連絡または台帳が変わったため、保存していません。もう一度実行してください。",
            "Not saved: the notice or the ledger changed after the preview. Run it again."),
        SaveResult.NotFound => new("この連絡はありません。list で確かめてください。", "There is no such notice: look with list."),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result.GetType().Name, "Not an outcome of saving."),
    };

    public static string Of(LedgerConflict conflict)
    {
        string where = $"{LedgerFields.LabelOf(conflict.Table)} {LedgerText.Of(conflict.Row.Person)}{(conflict.Field is { } field ? $" {field.Label}" : "")}";
        return conflict.Reason switch
        {
            LedgerConflictReason.ValueChanged when conflict.Field is { } changed =>
                $"{where}: 台帳の値が {LedgerText.Of(changed, conflict.Expected)} から {LedgerText.Of(changed, conflict.Actual)} に変わっています。",
            LedgerConflictReason.RowMissing => $"{where}: 行がありません。",
            LedgerConflictReason.RowExists => $"{where}: 行がすでにあります。",
            LedgerConflictReason.RowAmbiguous => $"{where}: 同じ行が複数あります。",
            LedgerConflictReason.Formula => $"{where}: 数式のため書き換えません。",
            LedgerConflictReason.NotRemovable => $"{where}: この行は削除できません。",
            LedgerConflictReason.FieldMissing => $"{where}: 列がありません。",
            _ => $"{where}: 台帳の値が変わっています。",
        };
    }
}
