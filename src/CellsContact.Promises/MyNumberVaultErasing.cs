using CellsContact.MyNumbers;
using static CellsContact.Promises.MyNumberVaultScene;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>What goes, when, and what may have to.</summary>
internal static class MyNumberVaultErasing
{
    private static readonly DateOnly s_until = new(2026, 3, 31);

    internal static IReadOnlyList<Promise<IMyNumberVaultHarness>> All { get; } =
    [
        new("An erased number is gone, whatever its state was; erasing again answers that there was none.", Erased),
        new("After an erasure another number can be put under the slot.", PutAnew),
        new("An erasure on condition erases only what is held and was put by that instant.", Conditional),
        new("Erasing what is held for a notice leaves what is linked or former, and other notices' numbers.", Held),
        new("What may have to go: held ones put by an instant and former ones past their day, oldest first.", Erasable),
        new("Pages of what may have to go join without gap or repetition, even while it goes.", Pages),
        new("A page of none or of more than a thousand is a programmer error.", Limits),
    ];

    private static async Task Erased(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await SceneAsync(harness, token).ConfigureAwait(false);
        await scene.PutAsync(Slot("c-4"), Number(1)).ConfigureAwait(false);
        foreach (string id in (string[])["held", "linked", "former"])
        {
            ThrowUnless(await scene.EraseAsync(Slot(id)).ConfigureAwait(false), $"erasing a {id} one answers that there was none");
            ThrowUnless(!await scene.EraseAsync(Slot(id)).ConfigureAwait(false), $"erasing a {id} one again answers that there was one");
            await scene.IsGoneAsync(Slot(id), Number(1)).ConfigureAwait(false);
        }

        await scene.HasNoneAsync(Person("1")).ConfigureAwait(false);
        await scene.IsHeldAsync(Slot("c-4"), Number(1)).ConfigureAwait(false);
    }

    private static async Task PutAnew(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await SceneAsync(harness, token).ConfigureAwait(false);
        await scene.EraseAsync(Slot("linked")).ConfigureAwait(false);
        await scene.PutAsync(Slot("linked"), Number(9)).ConfigureAwait(false);
        await scene.IsHeldAsync(Slot("linked"), Number(9)).ConfigureAwait(false);
    }

    private static async Task Conditional(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await SceneAsync(harness, token).ConfigureAwait(false);
        foreach ((string id, DateTimeOffset since) in new[] { ("held", Noon.AddMicroseconds(-1)), ("linked", Noon.AddDays(1)), ("former", Noon.AddDays(1)), ("none", Noon) })
        {
            ThrowUnless(!await scene.EraseAsync(Slot(id), since).ConfigureAwait(false), $"erasing the {id} one answers that it was");
            ThrowUnless(id == "none" || await scene.Vault.FindAsync(Slot(id), token).ConfigureAwait(false) is not null, $"the {id} one is gone");
        }

        ThrowUnless(await scene.EraseAsync(Slot("held"), Noon).ConfigureAwait(false), "what was put at that very instant is not erased");
        await scene.IsGoneAsync(Slot("held"), Number(1)).ConfigureAwait(false);
    }

    private static async Task Held(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await SceneAsync(harness, token).ConfigureAwait(false);
        await scene.PutAsync(Slot("linked", "dependents[0].myNumber"), Number(5)).ConfigureAwait(false);
        await scene.PutAsync(Slot("linked", "dependents[1].myNumber"), Number(6)).ConfigureAwait(false);
        await scene.PutAsync(Slot("linked", "dependents[1].myNumber", "E002"), Number(6)).ConfigureAwait(false);
        for (int i = 0; i < 2; i++)
        {
            await scene.Vault.EraseHeldAsync(Slot("linked").Contact, token).ConfigureAwait(false);
            await scene.Vault.EraseHeldAsync(Slot("former").Contact, token).ConfigureAwait(false);
        }

        await scene.IsGoneAsync(Slot("linked", "dependents[0].myNumber"), Number(5)).ConfigureAwait(false);
        await scene.IsGoneAsync(Slot("linked", "dependents[1].myNumber"), Number(6)).ConfigureAwait(false);
        await scene.IsHeldAsync(Slot("linked", "dependents[1].myNumber", "E002"), Number(6)).ConfigureAwait(false);
        await scene.IsLinkedAsync(Slot("linked"), Number(3), Person("1")).ConfigureAwait(false);
        await scene.IsAsync(new(Slot("former"), MyNumberState.Former, Noon) { Owner = Person("1"), KeepUntil = s_until }, Number(2)).ConfigureAwait(false);
        await scene.IsHeldAsync(Slot("held"), Number(1)).ConfigureAwait(false);
    }

