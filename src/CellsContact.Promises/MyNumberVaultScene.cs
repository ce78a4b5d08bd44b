using System.Globalization;
using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>A fresh vault, a clock that stands still, and the few words every promise is told in.</summary>
internal sealed class MyNumberVaultScene
{
    private readonly IMyNumberVaultHarness _harness;
    private readonly StandingClock _clock;

    private MyNumberVaultScene(IMyNumberVaultHarness harness, IMyNumberVault vault, StandingClock clock, CancellationToken token) =>
        (_harness, Vault, _clock, Token) = (harness, vault, clock, token);

    internal static DateTimeOffset Noon => ContactStoreCast.Noon;

    internal IMyNumberVault Vault { get; }

    internal CancellationToken Token { get; }

    internal static async Task<MyNumberVaultScene> OpenAsync(IMyNumberVaultHarness harness, CancellationToken token)
    {
        StandingClock clock = new() { Now = Noon };
        return new(harness, await harness.CreateAsync(clock, token).ConfigureAwait(false), clock, token);
    }

    /// <summary>The same data through another instance, or through this one where the vault does not outlive it.</summary>
    internal async Task<MyNumberVaultScene> ReopenedAsync() =>
        new(_harness, await _harness.ReopenAsync(_clock, Token).ConfigureAwait(false) ?? Vault, _clock, Token);

    internal void ItIs(DateTimeOffset now) => _clock.Now = now;

    internal static MyNumberSlot Slot(string id, string path = "myNumber", string establishment = "E001") =>
        new(new(EstablishmentId.Parse(establishment), ContactId.Parse(id)), path);

    internal static MyNumberOwner Person(string number, string establishment = "E001", DependentKey? dependent = null) =>
        new(EstablishmentId.Parse(establishment), EmployeeNumber.Parse(number), dependent);

    /// <summary>A number that differs with the seed.</summary>
    internal static MyNumber Number(int seed)
    {
        string digits = seed.ToString("D11", CultureInfo.InvariantCulture);
        int check = MyNumber.CheckDigit([.. digits.Select(digit => (byte)(digit - '0'))]);
        return MyNumber.TryParse($"{digits}{check}", out MyNumber? number) ? number : throw new InvalidOperationException("The cast asks for no number.");
    }

    internal async Task PutAsync(MyNumberSlot slot, MyNumber number) =>
        ThrowUnless(await Vault.PutAsync(slot, number, Token).ConfigureAwait(false), $"putting {slot} is refused");

    internal async Task LinkAsync(MyNumberSlot slot, MyNumberOwner owner, DateOnly? keepFormerUntil = null) =>
        ThrowUnless(await Vault.LinkAsync(slot, owner, keepFormerUntil, Token).ConfigureAwait(false), $"linking {slot} answers that there is no entry");

    internal async Task PutLinkedAsync(MyNumberSlot slot, MyNumber number, MyNumberOwner owner, DateOnly? keepFormerUntil = null)
    {
        await PutAsync(slot, number).ConfigureAwait(false);
        await LinkAsync(slot, owner, keepFormerUntil).ConfigureAwait(false);
    }

    internal async Task UnlinkAsync(MyNumberSlot slot) => await Vault.UnlinkAsync(slot, Token).ConfigureAwait(false);

    internal async Task<bool> EraseAsync(MyNumberSlot slot, DateTimeOffset? onlyIfHeldSince = null) =>
        await Vault.EraseAsync(slot, onlyIfHeldSince, Token).ConfigureAwait(false);

    /// <summary>The slot's entry is this one, with this number.</summary>
    internal async Task IsAsync(MyNumberEntry expected, MyNumber number)
    {
        MyNumberEntry? found = await Vault.FindAsync(expected.Slot, Token).ConfigureAwait(false);
        ThrowUnless(expected == found, $"the entry is [{found?.ToString() ?? "none"}, {found?.PutAt:O}, {found?.KeepUntil}] instead of [{expected}, {expected.PutAt:O}, {expected.KeepUntil}]");
        ThrowUnless(number.Equals(await Vault.RevealAsync(expected.Slot, Token).ConfigureAwait(false)), $"{expected.Slot} reveals another number, or none");
        MyNumberMatch match = await Vault.MatchesAsync(expected.Slot, number, Token).ConfigureAwait(false);
        ThrowUnless(match == MyNumberMatch.Same, $"{expected.Slot} answers {match} to its own number");
    }

    internal Task IsHeldAsync(MyNumberSlot slot, MyNumber number, DateTimeOffset? putAt = null) =>
        IsAsync(new(slot, MyNumberState.Held, putAt ?? Noon), number);

    /// <summary>The slot's number is the owner's present one, from either side.</summary>
    internal async Task IsLinkedAsync(MyNumberSlot slot, MyNumber number, MyNumberOwner owner)
    {
        MyNumberEntry expected = new(slot, MyNumberState.Linked, Noon) { Owner = owner };
        await IsAsync(expected, number).ConfigureAwait(false);
        MyNumberEntry? present = await Vault.FindAsync(owner, Token).ConfigureAwait(false);
        ThrowUnless(present == expected, $"the owner's entry is [{present?.ToString() ?? "none"}] instead of [{expected}]");
    }

    /// <summary>There is nothing under the slot.</summary>
    internal async Task IsGoneAsync(MyNumberSlot slot, MyNumber number)
    {
        ThrowUnless(await Vault.FindAsync(slot, Token).ConfigureAwait(false) is null, $"{slot} is found");
        ThrowUnless(await Vault.RevealAsync(slot, Token).ConfigureAwait(false) is null, $"{slot} is revealed");
        ThrowUnless(await Vault.MatchesAsync(slot, number, Token).ConfigureAwait(false) == MyNumberMatch.None, $"{slot} matches");
    }

    internal async Task HasNoneAsync(MyNumberOwner owner) =>
        ThrowUnless(await Vault.FindAsync(owner, Token).ConfigureAwait(false) is null, $"{owner} has a number");

    /// <summary>Exactly these slots have the same number.</summary>
    internal async Task SameAsync(MyNumberSlot slot, params MyNumberSlot[] others)
    {
        IReadOnlyList<MyNumberEntry> same = await Vault.FindSameAsync(slot, Token).ConfigureAwait(false);
        ThrowUnless(same.Select(entry => entry.Slot).ToHashSet().SetEquals(others) && same.Count == others.Length,
            $"the same as {slot} are [{string.Join(", ", same)}] instead of [{string.Join(", ", others)}]");
    }

    /// <summary>Exactly these slots may have to go, in this order.</summary>
    internal async Task ErasableAsync(DateTimeOffset heldSince, DateOnly today, params MyNumberSlot[] slots)
    {
        IReadOnlyList<MyNumberEntry> entries = await Vault.ListErasableAsync(heldSince, today, null, 1000, Token).ConfigureAwait(false);
        ThrowUnless(entries.Select(entry => entry.Slot).SequenceEqual(slots), $"what may go is [{string.Join(", ", entries)}] instead of [{string.Join(", ", slots)}]");
        foreach (MyNumberEntry entry in entries)
            ThrowUnless(entry == await Vault.FindAsync(entry.Slot, Token).ConfigureAwait(false), $"{entry.Slot} is listed as something else than it is");
    }

    private sealed class StandingClock : TimeProvider
    {
        internal DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}
