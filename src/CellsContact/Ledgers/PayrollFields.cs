namespace CellsContact.Ledgers;

/// <summary>The fields of 給与データ.</summary>
public static class PayrollFields
{
    /// <summary>社員番号; a key column.</summary>
    public static LedgerField EmployeeNumber { get; } = LedgerField.Define(LedgerTable.Payroll, "EmployeeNumber", "社員番号", LedgerFieldType.Text, true);

    /// <summary>氏名; a key column.</summary>
    public static LedgerField Name { get; } = LedgerField.Define(LedgerTable.Payroll, "Name", "氏名", LedgerFieldType.Text, true);

    /// <summary>賃金形態.</summary>
    public static LedgerField WageType { get; } = LedgerField.Define(LedgerTable.Payroll, "WageType", "賃金形態", LedgerFieldType.Choice, false, [new("monthly", "月給"), new("weekly", "週給"), new("daily", "日給"), new("hourly", "時給"), new("other", "その他")]);

    /// <summary>月額通貨.</summary>
    public static LedgerField WageInCash { get; } = LedgerField.Define(LedgerTable.Payroll, "WageInCash", "月額通貨", LedgerFieldType.Number, false);

    /// <summary>月額現物.</summary>
    public static LedgerField WageInKind { get; } = LedgerField.Define(LedgerTable.Payroll, "WageInKind", "月額現物", LedgerFieldType.Number, false);

    /// <summary>入社年月日.</summary>
    public static LedgerField HiredOn { get; } = LedgerField.Define(LedgerTable.Payroll, "HiredOn", "入社年月日", LedgerFieldType.Date, false);

    /// <summary>退社年月日.</summary>
    public static LedgerField LeftOn { get; } = LedgerField.Define(LedgerTable.Payroll, "LeftOn", "退社年月日", LedgerFieldType.Date, false);

    /// <summary>All fields of the table, in the order of the default layout.</summary>
    public static IReadOnlyList<LedgerField> All { get; } =
    [
        EmployeeNumber,
        Name,
        WageType,
        WageInCash,
        WageInKind,
        HiredOn,
        LeftOn,
    ];
}
