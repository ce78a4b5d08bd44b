using CellsContact.Contacts;

namespace CellsContact.Ledgers;

/// <summary>A person as the ledger has one: the row in 個人情報, with the one in 給与データ and those in 扶養親族.</summary>
/// <remarks>Immutable. One human at two establishments is two people here.</remarks>
/// <param name="Number">The number exactly as the ledger shows it (社員番号).</param>
/// <param name="Row">The row in 個人情報.</param>
/// <param name="Payroll">The row in 給与データ, where there is one.</param>
/// <param name="Dependents">The rows in 扶養親族, open and ended, in the ledger's order.</param>
public sealed record LedgerPerson(EmployeeNumber Number, LedgerRow Row, LedgerRow? Payroll, IReadOnlyList<LedgerRow> Dependents)
{
    /// <summary>Returns the type's name only.</summary>
    public override string ToString() => nameof(LedgerPerson);
}
