using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>What reflecting a notice means for a マイナンバー: whose it is to be, or whose is to go.</summary>
/// <param name="Change">Registered, changed or deleted.</param>
/// <param name="Path">The wire path of the number, e.g. <c>dependents[0].myNumber</c>; <c>null</c> for a deletion.</param>
/// <param name="Subject">Whose: the person of the ledger or one this set adds, or their dependent.</param>
public sealed record ReflectedNumber(MyNumberChange Change, string? Path, LedgerRowKey Subject)
{
    /// <summary>Returns the change and the path.</summary>
    public override string ToString() => $"{Change} {Path}";
}
