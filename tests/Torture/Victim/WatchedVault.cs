using CellsContact.Contacts;
using CellsContact.MyNumbers;

namespace CellsContact.Torture.Victims;

/// <summary>The application's vault, with a step before and after each write.</summary>
internal sealed class WatchedVault(IMyNumberVault vault, KillSwitch kill) : IMyNumberVault
{
    public ValueTask<bool> PutAsync(MyNumberSlot slot, MyNumber number, CancellationToken token) =>
        kill.WatchAsync("vault.put", () => vault.PutAsync(slot, number, token));

    public ValueTask<MyNumberMatch> MatchesAsync(MyNumberSlot slot, MyNumber number, CancellationToken token) => vault.MatchesAsync(slot, number, token);

    public ValueTask<MyNumberEntry?> FindAsync(MyNumberSlot slot, CancellationToken token) => vault.FindAsync(slot, token);

    public ValueTask<MyNumberEntry?> FindAsync(MyNumberOwner owner, CancellationToken token) => vault.FindAsync(owner, token);

    public ValueTask<IReadOnlyList<MyNumberEntry>> FindSameAsync(MyNumberSlot slot, CancellationToken token) => vault.FindSameAsync(slot, token);

    public ValueTask<bool> LinkAsync(MyNumberSlot slot, MyNumberOwner owner, DateOnly? keepFormerUntil, CancellationToken token) =>
        kill.WatchAsync("vault.link", () => vault.LinkAsync(slot, owner, keepFormerUntil, token));

    public ValueTask UnlinkAsync(MyNumberSlot slot, CancellationToken token) => vault.UnlinkAsync(slot, token);

    public ValueTask<bool> EraseAsync(MyNumberSlot slot, DateTimeOffset? onlyIfHeldSince, CancellationToken token) =>
        kill.WatchAsync("vault.erase", () => vault.EraseAsync(slot, onlyIfHeldSince, token));

    public ValueTask EraseHeldAsync(ContactKey contact, CancellationToken token) => vault.EraseHeldAsync(contact, token);

    public ValueTask<IReadOnlyList<MyNumberEntry>> ListErasableAsync(DateTimeOffset heldSince, DateOnly today, MyNumberEntry? after, int limit, CancellationToken token) =>
        vault.ListErasableAsync(heldSince, today, after, limit, token);

    public ValueTask<MyNumber?> RevealAsync(MyNumberSlot slot, CancellationToken token) => vault.RevealAsync(slot, token);
}
