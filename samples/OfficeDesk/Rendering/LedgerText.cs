using System.Globalization;
using CellsContact.Ledgers;

namespace OfficeDesk.Rendering;

/// <summary>Rows, fields and values of the ledger (台帳) in the operator's words.</summary>
internal static class LedgerText
{
    public static string Of(LedgerField field, LedgerValue value) => value.Kind switch
    {
        LedgerValueKind.Empty => "（空欄）",
        LedgerValueKind.Choice => field.Choices.FirstOrDefault(choice => choice.Code == value.Text)?.Label ?? Printable.Of(value.Text),
        LedgerValueKind.Number when decimal.TryParse(value.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) =>
            number.ToString("#,0.############", CultureInfo.InvariantCulture),
        LedgerValueKind.Formula => $"（数式）{Printable.Of(value.Text)}",
        _ => Printable.Of(value.Text),
    };

    /// <summary>Which row changes, and how: 個人情報 社員番号 0012（変更）.</summary>
    public static string Caption(LedgerChange change)
    {
        string person = Of(change.Row.Person);
        string action = change.Action switch
        {
            LedgerChangeAction.Add => "追加",
            LedgerChangeAction.Update => "変更",
            _ => "削除",
        };
        return $"{LedgerFields.LabelOf(change.Table)} {person}（{action}）";
    }

    public static string Of(LedgerPersonKey person) => person.Number is { } number ? $"社員番号 {Printable.Of(number.Value)}" : "新しい社員番号";

    /// <summary>The fields of a change in the order of the layout; a new row has no values before.</summary>
    public static IReadOnlyList<DifferenceLine> Lines(LedgerChange change) =>
    [
        .. change.Fields
            .OrderBy(field => LedgerFields.All.TakeWhile(each => each != field.Field).Count())
            .Select(field => new DifferenceLine(
                field.Field.Label,
                change.Action == LedgerChangeAction.Add ? null : Of(field.Field, field.Before),
                Of(field.Field, field.After))),
    ];
}
