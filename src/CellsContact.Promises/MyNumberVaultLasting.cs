using CellsContact.MyNumbers;
using static CellsContact.Promises.ContactStoreScene;
using static CellsContact.Promises.MyNumberVaultScene;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>What holds over all members: many callers at once, cancellation, restarts.</summary>
internal static class MyNumberVaultLasting
{
    private static readonly DateOnly s_until = new(2033, 3, 31);

    internal static IReadOnlyList<Promise<IMyNumberVaultHarness>> All { get; } =
    [
        new("Of two numbers put under one slot by twenty at once one is kept, and each is told whether it is theirs.", PutAtOnce),
        new("Of twenty numbers linked to one owner at once one is the present one, and none is lost.", LinkedAtOnce),
        new("A call that is cancelled before it begins changes nothing.", Cancelled),
        new("Everything is still there after reopening.", Reopened),
    ];

    private static async Task PutAtOnce(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await MyNumberVaultScene.OpenAsync(harness, token).ConfigureAwait(false);
        bool[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            async () => await scene.Vault.PutAsync(Slot("c-1"), Number(1 + (i % 2)), token).ConfigureAwait(false), token))).ConfigureAwait(false);
        int kept = answers[0] ? 0 : 1;
        ThrowUnless(answers.Index().All(answer => answer.Item == (answer.Index % 2 == kept)), "somebody is told the wrong thing");
        await scene.IsHeldAsync(Slot("c-1"), Number(1 + kept)).ConfigureAwait(false);
    }

    private static async Task LinkedAtOnce(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await MyNumberVaultScene.OpenAsync(harness, token).ConfigureAwait(false);
        MyNumberSlot[] slots = [.. Enumerable.Range(1, 20).Select(i => Slot($"c-{i}"))];
        await Task.WhenAll(slots.Select((slot, i) => Task.Run(() => scene.PutLinkedAsync(slot, Number(i + 1), Person("1"), s_until), token))).ConfigureAwait(false);
        MyNumberSlot? present = (await scene.Vault.FindAsync(Person("1"), token).ConfigureAwait(false))?.Slot;
        ThrowUnless(present is not null, "the owner has no number");
        foreach ((int i, MyNumberSlot slot) in slots.Index())
        {
            MyNumberEntry former = new(slot, MyNumberState.Former, Noon) { Owner = Person("1"), KeepUntil = s_until };
            await (slot == present ? scene.IsLinkedAsync(slot, Number(i + 1), Person("1")) : scene.IsAsync(former, Number(i + 1))).ConfigureAwait(false);
        }
    }

    private static async Task Cancelled(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await MyNumberVaultScene.OpenAsync(harness, token).ConfigureAwait(false);
        CancellationToken cancelled = new(true);
        IMyNumberVault vault = scene.Vault;
        await scene.PutLinkedAsync(Slot("c-1"), Number(1), Person("1")).ConfigureAwait(false);
        await scene.PutAsync(Slot("c-2"), Number(2)).ConfigureAwait(false);
        foreach ((string what, Func<Task> call) in new (string, Func<Task>)[]
        {
            ("putting", async () => await vault.PutAsync(Slot("c-3"), Number(3), cancelled).ConfigureAwait(false)),
            ("linking", async () => await vault.LinkAsync(Slot("c-2"), Person("2"), null, cancelled).ConfigureAwait(false)),
            ("unlinking", async () => await vault.UnlinkAsync(Slot("c-1"), cancelled).ConfigureAwait(false)),
            ("erasing", async () => await vault.EraseAsync(Slot("c-1"), null, cancelled).ConfigureAwait(false)),
            ("erasing a notice's", async () => await vault.EraseHeldAsync(Slot("c-2").Contact, cancelled).ConfigureAwait(false)),
        })
        {
            await ThrowsAsync<OperationCanceledException>(what, call).ConfigureAwait(false);
        }

        await scene.IsLinkedAsync(Slot("c-1"), Number(1), Person("1")).ConfigureAwait(false);
        await scene.IsHeldAsync(Slot("c-2"), Number(2)).ConfigureAwait(false);
        await scene.IsGoneAsync(Slot("c-3"), Number(3)).ConfigureAwait(false);
    }

    private static async Task Reopened(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await MyNumberVaultScene.OpenAsync(harness, token).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-1"), Number(1), Person("1")).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-2"), Number(2), Person("1"), s_until).ConfigureAwait(false);
        await scene.PutAsync(Slot("c-3"), Number(2)).ConfigureAwait(false);
        await scene.PutAsync(Slot("c-4"), Number(4)).ConfigureAwait(false);
        await scene.EraseAsync(Slot("c-4")).ConfigureAwait(false);
        MyNumberVaultScene reopened = await scene.ReopenedAsync().ConfigureAwait(false);
        await reopened.IsAsync(new(Slot("c-1"), MyNumberState.Former, Noon) { Owner = Person("1"), KeepUntil = s_until }, Number(1)).ConfigureAwait(false);
        await reopened.IsLinkedAsync(Slot("c-2"), Number(2), Person("1")).ConfigureAwait(false);
        await reopened.IsHeldAsync(Slot("c-3"), Number(2)).ConfigureAwait(false);
        await reopened.IsGoneAsync(Slot("c-4"), Number(4)).ConfigureAwait(false);
        await reopened.SameAsync(Slot("c-3"), Slot("c-2")).ConfigureAwait(false);
    }
}
