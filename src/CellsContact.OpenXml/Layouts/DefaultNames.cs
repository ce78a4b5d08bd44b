using CellsContact.Ledgers;

namespace CellsContact.OpenXml.Layouts;

/// <summary>The names of the default layout and what offices commonly write instead.</summary>
internal static class DefaultNames
{
    public static IReadOnlyList<string> HeadersOf(LedgerField field) => field switch
    {
        _ when field == PersonFields.EmployeeNumber || field == PayrollFields.EmployeeNumber
            || field == DependentFields.EmployeeNumber => [field.Label, "社員No", "社員No.", "従業員番号"],
        _ when field == PersonFields.NameKana || field == DependentFields.NameKana => [field.Label, "氏名フリガナ", "カナ氏名"],
        _ when field == PersonFields.HiredOn || field == PayrollFields.HiredOn => [field.Label, "入社日"],
        _ when field == PersonFields.LeftOn || field == PayrollFields.LeftOn => [field.Label, "退社日", "退職日", "退職年月日"],
        _ when field == DependentFields.SocialInsuranceFrom => [field.Label, "扶養開始日"],
        _ when field == DependentFields.SocialInsuranceTo => [field.Label, "扶養終了日"],
        _ => [field.Label],
    };

    public static IReadOnlyList<string> LabelsOf(LedgerChoice choice) => choice.Code switch
    {
        "true" => [choice.Label, "○", "〇", "はい"],
        "false" => [choice.Label, "×", "いいえ"],
        "male" => [choice.Label, "男性"],
        "female" => [choice.Label, "女性"],
        "partTime" => [choice.Label, "パートタイム", "パートタイマー", "アルバイト"],
        "regular" => [choice.Label, "正規"],
        _ => [choice.Label],
    };
}
