namespace CellsContact.Ledgers;

/// <summary>The fields of 個人情報.</summary>
public static class PersonFields
{
    /// <summary>社員番号; a key column.</summary>
    public static LedgerField EmployeeNumber { get; } = LedgerFields.Define(LedgerTable.People, "EmployeeNumber", "社員番号", LedgerFieldType.Text, true);

    /// <summary>氏名; a key column.</summary>
    public static LedgerField Name { get; } = LedgerFields.Define(LedgerTable.People, "Name", "氏名", LedgerFieldType.Text, true);

    /// <summary>フリガナ.</summary>
    public static LedgerField NameKana { get; } = LedgerFields.Define(LedgerTable.People, "NameKana", "フリガナ", LedgerFieldType.Kana, false);

    /// <summary>旧姓.</summary>
    public static LedgerField FormerSurname { get; } = LedgerFields.Define(LedgerTable.People, "FormerSurname", "旧姓", LedgerFieldType.Text, false);

    /// <summary>氏名変更年月日.</summary>
    public static LedgerField NameChangedOn { get; } = LedgerFields.Define(LedgerTable.People, "NameChangedOn", "氏名変更年月日", LedgerFieldType.Date, false);

    /// <summary>生年月日; a key column.</summary>
    public static LedgerField BirthDate { get; } = LedgerFields.Define(LedgerTable.People, "BirthDate", "生年月日", LedgerFieldType.Date, true);

    /// <summary>性別.</summary>
    public static LedgerField Gender { get; } = LedgerFields.Define(LedgerTable.People, "Gender", "性別", LedgerFieldType.Choice, false, [new("male", "男"), new("female", "女")]);

    /// <summary>郵便番号.</summary>
    public static LedgerField PostalCode { get; } = LedgerFields.Define(LedgerTable.People, "PostalCode", "郵便番号", LedgerFieldType.Text, false);

    /// <summary>住所.</summary>
    public static LedgerField Address { get; } = LedgerFields.Define(LedgerTable.People, "Address", "住所", LedgerFieldType.Text, false);

    /// <summary>住所フリガナ.</summary>
    public static LedgerField AddressKana { get; } = LedgerFields.Define(LedgerTable.People, "AddressKana", "住所フリガナ", LedgerFieldType.Kana, false);

    /// <summary>住民票住所.</summary>
    public static LedgerField ResidentRecordAddress { get; } = LedgerFields.Define(LedgerTable.People, "ResidentRecordAddress", "住民票住所", LedgerFieldType.Text, false);

    /// <summary>住所変更年月日.</summary>
    public static LedgerField AddressChangedOn { get; } = LedgerFields.Define(LedgerTable.People, "AddressChangedOn", "住所変更年月日", LedgerFieldType.Date, false);

    /// <summary>電話番号.</summary>
    public static LedgerField Phone { get; } = LedgerFields.Define(LedgerTable.People, "Phone", "電話番号", LedgerFieldType.Text, false);

    /// <summary>入社年月日.</summary>
    public static LedgerField HiredOn { get; } = LedgerFields.Define(LedgerTable.People, "HiredOn", "入社年月日", LedgerFieldType.Date, false);

    /// <summary>退社年月日.</summary>
    public static LedgerField LeftOn { get; } = LedgerFields.Define(LedgerTable.People, "LeftOn", "退社年月日", LedgerFieldType.Date, false);

    /// <summary>退職理由.</summary>
    public static LedgerField SeparationReason { get; } = LedgerFields.Define(LedgerTable.People, "SeparationReason", "退職理由", LedgerFieldType.Choice, false, [new("voluntary", "自己都合"), new("employerConvenience", "会社都合"), new("encouragedResignation", "退職勧奨"), new("disciplinaryDismissal", "懲戒解雇"), new("retirementAge", "定年"), new("contractExpiry", "契約期間満了"), new("leaveExpiry", "休職期間満了"), new("death", "死亡"), new("transferSameEmployer", "転勤"), new("transferOtherEmployer", "転籍"), new("secondment", "出向"), new("other", "その他")]);

    /// <summary>退職理由補足.</summary>
    public static LedgerField SeparationReasonText { get; } = LedgerFields.Define(LedgerTable.People, "SeparationReasonText", "退職理由補足", LedgerFieldType.Text, false);

    /// <summary>退職後郵便番号.</summary>
    public static LedgerField PostalCodeAfter { get; } = LedgerFields.Define(LedgerTable.People, "PostalCodeAfter", "退職後郵便番号", LedgerFieldType.Text, false);

    /// <summary>退職後住所.</summary>
    public static LedgerField AddressAfter { get; } = LedgerFields.Define(LedgerTable.People, "AddressAfter", "退職後住所", LedgerFieldType.Text, false);

    /// <summary>退職後電話番号.</summary>
    public static LedgerField PhoneAfter { get; } = LedgerFields.Define(LedgerTable.People, "PhoneAfter", "退職後電話番号", LedgerFieldType.Text, false);

