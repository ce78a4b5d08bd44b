using CellsContact.MyNumbers;
using static CellsContact.Promises.MyNumberVaultScene;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Putting, comparing and giving out.</summary>
internal static class MyNumberVaultHolding
{
    internal static IReadOnlyList<Promise<IMyNumberVaultHarness>> All { get; } =
    [
        new("A number that was put is held under its slot since then, and is nobody's.", Put),
        new("The same number again renews its instant while it is held.", Renewed),
        new("The same number again leaves the instant of a linked or former one.", NotRenewed),
        new("Another number under a slot is refused, and the first one stays as it was.", Refused),
        new("A number matches itself and no other; where there is none, none matches.", Matches),
        new("Slots differ by establishment, notice and path, each ordinally.", Apart),
    ];

    private static async Task Put(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.IsGoneAsync(Slot("c-1"), Number(1)).ConfigureAwait(false);
        await scene.PutAsync(Slot("c-1"), Number(1)).ConfigureAwait(false);
        await scene.IsHeldAsync(Slot("c-1"), Number(1)).ConfigureAwait(false);
    }

    private static async Task Renewed(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.PutAsync(Slot("c-1"), Number(1)).ConfigureAwait(false);
        scene.ItIs(Noon.AddHours(1));
        await scene.PutAsync(Slot("c-1"), Number(1)).ConfigureAwait(false);
        await scene.IsHeldAsync(Slot("c-1"), Number(1), Noon.AddHours(1)).ConfigureAwait(false);
    }

    private static async Task NotRenewed(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-1"), Number(1), Person("1")).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-2"), Number(2), Person("1"), new DateOnly(2030, 1, 1)).ConfigureAwait(false);
        scene.ItIs(Noon.AddHours(1));
        await scene.PutAsync(Slot("c-1"), Number(1)).ConfigureAwait(false);
        await scene.PutAsync(Slot("c-2"), Number(2)).ConfigureAwait(false);
        await scene.IsAsync(new(Slot("c-1"), MyNumberState.Former, Noon) { Owner = Person("1"), KeepUntil = new(2030, 1, 1) }, Number(1)).ConfigureAwait(false);
        await scene.IsLinkedAsync(Slot("c-2"), Number(2), Person("1")).ConfigureAwait(false);
    }

    private static async Task Refused(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.PutAsync(Slot("c-1"), Number(1)).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-2"), Number(2), Person("1")).ConfigureAwait(false);
        scene.ItIs(Noon.AddHours(1));
        foreach (string id in (string[])["c-1", "c-2"])
            ThrowUnless(!await scene.Vault.PutAsync(Slot(id), Number(3), token).ConfigureAwait(false), "it is taken");
        await scene.IsHeldAsync(Slot("c-1"), Number(1)).ConfigureAwait(false);
        await scene.IsLinkedAsync(Slot("c-2"), Number(2), Person("1")).ConfigureAwait(false);
    }

    private static async Task Matches(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.PutAsync(Slot("c-1"), Number(1)).ConfigureAwait(false);
        foreach ((MyNumberSlot slot, MyNumber number, MyNumberMatch expected) in new[]
        {
            (Slot("c-1"), Number(1), MyNumberMatch.Same), (Slot("c-1"), Number(2), MyNumberMatch.Other), (Slot("c-2"), Number(1), MyNumberMatch.None),
        })
        {
            MyNumberMatch match = await scene.Vault.MatchesAsync(slot, number, token).ConfigureAwait(false);
            ThrowUnless(match == expected, $"the answer is {match} instead of {expected}");
        }
    }

    private static async Task Apart(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        MyNumberSlot[] slots =
        [
            Slot("c-1"), Slot("C-1"), Slot("c-2"), Slot("c-1", establishment: "E002"), Slot("c-1", establishment: "e001"),
            Slot("c-1", "dependents[0].myNumber"), Slot("c-1", "dependents[1].myNumber"),
        ];
        for (int i = 0; i < slots.Length; i++)
            await scene.PutAsync(slots[i], Number(i + 1)).ConfigureAwait(false);
        for (int i = 0; i < slots.Length; i++)
            await scene.IsHeldAsync(slots[i], Number(i + 1)).ConfigureAwait(false);
    }
}
