namespace CellsContact.Ledgers;

/// <summary>The fixed list of fields that notices are reflected into (台帳の項目).</summary>
/// <remarks>A new kind of notice needs no new code in a ledger: it writes these fields.</remarks>
public static class LedgerFields
{
    /// <summary>All fields of all tables, in the order of the default layout.</summary>
    public static IReadOnlyList<LedgerField> All { get; } =
        [.. PersonFields.All, .. PayrollFields.All, .. DependentFields.All, .. HandlingBookFields.All];

    private static readonly Dictionary<string, LedgerField> s_byId = All.ToDictionary(field => field.Id, StringComparer.Ordinal);

    /// <summary>All fields of one table.</summary>
    /// <param name="table">The table.</param>
    public static IReadOnlyList<LedgerField> Of(LedgerTable table) => table switch
    {
        LedgerTable.People => PersonFields.All,
        LedgerTable.Payroll => PayrollFields.All,
        LedgerTable.Dependents => DependentFields.All,
        LedgerTable.HandlingBook => HandlingBookFields.All,
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, "Not a ledger table."),
    };

    /// <summary>The field with an id such as <c>People.PostalCode</c>, or <c>null</c>.</summary>
    /// <param name="id">The id.</param>
    public static LedgerField? Find(string id) => s_byId.GetValueOrDefault(id);

    /// <summary>The Japanese name of a table, which is also the default sheet name.</summary>
    /// <param name="table">The table.</param>
    public static string LabelOf(LedgerTable table) => table switch
    {
        LedgerTable.People => "個人情報",
        LedgerTable.Payroll => "給与データ",
        LedgerTable.Dependents => "扶養親族",
        LedgerTable.HandlingBook => "マイナンバー取扱状況記録簿",
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, "Not a ledger table."),
    };
}
