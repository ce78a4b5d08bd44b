namespace CellsContact.Ledgers;

/// <summary>The fields of 個人情報.</summary>
public static class PersonFields
{
    /// <summary>社員番号; a key column.</summary>
    public static LedgerField EmployeeNumber { get; } = LedgerField.Define(LedgerTable.People, "EmployeeNumber", "社員番号", LedgerFieldType.Text, true);

    /// <summary>氏名; a key column.</summary>
    public static LedgerField Name { get; } = LedgerField.Define(LedgerTable.People, "Name", "氏名", LedgerFieldType.Text, true);

    /// <summary>フリガナ.</summary>
    public static LedgerField NameKana { get; } = LedgerField.Define(LedgerTable.People, "NameKana", "フリガナ", LedgerFieldType.Kana, false);

    /// <summary>旧姓.</summary>
    public static LedgerField FormerSurname { get; } = LedgerField.Define(LedgerTable.People, "FormerSurname", "旧姓", LedgerFieldType.Text, false);

    /// <summary>氏名変更年月日.</summary>
    public static LedgerField NameChangedOn { get; } = LedgerField.Define(LedgerTable.People, "NameChangedOn", "氏名変更年月日", LedgerFieldType.Date, false);

    /// <summary>生年月日; a key column.</summary>
    public static LedgerField BirthDate { get; } = LedgerField.Define(LedgerTable.People, "BirthDate", "生年月日", LedgerFieldType.Date, true);

    /// <summary>性別.</summary>
    public static LedgerField Gender { get; } = LedgerField.Define(LedgerTable.People, "Gender", "性別", LedgerFieldType.Choice, false, [new("male", "男"), new("female", "女")]);

    /// <summary>郵便番号.</summary>
    public static LedgerField PostalCode { get; } = LedgerField.Define(LedgerTable.People, "PostalCode", "郵便番号", LedgerFieldType.Text, false);

    /// <summary>住所.</summary>
    public static LedgerField Address { get; } = LedgerField.Define(LedgerTable.People, "Address", "住所", LedgerFieldType.Text, false);

    /// <summary>住所フリガナ.</summary>
    public static LedgerField AddressKana { get; } = LedgerField.Define(LedgerTable.People, "AddressKana", "住所フリガナ", LedgerFieldType.Kana, false);

    /// <summary>住民票住所.</summary>
    public static LedgerField ResidentRecordAddress { get; } = LedgerField.Define(LedgerTable.People, "ResidentRecordAddress", "住民票住所", LedgerFieldType.Text, false);

    /// <summary>住所変更年月日.</summary>
    public static LedgerField AddressChangedOn { get; } = LedgerField.Define(LedgerTable.People, "AddressChangedOn", "住所変更年月日", LedgerFieldType.Date, false);

    /// <summary>電話番号.</summary>
    public static LedgerField Phone { get; } = LedgerField.Define(LedgerTable.People, "Phone", "電話番号", LedgerFieldType.Text, false);

    /// <summary>入社年月日.</summary>
    public static LedgerField HiredOn { get; } = LedgerField.Define(LedgerTable.People, "HiredOn", "入社年月日", LedgerFieldType.Date, false);

    /// <summary>退社年月日.</summary>
    public static LedgerField LeftOn { get; } = LedgerField.Define(LedgerTable.People, "LeftOn", "退社年月日", LedgerFieldType.Date, false);

    /// <summary>退職理由.</summary>
    public static LedgerField SeparationReason { get; } = LedgerField.Define(LedgerTable.People, "SeparationReason", "退職理由", LedgerFieldType.Choice, false, [new("voluntary", "自己都合"), new("employerConvenience", "会社都合"), new("encouragedResignation", "退職勧奨"), new("disciplinaryDismissal", "懲戒解雇"), new("retirementAge", "定年"), new("contractExpiry", "契約期間満了"), new("leaveExpiry", "休職期間満了"), new("death", "死亡"), new("transferSameEmployer", "転勤"), new("transferOtherEmployer", "転籍"), new("secondment", "出向"), new("other", "その他")]);

    /// <summary>退職理由補足.</summary>
    public static LedgerField SeparationReasonText { get; } = LedgerField.Define(LedgerTable.People, "SeparationReasonText", "退職理由補足", LedgerFieldType.Text, false);