    private static async Task Erasable(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        scene.ItIs(Noon.AddMinutes(2));
        await scene.PutAsync(Slot("late"), Number(1)).ConfigureAwait(false);
        scene.ItIs(Noon.AddMinutes(1));
        await scene.PutLinkedAsync(Slot("former"), Number(2), Person("1")).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("linked"), Number(3), Person("1"), s_until).ConfigureAwait(false);
        scene.ItIs(Noon);
        await scene.PutAsync(Slot("early"), Number(4)).ConfigureAwait(false);
        await scene.ErasableAsync(Noon.AddMicroseconds(-1), s_until).ConfigureAwait(false);
        await scene.ErasableAsync(Noon, s_until, Slot("early")).ConfigureAwait(false);
        await scene.ErasableAsync(Noon, s_until.AddDays(1), Slot("early"), Slot("former")).ConfigureAwait(false);
        await scene.ErasableAsync(Noon.AddDays(1), s_until.AddDays(1), Slot("early"), Slot("former"), Slot("late")).ConfigureAwait(false);
    }

    private static async Task Pages(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        HashSet<MyNumberSlot> due = [];
        for (int i = 0; i < 12; i++)
        {
            // Several of the same instant, over notices, paths and establishments.
            scene.ItIs(Noon.AddMinutes(i / 6));
            MyNumberSlot slot = Slot($"c-{i / 2 % 2}", $"dependents[{i % 2}].myNumber", $"E00{i / 4}");
            await scene.PutAsync(slot, Number(i + 1)).ConfigureAwait(false);
            due.Add(slot);
        }

        List<MyNumberSlot> seen = [];
        MyNumberEntry? last = null;
        while (seen.Count <= due.Count)
        {
            IReadOnlyList<MyNumberEntry> page = await scene.Vault.ListErasableAsync(Noon.AddDays(1), s_until, last, 5, token).ConfigureAwait(false);
            if (page.Count == 0)
                break;
            ThrowUnless(page.Count <= 5, "a page is longer than its limit");
            foreach (MyNumberEntry entry in page)
            {
                ThrowUnless(last is null || last.PutAt <= entry.PutAt, "a later one comes before an earlier one");
                seen.Add(entry.Slot);
                last = entry;
                if (seen.Count % 2 == 0)
                    await scene.EraseAsync(entry.Slot).ConfigureAwait(false);
            }
        }

        ThrowUnless(seen.Count == due.Count && due.SetEquals(seen), $"the pages are [{string.Join(", ", seen)}]");
    }

    private static async Task Limits(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        foreach (int limit in (int[])[0, 1001])
        {
            await ContactStoreScene.ThrowsAsync<ArgumentOutOfRangeException>($"a limit of {limit}",
                async () => await scene.Vault.ListErasableAsync(Noon, s_until, null, limit, token).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    /// <summary>One number held, one linked, one former.</summary>
    private static async Task<MyNumberVaultScene> SceneAsync(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.PutAsync(Slot("held"), Number(1)).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("former"), Number(2), Person("1")).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("linked"), Number(3), Person("1"), s_until).ConfigureAwait(false);
        return scene;
    }
}
