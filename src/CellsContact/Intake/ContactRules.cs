namespace CellsContact.Intake;

/// <summary>Rules about how the values of a notice go together.</summary>
internal static class ContactRules
{
    internal static readonly ValidationRule PersonReference = ValidationRule.Error("person.reference",
        "対象者は社員番号か、氏名と生年月日で示してください。", "Name the person by employee number, or by name and birth date.");

    internal static readonly ValidationRule RehireOf = ValidationRule.Error("hire.rehireOf",
        "再入社の社員番号は、以前の社員番号と別の番号にしてください。", "A rehire gets a number other than the former one.");

    internal static readonly ValidationRule GenderUnspecified = ValidationRule.Warning("gender.unspecified",
        "性別の指定がありません。届出の様式には必要です。", "No gender is given; the official forms need one.");

    internal static readonly ValidationRule SelfReference = ValidationRule.Error("contact.selfReference",
        "連絡が自分自身を訂正または取下げの対象にしています。", "The notice corrects or withdraws itself.");

    internal static readonly ValidationRule ReasonText = ValidationRule.Error("reason.text",
        "理由が「その他」のときは、理由を文章で書いてください。", "With the reason other, state the reason in words.");

    internal static readonly ValidationRule RelationshipLabel = ValidationRule.Error("relationship.label",
        "続柄が「その他」のときは、続柄を文字で書いてください。", "With the relationship other, state the relationship in words.");

    internal static readonly ValidationRule DependentReason = ValidationRule.Error("dependent.reason",
        "この理由は扶養追加・扶養抹消の区分と合いません。", "The reason does not belong to this change.");

    internal static readonly ValidationRule DependentDeathDate = ValidationRule.Error("dependent.deathDate",
        "死亡日は、理由が死亡のときに必要で、それ以外では書けません。", "The day of death is required with the reason death, and only then allowed.");

    internal static readonly ValidationRule DependentSide = ValidationRule.Error("dependent.side",
        "税扶養と社保扶養の少なくとも一方を対象にしてください。", "At least one of tax and social insurance must be concerned.");

    internal static readonly ValidationRule ChangeEmpty = ValidationRule.Error("change.empty",
        "新しい姓または新しい住所がありません。", "A new name or a new address is needed.");

    internal static readonly ValidationRule ChangeGiven = ValidationRule.Error("change.given",
        "名のフリガナは、名と一緒に書いてください。", "The given name's kana goes with the given name.");

    internal static readonly ValidationRule ChangeDependentsRenamed = ValidationRule.Error("change.dependentsRenamed",
        "改姓する扶養親族は、新しい姓があるときだけ書けます。", "Renamed dependents need a new name.");

    internal static readonly ValidationRule ChangeIncludesDependents = ValidationRule.Warning("change.includesDependents",
        "扶養親族の住所も変更する指定がありますが、新しい住所がありません。", "The dependents' address is to change, but there is no new address.");

    internal static readonly ValidationRule InsuranceEmploymentDate = ValidationRule.Error("insurance.employmentDate",
        "雇用保険の年月日は、社会保険と雇用保険の両方に加入または両方を喪失するときだけ書けます。", "An employment insurance date is only allowed when joining or leaving both.");

    internal static readonly ValidationRule InsuranceNewClass = ValidationRule.Error("insurance.newClass",
        "区分を変更するときは、新しい区分が必要です。", "Changing the class needs the new class.");

    internal static readonly ValidationRule InsuranceJoiningOnly = ValidationRule.Error("insurance.joiningOnly",
        "この項目は保険に加入するときだけ書けます。", "The property is only allowed when joining.");

    internal static readonly ValidationRule DateBirth = ValidationRule.Error("date.birth",
        "生年月日が将来の日付か、130年より前です。", "The birth date is in the future or more than 130 years ago.");

    internal static readonly ValidationRule DateOrder = ValidationRule.Error("date.order",
        "日付の前後関係が合いません。", "The dates are in the wrong order.");

    internal static readonly ValidationRule DateFar = ValidationRule.Warning("date.far",
        "効力発生日が今日から2年以上離れています。", "The effective date is more than two years away from today.");

    internal static readonly ValidationRule DateResidence = ValidationRule.Warning("date.residence",
        "在留期間が入社年月日より前に終わっています。", "The period of stay ends before the hire date.");

    internal static readonly ValidationRule SentAtFuture = ValidationRule.Warning("sentAt.future",
        "送信日時が1日以上先です。送信側の時計を確かめてください。", "The time of sending is more than a day in the future: check the sender's clock.");

    internal static IReadOnlyList<ValidationRule> All { get; } =
    [
        PersonReference, RehireOf, GenderUnspecified, SelfReference, ReasonText, RelationshipLabel,
        DependentReason, DependentDeathDate, DependentSide,
        ChangeEmpty, ChangeGiven, ChangeDependentsRenamed, ChangeIncludesDependents,
        InsuranceEmploymentDate, InsuranceNewClass, InsuranceJoiningOnly,
        DateBirth, DateOrder, DateFar, DateResidence, SentAtFuture,
    ];
}
