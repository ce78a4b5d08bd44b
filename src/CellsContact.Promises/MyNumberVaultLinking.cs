using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using static CellsContact.Promises.MyNumberVaultScene;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Whose number it becomes, was, and who else has it.</summary>
internal static class MyNumberVaultLinking
{
    private static readonly DateOnly s_until = new(2033, 3, 31);

    internal static IReadOnlyList<Promise<IMyNumberVaultHarness>> All { get; } =
    [
        new("A linked number is its owner's present one, by its slot and by its owner.", Linked),
        new("Linking a linked number again changes nothing, whoever is named.", LinkedTwice),
        new("Linking where there is no entry answers so and leaves the owner's number.", NothingToLink),
        new("Linking to an owner of another establishment is a programmer error and changes nothing.", OtherEstablishment),
        new("The owner's number before is erased at once where nothing keeps it.", Replaced),
        new("The owner's number before stays as a former one until its day where a period keeps it.", Kept),
        new("Linking again after a later link leaves the later one: a former number stays former, an erased one erased.", Superseded),
        new("A person, each dependent, and the same at another establishment are owners apart.", Owners),
        new("Unlinking holds the number for its notice again, since now.", Unlinked),
        new("Unlinking a held or a former number, or none, changes nothing.", NothingToUnlink),
        new("An unlinked number can be linked anew.", LinkedAnew),
        new("The same number is found at whoever else of the establishment it is linked to.", Same),
    ];

    private static async Task Linked(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.PutAsync(Slot("c-1"), Number(1)).ConfigureAwait(false);
        await scene.HasNoneAsync(Person("1")).ConfigureAwait(false);
        scene.ItIs(Noon.AddHours(1));
        await scene.LinkAsync(Slot("c-1"), Person("1")).ConfigureAwait(false);
        await scene.IsLinkedAsync(Slot("c-1"), Number(1), Person("1")).ConfigureAwait(false);
    }

