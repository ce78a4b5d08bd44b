using CellsContact.Contacts;
using CellsContact.MyNumbers;

namespace CellsContact.Torture.Victims;

/// <summary>The application's vault, with a step before and after a number is put.</summary>
internal sealed class WatchedVault(IMyNumberVault vault, KillSwitch kill) : IMyNumberVault
{
    public ValueTask<bool> PutAsync(MyNumberSlot slot, MyNumber number, CancellationToken token) =>
        kill.WatchAsync("vault.put", () => vault.PutAsync(slot, number, token));

    public ValueTask<bool> MatchesAsync(MyNumberSlot slot, MyNumber number, CancellationToken token) => vault.MatchesAsync(slot, number, token);

    public ValueTask EraseAsync(ContactKey contact, CancellationToken token) => vault.EraseAsync(contact, token);
}