    /// <summary>退職後郵便番号.</summary>
    public static LedgerField PostalCodeAfter { get; } = LedgerField.Define(LedgerTable.People, "PostalCodeAfter", "退職後郵便番号", LedgerFieldType.Text, false);

    /// <summary>退職後住所.</summary>
    public static LedgerField AddressAfter { get; } = LedgerField.Define(LedgerTable.People, "AddressAfter", "退職後住所", LedgerFieldType.Text, false);

    /// <summary>退職後電話番号.</summary>
    public static LedgerField PhoneAfter { get; } = LedgerField.Define(LedgerTable.People, "PhoneAfter", "退職後電話番号", LedgerFieldType.Text, false);

    /// <summary>離職票希望.</summary>
    public static LedgerField SeparationNoticeWanted { get; } = LedgerField.Define(LedgerTable.People, "SeparationNoticeWanted", "離職票希望", LedgerFieldType.Choice, false, [new("true", "有"), new("false", "無")]);

    /// <summary>資格確認書回収枚数.</summary>
    public static LedgerField CertificatesReturned { get; } = LedgerField.Define(LedgerTable.People, "CertificatesReturned", "資格確認書回収枚数", LedgerFieldType.Number, false);

    /// <summary>資格確認書返不能枚数.</summary>
    public static LedgerField CertificatesNotReturnable { get; } = LedgerField.Define(LedgerTable.People, "CertificatesNotReturnable", "資格確認書返不能枚数", LedgerFieldType.Number, false);

    /// <summary>雇用形態.</summary>
    public static LedgerField EmploymentType { get; } = LedgerField.Define(LedgerTable.People, "EmploymentType", "雇用形態", LedgerFieldType.Choice, false, [new("regular", "正社員"), new("contract", "契約社員"), new("partTime", "パート"), new("dispatched", "派遣"), new("daily", "日雇"), new("seasonal", "季節"), new("seafarer", "船員"), new("officer", "役員"), new("other", "その他")]);

    /// <summary>職種.</summary>
    public static LedgerField Occupation { get; } = LedgerField.Define(LedgerTable.People, "Occupation", "職種", LedgerFieldType.Text, false);

    /// <summary>週所定労働時間.</summary>
    public static LedgerField WeeklyHours { get; } = LedgerField.Define(LedgerTable.People, "WeeklyHours", "週所定労働時間", LedgerFieldType.Text, false);

    /// <summary>契約開始日.</summary>
    public static LedgerField ContractFrom { get; } = LedgerField.Define(LedgerTable.People, "ContractFrom", "契約開始日", LedgerFieldType.Date, false);

    /// <summary>契約終了日.</summary>
    public static LedgerField ContractTo { get; } = LedgerField.Define(LedgerTable.People, "ContractTo", "契約終了日", LedgerFieldType.Date, false);

    /// <summary>契約更新.</summary>
    public static LedgerField ContractRenewal { get; } = LedgerField.Define(LedgerTable.People, "ContractRenewal", "契約更新", LedgerFieldType.Choice, false, [new("true", "有"), new("false", "無")]);

    /// <summary>健保番号.</summary>
    public static LedgerField HealthInsuranceNumber { get; } = LedgerField.Define(LedgerTable.People, "HealthInsuranceNumber", "健保番号", LedgerFieldType.Text, false);

    /// <summary>厚年番号.</summary>
    public static LedgerField PensionNumber { get; } = LedgerField.Define(LedgerTable.People, "PensionNumber", "厚年番号", LedgerFieldType.Text, false);

    /// <summary>社保区分.</summary>
    public static LedgerField SocialInsuranceClass { get; } = LedgerField.Define(LedgerTable.People, "SocialInsuranceClass", "社保区分", LedgerFieldType.Choice, false, [new("general", "一般"), new("shortTime", "短時間"), new("over70", "70歳以上")]);

    /// <summary>報酬月額通貨.</summary>
    public static LedgerField WageInCash { get; } = LedgerField.Define(LedgerTable.People, "WageInCash", "報酬月額通貨", LedgerFieldType.Number, false);

    /// <summary>報酬月額現物.</summary>
    public static LedgerField WageInKind { get; } = LedgerField.Define(LedgerTable.People, "WageInKind", "報酬月額現物", LedgerFieldType.Number, false);

    /// <summary>社保取得年月日.</summary>
    public static LedgerField SocialInsuranceAcquiredOn { get; } = LedgerField.Define(LedgerTable.People, "SocialInsuranceAcquiredOn", "社保取得年月日", LedgerFieldType.Date, false);