    private static async Task LinkedTwice(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-1"), Number(1), Person("1")).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-2"), Number(2), Person("2")).ConfigureAwait(false);
        await scene.LinkAsync(Slot("c-1"), Person("1"), s_until).ConfigureAwait(false);
        await scene.LinkAsync(Slot("c-1"), Person("2")).ConfigureAwait(false);
        await scene.IsLinkedAsync(Slot("c-1"), Number(1), Person("1")).ConfigureAwait(false);
        await scene.IsLinkedAsync(Slot("c-2"), Number(2), Person("2")).ConfigureAwait(false);
    }

    private static async Task NothingToLink(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-1"), Number(1), Person("1")).ConfigureAwait(false);
        ThrowUnless(!await scene.Vault.LinkAsync(Slot("c-2"), Person("1"), null, token).ConfigureAwait(false), "it answers that there is one");
        await scene.IsLinkedAsync(Slot("c-1"), Number(1), Person("1")).ConfigureAwait(false);
        await scene.IsGoneAsync(Slot("c-2"), Number(1)).ConfigureAwait(false);
    }

    private static async Task OtherEstablishment(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.PutAsync(Slot("c-1"), Number(1)).ConfigureAwait(false);
        await ContactStoreScene.ThrowsAsync<ArgumentException>("linking", () => scene.LinkAsync(Slot("c-1"), Person("1", "E002"))).ConfigureAwait(false);
        await scene.IsHeldAsync(Slot("c-1"), Number(1)).ConfigureAwait(false);
        await scene.HasNoneAsync(Person("1", "E002")).ConfigureAwait(false);
    }

    private static async Task Replaced(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-1"), Number(1), Person("1")).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-2"), Number(2), Person("1")).ConfigureAwait(false);
        await scene.IsGoneAsync(Slot("c-1"), Number(1)).ConfigureAwait(false);
        await scene.IsLinkedAsync(Slot("c-2"), Number(2), Person("1")).ConfigureAwait(false);
    }

    private static async Task Kept(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-1"), Number(1), Person("1")).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-2"), Number(2), Person("1"), s_until).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-3"), Number(3), Person("1"), s_until.AddYears(1)).ConfigureAwait(false);
        await scene.IsAsync(Former("c-1", s_until), Number(1)).ConfigureAwait(false);
        await scene.IsAsync(Former("c-2", s_until.AddYears(1)), Number(2)).ConfigureAwait(false);
        await scene.IsLinkedAsync(Slot("c-3"), Number(3), Person("1")).ConfigureAwait(false);
    }

    private static async Task Superseded(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-1"), Number(1), Person("1")).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-2"), Number(2), Person("1"), s_until).ConfigureAwait(false);
        await scene.LinkAsync(Slot("c-1"), Person("1")).ConfigureAwait(false);
        await scene.IsAsync(Former("c-1", s_until), Number(1)).ConfigureAwait(false);
        await scene.IsLinkedAsync(Slot("c-2"), Number(2), Person("1")).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-3"), Number(3), Person("1")).ConfigureAwait(false);
        ThrowUnless(!await scene.Vault.LinkAsync(Slot("c-2"), Person("1"), null, token).ConfigureAwait(false), "an erased number is linked");
        await scene.IsLinkedAsync(Slot("c-3"), Number(3), Person("1")).ConfigureAwait(false);
    }

    private static async Task Owners(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        MyNumberOwner[] owners =
        [
            Person("1"), Person("01"), Person("２ 甲"), Person("1", "E002"),
            Person("1", dependent: new DependentKey(new(2020, 1, 2), "𠮷花")), Person("1", dependent: new DependentKey(new(2020, 1, 3), "𠮷花")),
            Person("1", dependent: new DependentKey(new(2020, 1, 2), "太郎")), Person("01", dependent: new DependentKey(new(2020, 1, 2), "太郎")),
        ];
        MyNumberSlot[] slots = [.. owners.Select((owner, i) => Slot($"c-{i}", establishment: owner.Establishment.Value))];
        for (int i = 0; i < owners.Length; i++)
            await scene.PutLinkedAsync(slots[i], Number(i + 1), owners[i]).ConfigureAwait(false);
        for (int i = 0; i < owners.Length; i++)
            await scene.IsLinkedAsync(slots[i], Number(i + 1), owners[i]).ConfigureAwait(false);
        await scene.HasNoneAsync(Person("2")).ConfigureAwait(false);
    }

    private static async Task Unlinked(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-1"), Number(1), Person("1", dependent: new DependentKey(new(2020, 1, 2), "太郎"))).ConfigureAwait(false);
        scene.ItIs(Noon.AddHours(1));
        await scene.UnlinkAsync(Slot("c-1")).ConfigureAwait(false);
        await scene.IsHeldAsync(Slot("c-1"), Number(1), Noon.AddHours(1)).ConfigureAwait(false);
        await scene.HasNoneAsync(Person("1", dependent: new DependentKey(new(2020, 1, 2), "太郎"))).ConfigureAwait(false);
    }

    private static async Task NothingToUnlink(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-1"), Number(1), Person("1")).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-2"), Number(2), Person("1"), s_until).ConfigureAwait(false);
        await scene.PutAsync(Slot("c-3"), Number(3)).ConfigureAwait(false);
        scene.ItIs(Noon.AddHours(1));
        foreach (string id in (string[])["c-1", "c-3", "c-4"])
            await scene.UnlinkAsync(Slot(id)).ConfigureAwait(false);
        await scene.IsAsync(Former("c-1", s_until), Number(1)).ConfigureAwait(false);
        await scene.IsHeldAsync(Slot("c-3"), Number(3)).ConfigureAwait(false);
        await scene.IsGoneAsync(Slot("c-4"), Number(1)).ConfigureAwait(false);
    }

    private static async Task LinkedAnew(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-1"), Number(1), Person("1")).ConfigureAwait(false);
        await scene.UnlinkAsync(Slot("c-1")).ConfigureAwait(false);
        await scene.LinkAsync(Slot("c-1"), Person("2")).ConfigureAwait(false);
        await scene.IsLinkedAsync(Slot("c-1"), Number(1), Person("2")).ConfigureAwait(false);
        await scene.HasNoneAsync(Person("1")).ConfigureAwait(false);
    }

    private static async Task Same(IMyNumberVaultHarness harness, CancellationToken token)
    {
        MyNumberVaultScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-1"), Number(1), Person("1")).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-2"), Number(1), Person("1", dependent: new DependentKey(new(2020, 1, 2), "太郎"))).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-3"), Number(2), Person("2")).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-4", establishment: "E002"), Number(1), Person("1", "E002")).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-5"), Number(1), Person("3")).ConfigureAwait(false);
        await scene.PutLinkedAsync(Slot("c-6"), Number(3), Person("3"), s_until).ConfigureAwait(false);
        await scene.PutAsync(Slot("c-7"), Number(1)).ConfigureAwait(false);
        await scene.SameAsync(Slot("c-1"), Slot("c-2")).ConfigureAwait(false);
        await scene.SameAsync(Slot("c-5"), Slot("c-1"), Slot("c-2")).ConfigureAwait(false);
        await scene.SameAsync(Slot("c-7"), Slot("c-1"), Slot("c-2")).ConfigureAwait(false);
        await scene.SameAsync(Slot("c-3")).ConfigureAwait(false);
        await scene.SameAsync(Slot("c-4", establishment: "E002")).ConfigureAwait(false);
        await scene.SameAsync(Slot("c-8")).ConfigureAwait(false);
    }

    private static MyNumberEntry Former(string id, DateOnly until) => new(Slot(id), MyNumberState.Former, Noon) { Owner = Person("1"), KeepUntil = until };
}
