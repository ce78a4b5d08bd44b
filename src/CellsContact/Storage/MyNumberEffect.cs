using CellsContact.Ledgers;
using CellsContact.MyNumbers;

namespace CellsContact.Storage;

/// <summary>What saving does in the vault.</summary>
public enum MyNumberEffectKind
{
    /// <summary>Makes the notice's number its owner's (登録・変更).</summary>
    Link = 1,

    /// <summary>Erases the owner's number (削除).</summary>
    Erase = 2,

    /// <summary>Holds the number for its notice again, because the reflection is taken back (取消).</summary>
    Unlink = 3,
}

/// <summary>One effect of a save in the vault of マイナンバー, frozen with the attempt and done after the ledger has the set. Idempotent.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Slot">The entry it is done to.</param>
/// <param name="Subject">Whose number: a person of the ledger or one this set adds, or their dependent.</param>
public sealed record MyNumberEffect(MyNumberEffectKind Kind, MyNumberSlot Slot, LedgerRowKey Subject)
{
    /// <summary>Of linking: the last day the owner's former number is kept; <c>null</c> erases it at once.</summary>
    public DateOnly? KeepFormerUntil { get; init; }

    /// <summary>Returns kind and slot.</summary>
    public override string ToString() => $"{Kind} {Slot}";
}