    /// <summary>離職票希望.</summary>
    public static LedgerField SeparationNoticeWanted { get; } = LedgerFields.Define(LedgerTable.People, "SeparationNoticeWanted", "離職票希望", LedgerFieldType.Choice, false, [new("true", "有"), new("false", "無")]);

    /// <summary>資格確認書回収枚数.</summary>
    public static LedgerField CertificatesReturned { get; } = LedgerFields.Define(LedgerTable.People, "CertificatesReturned", "資格確認書回収枚数", LedgerFieldType.Number, false);

    /// <summary>資格確認書返不能枚数.</summary>
    public static LedgerField CertificatesNotReturnable { get; } = LedgerFields.Define(LedgerTable.People, "CertificatesNotReturnable", "資格確認書返不能枚数", LedgerFieldType.Number, false);

    /// <summary>雇用形態.</summary>
    public static LedgerField EmploymentType { get; } = LedgerFields.Define(LedgerTable.People, "EmploymentType", "雇用形態", LedgerFieldType.Choice, false, [new("regular", "正社員"), new("contract", "契約社員"), new("partTime", "パート"), new("dispatched", "派遣"), new("daily", "日雇"), new("seasonal", "季節"), new("seafarer", "船員"), new("officer", "役員"), new("other", "その他")]);

    /// <summary>職種.</summary>
    public static LedgerField Occupation { get; } = LedgerFields.Define(LedgerTable.People, "Occupation", "職種", LedgerFieldType.Text, false);

    /// <summary>週所定労働時間.</summary>
    public static LedgerField WeeklyHours { get; } = LedgerFields.Define(LedgerTable.People, "WeeklyHours", "週所定労働時間", LedgerFieldType.Text, false);

    /// <summary>契約開始日.</summary>
    public static LedgerField ContractFrom { get; } = LedgerFields.Define(LedgerTable.People, "ContractFrom", "契約開始日", LedgerFieldType.Date, false);

    /// <summary>契約終了日.</summary>
    public static LedgerField ContractTo { get; } = LedgerFields.Define(LedgerTable.People, "ContractTo", "契約終了日", LedgerFieldType.Date, false);

    /// <summary>契約更新.</summary>
    public static LedgerField ContractRenewal { get; } = LedgerFields.Define(LedgerTable.People, "ContractRenewal", "契約更新", LedgerFieldType.Choice, false, [new("true", "有"), new("false", "無")]);

    /// <summary>健保番号.</summary>
    public static LedgerField HealthInsuranceNumber { get; } = LedgerFields.Define(LedgerTable.People, "HealthInsuranceNumber", "健保番号", LedgerFieldType.Text, false);

    /// <summary>厚年番号.</summary>
    public static LedgerField PensionNumber { get; } = LedgerFields.Define(LedgerTable.People, "PensionNumber", "厚年番号", LedgerFieldType.Text, false);

    /// <summary>社保区分.</summary>
    public static LedgerField SocialInsuranceClass { get; } = LedgerFields.Define(LedgerTable.People, "SocialInsuranceClass", "社保区分", LedgerFieldType.Choice, false, [new("general", "一般"), new("shortTime", "短時間"), new("over70", "70歳以上")]);

    /// <summary>報酬月額通貨.</summary>
    public static LedgerField WageInCash { get; } = LedgerFields.Define(LedgerTable.People, "WageInCash", "報酬月額通貨", LedgerFieldType.Number, false);

    /// <summary>報酬月額現物.</summary>
    public static LedgerField WageInKind { get; } = LedgerFields.Define(LedgerTable.People, "WageInKind", "報酬月額現物", LedgerFieldType.Number, false);

    /// <summary>社保取得年月日.</summary>
    public static LedgerField SocialInsuranceAcquiredOn { get; } = LedgerFields.Define(LedgerTable.People, "SocialInsuranceAcquiredOn", "社保取得年月日", LedgerFieldType.Date, false);

    /// <summary>社保喪失年月日.</summary>
    public static LedgerField SocialInsuranceLostOn { get; } = LedgerFields.Define(LedgerTable.People, "SocialInsuranceLostOn", "社保喪失年月日", LedgerFieldType.Date, false);

    /// <summary>厚年取得年月日.</summary>
    public static LedgerField PensionAcquiredOn { get; } = LedgerFields.Define(LedgerTable.People, "PensionAcquiredOn", "厚年取得年月日", LedgerFieldType.Date, false);

    /// <summary>厚年喪失年月日.</summary>
    public static LedgerField PensionLostOn { get; } = LedgerFields.Define(LedgerTable.People, "PensionLostOn", "厚年喪失年月日", LedgerFieldType.Date, false);

    /// <summary>雇保区分.</summary>
    public static LedgerField EmploymentInsuranceClass { get; } = LedgerFields.Define(LedgerTable.People, "EmploymentInsuranceClass", "雇保区分", LedgerFieldType.Choice, false, [new("general", "一般"), new("elderly", "高年齢"), new("shortSeason", "短期特例"), new("daily", "日雇")]);

