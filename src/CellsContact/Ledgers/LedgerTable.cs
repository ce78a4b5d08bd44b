namespace CellsContact.Ledgers;

/// <summary>The tables of a ledger (台帳) that notices are reflected into.</summary>
public enum LedgerTable
{
    /// <summary>個人情報: one row a person.</summary>
    People = 1,

    /// <summary>給与データ: one row a person.</summary>
    Payroll = 2,

    /// <summary>扶養親族: one row for each dependent's time as one.</summary>
    Dependents = 3,

    /// <summary>マイナンバー取扱状況記録簿: append-only, never holds a digit of a number.</summary>
    HandlingBook = 4,
}
