namespace CellsContact.Ledgers;

/// <summary>The fields of 扶養親族.</summary>
public static class DependentFields
{
    /// <summary>社員番号; a key column.</summary>
    public static LedgerField EmployeeNumber { get; } = LedgerField.Define(LedgerTable.Dependents, "EmployeeNumber", "社員番号", LedgerFieldType.Text, true);

    /// <summary>氏名; a key column.</summary>
    public static LedgerField Name { get; } = LedgerField.Define(LedgerTable.Dependents, "Name", "氏名", LedgerFieldType.Text, true);

    /// <summary>フリガナ.</summary>
    public static LedgerField NameKana { get; } = LedgerField.Define(LedgerTable.Dependents, "NameKana", "フリガナ", LedgerFieldType.Kana, false);

    /// <summary>続柄; a key column.</summary>
    public static LedgerField Relationship { get; } = LedgerField.Define(LedgerTable.Dependents, "Relationship", "続柄", LedgerFieldType.Choice, true, [new("husband", "夫"), new("wife", "妻"), new("commonLawHusband", "夫(未届)"), new("commonLawWife", "妻(未届)"), new("child", "子"), new("childOfSpouse", "配偶者の子"), new("parent", "父母"), new("parentInLaw", "義父母"), new("grandparent", "祖父母"), new("greatGrandparent", "曾祖父母"), new("grandchild", "孫"), new("olderSibling", "兄姉"), new("youngerSibling", "弟妹"), new("other", "その他")]);

    /// <summary>生年月日; a key column.</summary>
    public static LedgerField BirthDate { get; } = LedgerField.Define(LedgerTable.Dependents, "BirthDate", "生年月日", LedgerFieldType.Date, true);

    /// <summary>性別.</summary>
    public static LedgerField Gender { get; } = LedgerField.Define(LedgerTable.Dependents, "Gender", "性別", LedgerFieldType.Choice, false, [new("male", "男"), new("female", "女")]);

    /// <summary>同居.</summary>
    public static LedgerField LivesTogether { get; } = LedgerField.Define(LedgerTable.Dependents, "LivesTogether", "同居", LedgerFieldType.Choice, false, [new("true", "同居"), new("false", "別居")]);

    /// <summary>郵便番号.</summary>
    public static LedgerField PostalCode { get; } = LedgerField.Define(LedgerTable.Dependents, "PostalCode", "郵便番号", LedgerFieldType.Text, false);

    /// <summary>住所.</summary>
    public static LedgerField Address { get; } = LedgerField.Define(LedgerTable.Dependents, "Address", "住所", LedgerFieldType.Text, false);

    /// <summary>職業.</summary>
    public static LedgerField Occupation { get; } = LedgerField.Define(LedgerTable.Dependents, "Occupation", "職業", LedgerFieldType.Text, false);

    /// <summary>年間収入.</summary>
    public static LedgerField AnnualIncome { get; } = LedgerField.Define(LedgerTable.Dependents, "AnnualIncome", "年間収入", LedgerFieldType.Number, false);

    /// <summary>社保扶養.</summary>
    public static LedgerField SocialInsurance { get; } = LedgerField.Define(LedgerTable.Dependents, "SocialInsurance", "社保扶養", LedgerFieldType.Choice, false, [new("true", "有"), new("false", "無")]);

    /// <summary>社保扶養開始日.</summary>
    public static LedgerField SocialInsuranceFrom { get; } = LedgerField.Define(LedgerTable.Dependents, "SocialInsuranceFrom", "社保扶養開始日", LedgerFieldType.Date, false);

    /// <summary>社保扶養終了日.</summary>
    public static LedgerField SocialInsuranceTo { get; } = LedgerField.Define(LedgerTable.Dependents, "SocialInsuranceTo", "社保扶養終了日", LedgerFieldType.Date, false);

    /// <summary>税扶養.</summary>
    public static LedgerField Tax { get; } = LedgerField.Define(LedgerTable.Dependents, "Tax", "税扶養", LedgerFieldType.Choice, false, [new("true", "有"), new("false", "無")]);

    /// <summary>税扶養開始日.</summary>
    public static LedgerField TaxFrom { get; } = LedgerField.Define(LedgerTable.Dependents, "TaxFrom", "税扶養開始日", LedgerFieldType.Date, false);

    /// <summary>税扶養終了日.</summary>
    public static LedgerField TaxTo { get; } = LedgerField.Define(LedgerTable.Dependents, "TaxTo", "税扶養終了日", LedgerFieldType.Date, false);

    /// <summary>扶養開始理由.</summary>
    public static LedgerField StartReason { get; } = LedgerField.Define(LedgerTable.Dependents, "StartReason", "扶養開始理由", LedgerFieldType.Choice, false, [new("marriage", "婚姻"), new("birth", "出生"), new("separation", "離職"), new("incomeDecrease", "収入減"), new("employmentOfInsured", "被保険者の就職"), new("livingTogether", "同居"), new("other", "その他")]);

    /// <summary>扶養終了理由.</summary>
    public static LedgerField EndReason { get; } = LedgerField.Define(LedgerTable.Dependents, "EndReason", "扶養終了理由", LedgerFieldType.Choice, false, [new("death", "死亡"), new("divorce", "離婚"), new("marriageOfDependent", "被扶養者の婚姻"), new("employment", "就職"), new("incomeIncrease", "収入増"), new("age75", "75歳到達"), new("disabilityCertification", "障害認定"), new("livingApart", "別居"), new("leftJapan", "国外転出"), new("other", "その他")]);

    /// <summary>資格確認書要否.</summary>
    public static LedgerField EligibilityCertificateWanted { get; } = LedgerField.Define(LedgerTable.Dependents, "EligibilityCertificateWanted", "資格確認書要否", LedgerFieldType.Choice, false, [new("true", "要"), new("false", "不要")]);

    /// <summary>All fields of the table, in the order of the default layout.</summary>
    public static IReadOnlyList<LedgerField> All { get; } =
    [
        EmployeeNumber,
        Name,
        NameKana,
        Relationship,
        BirthDate,
        Gender,
        LivesTogether,
        PostalCode,
        Address,
        Occupation,
        AnnualIncome,
        SocialInsurance,
        SocialInsuranceFrom,
        SocialInsuranceTo,
        Tax,
        TaxFrom,
        TaxTo,
        StartReason,
        EndReason,
        EligibilityCertificateWanted,
    ];
}