    /// <summary>雇保取得年月日.</summary>
    public static LedgerField EmploymentInsuranceAcquiredOn { get; } = LedgerFields.Define(LedgerTable.People, "EmploymentInsuranceAcquiredOn", "雇保取得年月日", LedgerFieldType.Date, false);

    /// <summary>雇保喪失年月日.</summary>
    public static LedgerField EmploymentInsuranceLostOn { get; } = LedgerFields.Define(LedgerTable.People, "EmploymentInsuranceLostOn", "雇保喪失年月日", LedgerFieldType.Date, false);

    /// <summary>雇保離職年月日.</summary>
    public static LedgerField EmploymentInsuranceSeparatedOn { get; } = LedgerFields.Define(LedgerTable.People, "EmploymentInsuranceSeparatedOn", "雇保離職年月日", LedgerFieldType.Date, false);

    /// <summary>保険変更理由.</summary>
    public static LedgerField InsuranceChangeReason { get; } = LedgerFields.Define(LedgerTable.People, "InsuranceChangeReason", "保険変更理由", LedgerFieldType.Text, false);

    /// <summary>基礎年金番号.</summary>
    public static LedgerField BasicPensionNumber { get; } = LedgerFields.Define(LedgerTable.People, "BasicPensionNumber", "基礎年金番号", LedgerFieldType.Text, false);

    /// <summary>雇用保険被保険者番号.</summary>
    public static LedgerField InsuredNumber { get; } = LedgerFields.Define(LedgerTable.People, "InsuredNumber", "雇用保険被保険者番号", LedgerFieldType.Text, false);

    /// <summary>資格確認書要否.</summary>
    public static LedgerField EligibilityCertificateWanted { get; } = LedgerFields.Define(LedgerTable.People, "EligibilityCertificateWanted", "資格確認書要否", LedgerFieldType.Choice, false, [new("true", "要"), new("false", "不要")]);

    /// <summary>前職.</summary>
    public static LedgerField PreviousEmployer { get; } = LedgerFields.Define(LedgerTable.People, "PreviousEmployer", "前職", LedgerFieldType.Text, false);

    /// <summary>国籍.</summary>
    public static LedgerField Nationality { get; } = LedgerFields.Define(LedgerTable.People, "Nationality", "国籍", LedgerFieldType.Text, false);

    /// <summary>在留資格.</summary>
    public static LedgerField ResidenceStatus { get; } = LedgerFields.Define(LedgerTable.People, "ResidenceStatus", "在留資格", LedgerFieldType.Text, false);

    /// <summary>在留期間満了日.</summary>
    public static LedgerField ResidencePeriodEnd { get; } = LedgerFields.Define(LedgerTable.People, "ResidencePeriodEnd", "在留期間満了日", LedgerFieldType.Date, false);

    /// <summary>マイページ公開.</summary>
    public static LedgerField Published { get; } = LedgerFields.Define(LedgerTable.People, "Published", "マイページ公開", LedgerFieldType.Choice, false, [new("true", "公開"), new("false", "非公開")]);

    /// <summary>備考.</summary>
    public static LedgerField Remarks { get; } = LedgerFields.Define(LedgerTable.People, "Remarks", "備考", LedgerFieldType.Text, false);

    /// <summary>All fields of the table, in the order of the default layout.</summary>
    public static IReadOnlyList<LedgerField> All { get; } =
    [
        EmployeeNumber,
        Name,
        NameKana,
        FormerSurname,
        NameChangedOn,
        BirthDate,
        Gender,
        PostalCode,
        Address,
        AddressKana,
        ResidentRecordAddress,
        AddressChangedOn,
        Phone,
        HiredOn,
        LeftOn,
        SeparationReason,
        SeparationReasonText,
        PostalCodeAfter,
        AddressAfter,
        PhoneAfter,
        SeparationNoticeWanted,
        CertificatesReturned,
        CertificatesNotReturnable,
        EmploymentType,
        Occupation,
        WeeklyHours,
        ContractFrom,
        ContractTo,
        ContractRenewal,
        HealthInsuranceNumber,
        PensionNumber,
        SocialInsuranceClass,
        WageInCash,
        WageInKind,
        SocialInsuranceAcquiredOn,
        SocialInsuranceLostOn,
        PensionAcquiredOn,
        PensionLostOn,
        EmploymentInsuranceClass,
        EmploymentInsuranceAcquiredOn,
        EmploymentInsuranceLostOn,
        EmploymentInsuranceSeparatedOn,
        InsuranceChangeReason,
        BasicPensionNumber,
        InsuredNumber,
        EligibilityCertificateWanted,
        PreviousEmployer,
        Nationality,
        ResidenceStatus,
        ResidencePeriodEnd,
        Published,
        Remarks,
    ];
}