    /// <summary>社保喪失年月日.</summary>
    public static LedgerField SocialInsuranceLostOn { get; } = LedgerField.Define(LedgerTable.People, "SocialInsuranceLostOn", "社保喪失年月日", LedgerFieldType.Date, false);

    /// <summary>厚年取得年月日.</summary>
    public static LedgerField PensionAcquiredOn { get; } = LedgerField.Define(LedgerTable.People, "PensionAcquiredOn", "厚年取得年月日", LedgerFieldType.Date, false);

    /// <summary>厚年喪失年月日.</summary>
    public static LedgerField PensionLostOn { get; } = LedgerField.Define(LedgerTable.People, "PensionLostOn", "厚年喪失年月日", LedgerFieldType.Date, false);

    /// <summary>雇保区分.</summary>
    public static LedgerField EmploymentInsuranceClass { get; } = LedgerField.Define(LedgerTable.People, "EmploymentInsuranceClass", "雇保区分", LedgerFieldType.Choice, false, [new("general", "一般"), new("elderly", "高年齢"), new("shortSeason", "短期特例"), new("daily", "日雇")]);

    /// <summary>雇保取得年月日.</summary>
    public static LedgerField EmploymentInsuranceAcquiredOn { get; } = LedgerField.Define(LedgerTable.People, "EmploymentInsuranceAcquiredOn", "雇保取得年月日", LedgerFieldType.Date, false);

    /// <summary>雇保喪失年月日.</summary>
    public static LedgerField EmploymentInsuranceLostOn { get; } = LedgerField.Define(LedgerTable.People, "EmploymentInsuranceLostOn", "雇保喪失年月日", LedgerFieldType.Date, false);

    /// <summary>雇保離職年月日.</summary>
    public static LedgerField EmploymentInsuranceSeparatedOn { get; } = LedgerField.Define(LedgerTable.People, "EmploymentInsuranceSeparatedOn", "雇保離職年月日", LedgerFieldType.Date, false);

    /// <summary>保険変更理由.</summary>
    public static LedgerField InsuranceChangeReason { get; } = LedgerField.Define(LedgerTable.People, "InsuranceChangeReason", "保険変更理由", LedgerFieldType.Text, false);

    /// <summary>基礎年金番号.</summary>
    public static LedgerField BasicPensionNumber { get; } = LedgerField.Define(LedgerTable.People, "BasicPensionNumber", "基礎年金番号", LedgerFieldType.Text, false);

    /// <summary>雇用保険被保険者番号.</summary>
    public static LedgerField InsuredNumber { get; } = LedgerField.Define(LedgerTable.People, "InsuredNumber", "雇用保険被保険者番号", LedgerFieldType.Text, false);

    /// <summary>資格確認書要否.</summary>
    public static LedgerField EligibilityCertificateWanted { get; } = LedgerField.Define(LedgerTable.People, "EligibilityCertificateWanted", "資格確認書要否", LedgerFieldType.Choice, false, [new("true", "要"), new("false", "不要")]);

    /// <summary>前職.</summary>
    public static LedgerField PreviousEmployer { get; } = LedgerField.Define(LedgerTable.People, "PreviousEmployer", "前職", LedgerFieldType.Text, false);

    /// <summary>国籍.</summary>
    public static LedgerField Nationality { get; } = LedgerField.Define(LedgerTable.People, "Nationality", "国籍", LedgerFieldType.Text, false);

    /// <summary>在留資格.</summary>
    public static LedgerField ResidenceStatus { get; } = LedgerField.Define(LedgerTable.People, "ResidenceStatus", "在留資格", LedgerFieldType.Text, false);

    /// <summary>在留期間満了日.</summary>
    public static LedgerField ResidencePeriodEnd { get; } = LedgerField.Define(LedgerTable.People, "ResidencePeriodEnd", "在留期間満了日", LedgerFieldType.Date, false);

    /// <summary>マイページ公開.</summary>
    public static LedgerField Published { get; } = LedgerField.Define(LedgerTable.People, "Published", "マイページ公開", LedgerFieldType.Choice, false, [new("true", "公開"), new("false", "非公開")]);

    /// <summary>備考.</summary>
    public static LedgerField Remarks { get; } = LedgerField.Define(LedgerTable.People, "Remarks", "備考", LedgerFieldType.Text, false);

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
