namespace CellsContact.Reflectors;

/// <summary>The stable codes of notes (<see cref="ReflectionNote.Code"/>), besides <c>field.overwrite</c> and <c>field.noColumn</c>.</summary>
/// <remarks>What each means, and what to do, stands in <c>docs/reflecting.md</c>.</remarks>
public static class NoteCodes
{
    /// <summary>Refusal: nobody in the ledger is meant.</summary>
    public const string PersonNotFound = "person.notFound";

    /// <summary>Refusal: several people are meant; the message names their numbers.</summary>
    public const string PersonAmbiguous = "person.ambiguous";

    /// <summary>Refusal: the person's 入社連絡 is not reflected yet.</summary>
    public const string PersonHireOpen = "person.hireOpen";

    /// <summary>To confirm: the person had left (退社) before the day of the change.</summary>
    public const string PersonLeft = "person.left";

    /// <summary>To confirm: the number is found, but the notice's name or birth date is not that person's.</summary>
    public const string PersonMismatch = "person.mismatch";

    /// <summary>To confirm: somebody active, or an open 入社連絡, has the same name and birth date (同一人物の可能性).</summary>
    public const string SamePerson = "person.samePerson";

    /// <summary>Hint: somebody who left has the same name and birth date; the hire is a new row.</summary>
    public const string FormerEmployee = "person.formerEmployee";

    /// <summary>Refusal: a hire without 社員番号, where one is required.</summary>
    public const string NumberRequired = "number.required";

    /// <summary>To confirm: the 社員番号 is taken, the ledger would assign another.</summary>
    public const string NumberTaken = "number.taken";

    /// <summary>Refusal: the notice's number is not in the vault; the client sends the notice again.</summary>
    public const string MyNumberMissing = "mynumber.missing";

    /// <summary>Refusal: a statutory period keeps the number that is to be deleted.</summary>
    public const string MyNumberHeld = "mynumber.held";

    /// <summary>Warning: 登録, but the person has another number already, which this one replaces.</summary>
    public const string MyNumberDifferent = "mynumber.different";

    /// <summary>Warning: 変更, but it is the number the person has.</summary>
    public const string MyNumberUnchanged = "mynumber.unchanged";

    /// <summary>Warning: somebody else of the establishment has the same number; the message names their 社員番号.</summary>
    public const string MyNumberShared = "mynumber.shared";

    /// <summary>Warning: 削除, but there is no number to delete.</summary>
    public const string MyNumberNone = "mynumber.none";

    /// <summary>Somebody whom taking the reflection back would remove was given a number by another notice.</summary>
    public const string MyNumberElsewhere = "mynumber.elsewhere";

    /// <summary>Warning: an unprocessed notice about the person takes effect earlier.</summary>
    public const string EarlierOpen = "contact.earlierOpen";

    /// <summary>Warning: the notice takes effect in the future.</summary>
    public const string FutureDate = "effective.future";

    /// <summary>Warning: publishing was asked for, but 「マイページ公開」 of the person is not 公開.</summary>
    public const string NotPublished = "publish.notPublished";

    /// <summary>Refusal: the field holds a formula, which is never overwritten.</summary>
    public const string Formula = "field.formula";

    /// <summary>Warning: 性別 is not stated and is left empty, though the forms need one.</summary>
    public const string GenderUnspecified = "gender.unspecified";

    /// <summary>Warning: the person has no row in 給与データ.</summary>
    public const string PayrollMissing = "payroll.missing";

    /// <summary>Warning: 未加入／喪失済のため設定しない.</summary>
    public const string LossNotSet = "loss.notSet";

    /// <summary>Warning: lost by age already (70歳 of 厚年, 75歳 of 健保), so no loss date is set.</summary>
    public const string LostByAge = "loss.byAge";

    /// <summary>Warning: 雇用保険 continues, so no loss date is set.</summary>
    public const string EmploymentInsuranceContinues = "loss.employmentInsuranceContinues";

    /// <summary>Warning: the ledger's birth date cannot be read, so the age rules were not applied.</summary>
    public const string AgeUnknown = "age.unknown";

    /// <summary>Warning: too old to join (70歳 for 厚年, 75歳 for 健保), so no acquisition date is set.</summary>
    public const string TooOldToJoin = "join.byAge";

    /// <summary>Warning: joined already and not lost.</summary>
    public const string AlreadyJoined = "insurance.alreadyJoined";

    /// <summary>Refusal: leaving what was not joined.</summary>
    public const string NotJoined = "insurance.notJoined";

    /// <summary>Hint: the person has open dependents, whom leaving does not end.</summary>
    public const string OpenDependents = "dependent.open";

    /// <summary>Refusal: the dependent to be added is one already, on that side.</summary>
    public const string DependentExists = "dependent.exists";

    /// <summary>Refusal: several open rows are the dependent's.</summary>
    public const string DependentAmbiguous = "dependent.ambiguous";

    /// <summary>The dependent is not in 扶養親族. Refusal for ending, to confirm for a number, a warning for renaming.</summary>
    public const string DependentNotFound = "dependent.notFound";

    /// <summary>Refusal: the dependent has ended already.</summary>
    public const string DependentEnded = "dependent.ended";

    /// <summary>Refusal: the dependent is none on the side that is to end.</summary>
    public const string DependentSideNotOpen = "dependent.sideNotOpen";

    /// <summary>Refusal: the notice names the same dependent twice.</summary>
    public const string DependentTwice = "dependent.twice";

    /// <summary>Warning: the ledger does not say whether the dependent lives together, so the address stays.</summary>
    public const string LivesTogetherUnknown = "dependent.livesTogetherUnknown";

    /// <summary>Refusal: 氏名 cannot be split at its first blank; state the whole name in <c>newName.given</c>.</summary>
    public const string NameUnsplittable = "name.unsplittable";

    /// <summary>Warning: part of the old address or name stays (郵便番号, フリガナ).</summary>
    public const string PartialChange = "change.partial";

    /// <summary>Warning: dependents are to take a new surname, but the notice has none.</summary>
    public const string RenamedWithoutName = "change.renamedWithoutName";

    /// <summary>Hint: 住民票住所 is filled and stays as it is.</summary>
    public const string ResidentRecordAddress = "change.residentRecordAddress";
}
