namespace CellsContact.Intake;

/// <summary>Rules about the shape of single values.</summary>
internal static class FieldRules
{
    internal static readonly ValidationRule Required = ValidationRule.Fixed("field.required",
        "必須項目がありません。", "The property is required.");

    internal static readonly ValidationRule Null = ValidationRule.Fixed("field.null",
        "この項目はnullにできません。", "The property must not be null.");

    internal static readonly ValidationRule Type = ValidationRule.Fixed("field.type",
        "値の種類が違います。", "The value has the wrong type.");

    internal static readonly ValidationRule Enumeration = ValidationRule.Fixed("field.enum",
        "値が選択肢にありません。", "The value is none of the allowed ones.");

    internal static readonly ValidationRule Date = ValidationRule.Fixed("field.date",
        "日付はYYYY-MM-DDの実在する日付で書いてください。", "A date is written YYYY-MM-DD and must be in the calendar.");

    internal static readonly ValidationRule Instant = ValidationRule.Fixed("field.instant",
        "日時は時差付きのISO 8601(例 2026-04-01T09:12:00+09:00)で書いてください。", "An instant is ISO 8601 with an offset, e.g. 2026-04-01T09:12:00+09:00.");

    internal static readonly ValidationRule Hours = ValidationRule.Fixed("field.hours",
        "時間はH:MM(0:00から168:00まで)で書いてください。", "Hours are written H:MM, 0:00 to 168:00.");

    internal static readonly ValidationRule Range = ValidationRule.Fixed("field.range",
        "数値が範囲外です。", "The number is out of range.");

    internal static readonly ValidationRule Id = ValidationRule.Fixed("field.id",
        "IDは英数字で始まり英数字で終わる64文字以内の英数字・ピリオド・下線・ハイフンです。", "An id has 1 to 64 letters, digits, periods, underscores and hyphens, and begins and ends with a letter or digit.");

    internal static readonly ValidationRule EmployeeNumber = ValidationRule.Fixed("field.employeeNumber",
        "社員番号は1文字以上20文字以内で、前後に空白を含みません。", "An employee number has 1 to 20 characters and no blank at either end.");

    internal static readonly ValidationRule Size = ValidationRule.Fixed("field.size",
        "値が大きすぎます(64 KiBまで)。", "The value is too large (64 KiB at most).");

    internal static readonly ValidationRule PostalCode = ValidationRule.Error("format.postalCode",
        "郵便番号は半角数字3桁-4桁です(000で始まるものは使えません)。", "A postal code is 3-4 half-width digits, and not 000.");

    internal static readonly ValidationRule Phone = ValidationRule.Warning("format.phone",
        "電話番号の形ではありません(半角の数字とハイフン、9桁から15桁)。", "This does not look like a phone number (9 to 15 half-width digits with hyphens).");

    internal static readonly ValidationRule BasicPensionNumber = ValidationRule.Error("format.basicPensionNumber",
        "基礎年金番号は半角数字4桁-6桁です(0000や000000は使えません)。", "A basic pension number is 4-6 half-width digits; 0000 and 000000 are not valid.");

    internal static readonly ValidationRule InsuredNumber = ValidationRule.Error("format.insuredNumber",
        "雇用保険被保険者番号は半角数字4桁-6桁-1桁です。", "An employment insurance number is 4-6-1 half-width digits.");

    internal static readonly ValidationRule CorporateNumber = ValidationRule.Error("format.corporateNumber",
        "法人番号は検査用数字の正しい13桁の半角数字です。", "A corporate number is 13 half-width digits with a valid check digit.");

    internal static IReadOnlyList<ValidationRule> All { get; } =
    [
        Required, Null, Type, Enumeration, Date, Instant, Hours, Range, Id, EmployeeNumber, Size,
        PostalCode, Phone, BasicPensionNumber, InsuredNumber, CorporateNumber,
    ];
}
