using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace OfficeDesk.Rendering;

/// <summary>What the properties and the enumeration values of a notice are called on the operator's screen.</summary>
internal static class WireLabels
{
    private static readonly Dictionary<string, string> s_properties = new(StringComparer.Ordinal)
    {
        ["remarks"] = "連絡の備考",
        ["corrects"] = "訂正する連絡",
        ["withdraws"] = "取り下げる連絡",
        ["person"] = "対象者",
        ["employeeNumber"] = "社員番号",
        ["rehireOf"] = "以前の社員番号",
        ["name"] = "氏名",
        ["family"] = "姓",
        ["given"] = "名",
        ["familyKana"] = "姓フリガナ",
        ["givenKana"] = "名フリガナ",
        ["birthDate"] = "生年月日",
        ["gender"] = "性別",
        ["postalCode"] = "郵便番号",
        ["address"] = "住所",
        ["addressKana"] = "住所フリガナ",
        ["residentRecordAddress"] = "住民票住所",
        ["phone"] = "電話番号",
        ["nationality"] = "国籍",
        ["residenceStatus"] = "在留資格",
        ["residencePeriodEnd"] = "在留期間満了日",
        ["hireDate"] = "入社年月日",
        ["employmentType"] = "雇用形態",
        ["occupation"] = "職種・職業",
        ["wageType"] = "賃金形態",
        ["monthlyWage"] = "月額",
        ["cash"] = "通貨",
        ["inKind"] = "現物",
        ["weeklyHours"] = "週所定労働時間",
        ["contract"] = "契約期間",
        ["from"] = "開始日",
        ["to"] = "終了日",
        ["renewal"] = "更新",
        ["socialInsurance"] = "社会保険",
        ["employmentInsurance"] = "雇用保険",
        ["join"] = "加入",
        ["basicPensionNumber"] = "基礎年金番号",
        ["insuredNumber"] = "雇用保険被保険者番号",
        ["previousEmployer"] = "前職",
        ["dependents"] = "扶養親族",
        ["dependent"] = "扶養親族",
        ["relationship"] = "続柄",
        ["relationshipLabel"] = "続柄補足",
        ["livesTogether"] = "同居",
        ["annualIncome"] = "年間収入",
        ["taxDependent"] = "税扶養",
        ["socialInsuranceDependent"] = "社保扶養",
        ["eligibilityCertificateWanted"] = "資格確認書要否",
        ["separationDate"] = "退職日",
        ["reason"] = "理由",
        ["reasonText"] = "理由補足",
        ["separationNoticeWanted"] = "離職票希望",
        ["addressAfter"] = "退職後",
        ["phoneAfter"] = "退職後電話番号",
        ["eligibilityCertificates"] = "資格確認書",
        ["returned"] = "回収枚数",
        ["notReturnable"] = "返不能枚数",
        ["change"] = "変更内容",
        ["effectiveDate"] = "異動年月日",
        ["deathDate"] = "死亡日",
        ["newName"] = "新しい氏名",
        ["newAddress"] = "新しい住所",
        ["includesDependents"] = "扶養親族の住所も変更",
        ["dependentsRenamed"] = "改姓する扶養親族",
        ["employmentInsuranceDate"] = "雇用保険の年月日",
        ["newClass"] = "新しい区分",
        ["subject"] = "番号の対象",
        ["myNumber"] = "マイナンバー",
        ["attachments"] = "添付ファイル",
    };

    private static readonly Dictionary<string, LedgerField> s_choices = new(StringComparer.Ordinal)
    {
        ["gender"] = PersonFields.Gender,
        ["employmentType"] = PersonFields.EmploymentType,
        ["wageType"] = PayrollFields.WageType,
        ["relationship"] = DependentFields.Relationship,
        ["socialInsurance"] = PersonFields.SocialInsuranceClass,
        ["employmentInsurance"] = PersonFields.EmploymentInsuranceClass,
    };

    /// <summary>The label of a property; of one this version does not know, its name.</summary>
    public static string Of(string property) => s_properties.GetValueOrDefault(property) ?? Printable.Of(property);

    /// <summary>The label of a text value of a property: of an enumeration its term, else the text itself.</summary>
    public static string Of(Contact contact, string property, string value) => property switch
    {
        "change" => Labels.ChangeOf(contact) ?? value,
        "subject" => value == "self" ? "本人" : value,
        _ when ChoicesOf(contact, property)?.Choices.FirstOrDefault(choice => choice.Code == value) is { } choice => choice.Label,
        _ => Printable.Of(value),
    };

    private static LedgerField? ChoicesOf(Contact contact, string property) => (contact, property) switch
    {
        (SeparationContact, "reason") => PersonFields.SeparationReason,
        (DependentChangeContact { Change: DependentChange.Add }, "reason") => DependentFields.StartReason,
        (DependentChangeContact, "reason") => DependentFields.EndReason,
        _ => s_choices.GetValueOrDefault(property),
    };
}
