using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>One side of being a dependent: 社保扶養 or 税扶養.</summary>
internal sealed record DependentSide(LedgerField Flag, LedgerField From, LedgerField To)
{
    internal static DependentSide Social { get; } = new(DependentFields.SocialInsurance, DependentFields.SocialInsuranceFrom, DependentFields.SocialInsuranceTo);

    internal static DependentSide Tax { get; } = new(DependentFields.Tax, DependentFields.TaxFrom, DependentFields.TaxTo);

    internal static IReadOnlyList<DependentSide> All { get; } = [Social, Tax];

    /// <summary>Whether the row says that this side was begun.</summary>
    internal bool IsOn(LedgerRow row) => !row[From].IsEmpty || (!row[Flag].IsEmpty && !RowEdit.Means(Flag, row[Flag], LedgerValue.OfYesNo(false)));

    /// <summary>Whether this side was begun and has not ended.</summary>
    internal bool IsOpen(LedgerRow row) => IsOn(row) && row[To].IsEmpty;

    /// <summary>Whether a row tells nothing of either side: then it stands for both.</summary>
    internal static bool SaysNothing(LedgerRow row) => All.All(side => !side.IsOn(row));
}
