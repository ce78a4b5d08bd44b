namespace CellsContact.MyNumbers;

/// <summary>Where an entry of the vault stands.</summary>
public enum MyNumberState
{
    /// <summary>Received with a notice and nobody's yet: it goes with the notice, or after 24 hours where the notice never came to be.</summary>
    Held = 1,

    /// <summary>The present number of its owner.</summary>
    Linked = 2,

    /// <summary>A former number of its owner, kept until <see cref="MyNumberEntry.KeepUntil"/> by a statutory period.</summary>
    Former = 3,
}

/// <summary>What a number is to what the vault holds.</summary>
public enum MyNumberMatch
{
    /// <summary>The vault holds none there.</summary>
    None = 0,

    /// <summary>It is the same number.</summary>
    Same = 1,

    /// <summary>It is another number.</summary>
    Other = 2,
}

/// <summary>What may be told of an entry of the vault: everything but the number.</summary>
/// <param name="Slot">Where it came from: an entry's identity for as long as it exists.</param>
/// <param name="State">Where it stands.</param>
/// <param name="PutAt">When it was put last.</param>
public sealed record MyNumberEntry(MyNumberSlot Slot, MyNumberState State, DateTimeOffset PutAt)
{
    /// <summary>Whose it is or was; <c>null</c> while it is held.</summary>
    public MyNumberOwner? Owner { get; init; }

    /// <summary>Of a former number: the last day it is kept.</summary>
    public DateOnly? KeepUntil { get; init; }

    /// <summary>Returns slot, state and owner.</summary>
    public override string ToString() => $"{Slot} {State} {Owner}";
}
