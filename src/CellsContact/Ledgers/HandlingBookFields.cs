namespace CellsContact.Ledgers;

/// <summary>The fields of マイナンバー取扱状況記録簿. No field ever holds a digit of a number.</summary>
public static class HandlingBookFields
{
    /// <summary>連番; a key column.</summary>
    public static LedgerField Sequence { get; } = LedgerField.Define(LedgerTable.HandlingBook, "Sequence", "連番", LedgerFieldType.Number, true);

    /// <summary>日時; a key column.</summary>
    public static LedgerField RecordedAt { get; } = LedgerField.Define(LedgerTable.HandlingBook, "RecordedAt", "日時", LedgerFieldType.Text, true);

    /// <summary>対象者社員番号.</summary>
    public static LedgerField EmployeeNumber { get; } = LedgerField.Define(LedgerTable.HandlingBook, "EmployeeNumber", "対象者社員番号", LedgerFieldType.Text, false);

    /// <summary>対象者; a key column.</summary>
    public static LedgerField Subject { get; } = LedgerField.Define(LedgerTable.HandlingBook, "Subject", "対象者", LedgerFieldType.Text, true);

    /// <summary>本人家族区分.</summary>
    public static LedgerField SubjectKind { get; } = LedgerField.Define(LedgerTable.HandlingBook, "SubjectKind", "本人家族区分", LedgerFieldType.Choice, false, [new("self", "本人"), new("dependent", "家族")]);

    /// <summary>続柄.</summary>
    public static LedgerField Relationship { get; } = LedgerField.Define(LedgerTable.HandlingBook, "Relationship", "続柄", LedgerFieldType.Choice, false, [new("husband", "夫"), new("wife", "妻"), new("commonLawHusband", "夫(未届)"), new("commonLawWife", "妻(未届)"), new("child", "子"), new("childOfSpouse", "配偶者の子"), new("parent", "父母"), new("parentInLaw", "義父母"), new("grandparent", "祖父母"), new("greatGrandparent", "曾祖父母"), new("grandchild", "孫"), new("olderSibling", "兄姉"), new("youngerSibling", "弟妹"), new("other", "その他")]);

    /// <summary>更新区分.</summary>
    public static LedgerField Change { get; } = LedgerField.Define(LedgerTable.HandlingBook, "Change", "更新区分", LedgerFieldType.Choice, false, [new("register", "登録"), new("change", "変更"), new("delete", "削除")]);

    /// <summary>更新連絡日時.</summary>
    public static LedgerField NoticeSentAt { get; } = LedgerField.Define(LedgerTable.HandlingBook, "NoticeSentAt", "更新連絡日時", LedgerFieldType.Text, false);

    /// <summary>取扱区分; a key column.</summary>
    public static LedgerField Handling { get; } = LedgerField.Define(LedgerTable.HandlingBook, "Handling", "取扱区分", LedgerFieldType.Text, true);

    /// <summary>利用目的.</summary>
    public static LedgerField Purpose { get; } = LedgerField.Define(LedgerTable.HandlingBook, "Purpose", "利用目的", LedgerFieldType.Text, false);

    /// <summary>手段.</summary>
    public static LedgerField Means { get; } = LedgerField.Define(LedgerTable.HandlingBook, "Means", "手段", LedgerFieldType.Text, false);

    /// <summary>取扱部署.</summary>
    public static LedgerField Department { get; } = LedgerField.Define(LedgerTable.HandlingBook, "Department", "取扱部署", LedgerFieldType.Text, false);

    /// <summary>責任者.</summary>
    public static LedgerField Responsible { get; } = LedgerField.Define(LedgerTable.HandlingBook, "Responsible", "責任者", LedgerFieldType.Text, false);

    /// <summary>担当者; a key column.</summary>
    public static LedgerField Operator { get; } = LedgerField.Define(LedgerTable.HandlingBook, "Operator", "担当者", LedgerFieldType.Text, true);

    /// <summary>連絡ID; a key column.</summary>
    public static LedgerField ContactId { get; } = LedgerField.Define(LedgerTable.HandlingBook, "ContactId", "連絡ID", LedgerFieldType.Text, true);

    /// <summary>結果.</summary>
    public static LedgerField Result { get; } = LedgerField.Define(LedgerTable.HandlingBook, "Result", "結果", LedgerFieldType.Text, false);

    /// <summary>備考.</summary>
    public static LedgerField Remarks { get; } = LedgerField.Define(LedgerTable.HandlingBook, "Remarks", "備考", LedgerFieldType.Text, false);

    /// <summary>All fields of the table, in the order of the default layout.</summary>
    public static IReadOnlyList<LedgerField> All { get; } =
    [
        Sequence,
        RecordedAt,
        EmployeeNumber,
        Subject,
        SubjectKind,
        Relationship,
        Change,
        NoticeSentAt,
        Handling,
        Purpose,
        Means,
        Department,
        Responsible,
        Operator,
        ContactId,
        Result,
        Remarks,
    ];
}
