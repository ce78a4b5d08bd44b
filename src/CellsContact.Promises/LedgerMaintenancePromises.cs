using CellsContact.Contacts;
using CellsContact.Ledgers;
using static CellsContact.Promises.LedgerCast;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>What <see cref="ILedgerMaintenance"/> promises, for a ledger that implements it beside <see cref="ILedger"/>.</summary>
public static class LedgerMaintenancePromises
{
    /// <summary>All promises; a later version may add some.</summary>
    public static IReadOnlyList<Promise<ILedgerHarness>> All { get; } =
    [
        new("A forgotten set is not known any more, not even with another content or in another instance.", Forgotten),
        new("Forgetting leaves people and every other set as they are.", NothingElse),
        new("Numbers that a forgotten set assigned are never given again, also after its undo.", NumbersStay),
        new("Forgetting twice, or what the ledger never had, changes nothing.", Again),
        new("A set of another establishment is refused, and nothing is forgotten.", OtherEstablishment),
    ];

    private static async Task Forgotten(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerPerson person = await scene.PersonAsync("0027").ConfigureAwait(false);
        LedgerChangeSet set = LedgerScene.Set("c-1", Update(person, PersonFields.Phone, Text("1")));
        LedgerChangeSet other = LedgerScene.Set("c-1", Update(person, PersonFields.Phone, Text("2")));
        await scene.AppliedAsync(set).ConfigureAwait(false);
        await ForgetAsync(scene, token, set.Id).ConfigureAwait(false);
        foreach (LedgerScene one in (LedgerScene[])[scene, await scene.ReopenedAsync().ConfigureAwait(false)])
        {
            await one.ConflictAsync(set).ConfigureAwait(false);
            await one.ConflictAsync(other).ConfigureAwait(false);
        }
    }

    private static async Task NothingElse(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerPerson person = await scene.PersonAsync("0027").ConfigureAwait(false);
        LedgerChangeSet first = LedgerScene.Set("c-1", Update(person, PersonFields.Phone, Text("1")));
        LedgerChangeSet second = LedgerScene.Set("c-2", Update(person, PersonFields.Address, Text("住所")), NewPerson());
        await scene.AppliedAsync(first).ConfigureAwait(false);
        LedgerReceipt receipt = await scene.AppliedAsync(second).ConfigureAwait(false);
        await ForgetAsync(scene, token, first.Id).ConfigureAwait(false);
        LedgerScene.SameReceipt(receipt, LedgerScene.AlreadyApplied((await scene.ApplyAsync(second).ConfigureAwait(false))[0]));
        LedgerPerson after = await scene.PersonAsync("0027").ConfigureAwait(false);
        ThrowUnless(after.Row[PersonFields.Phone] == Text("1") && after.Row[PersonFields.Address] == Text("住所"), "what the sets wrote is lost");
        await scene.PersonAsync("0028").ConfigureAwait(false);
    }

    private static async Task NumbersStay(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerChangeSet hire = LedgerScene.Set("c-1", NewPerson());
        await scene.AppliedAsync(hire).ConfigureAwait(false);
        LedgerPerson added = await scene.PersonAsync("0028").ConfigureAwait(false);
        LedgerChangeSet undo = new(hire.Id with { Purpose = ChangeSetPurpose.Undo }, hire.Kind, "担当", [Remove(Key("0028"), added.Row)]);
        await scene.AppliedAsync(undo).ConfigureAwait(false);
        await ForgetAsync(scene, token, hire.Id, undo.Id).ConfigureAwait(false);
        LedgerReceipt next = await (await scene.ReopenedAsync().ConfigureAwait(false)).AppliedAsync(LedgerScene.Set("c-2", NewPerson())).ConfigureAwait(false);
        ThrowUnless(next.AssignedNumbers["new"].Value == "0029", $"assigned is {next.AssignedNumbers["new"]} instead of 0029");
    }

    private static async Task Again(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerChangeSet kept = LedgerScene.Set("c-1", NewPerson());
        LedgerChangeSet set = LedgerScene.Set("c-2", NewPerson());
        await scene.AppliedAsync(kept).ConfigureAwait(false);
        await scene.AppliedAsync(set).ConfigureAwait(false);
        await ForgetAsync(scene, token, set.Id).ConfigureAwait(false);
        await ForgetAsync(scene, token, set.Id, LedgerScene.Set("c-3").Id).ConfigureAwait(false);
        await ForgetAsync(scene, token).ConfigureAwait(false);
        LedgerScene.AlreadyApplied((await scene.ApplyAsync(kept).ConfigureAwait(false))[0]);
    }

    private static async Task OtherEstablishment(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerChangeSet set = LedgerScene.Set("c-1", NewPerson());
        await scene.AppliedAsync(set).ConfigureAwait(false);
        ChangeSetId elsewhere = set.Id with { Contact = new(EstablishmentId.Parse("E002"), set.Id.Contact.Id) };
        bool refused = false;
        try
        {
            await ForgetAsync(scene, token, set.Id, elsewhere).ConfigureAwait(false);
        }
        catch (ArgumentException)
        {
            refused = true;
        }

        ThrowUnless(refused, "no ArgumentException");
        LedgerScene.AlreadyApplied((await scene.ApplyAsync(set).ConfigureAwait(false))[0]);
    }

    private static async Task ForgetAsync(LedgerScene scene, CancellationToken token, params IReadOnlyList<ChangeSetId> ids)
    {
        ThrowUnless(scene.Ledger is ILedgerMaintenance, "the ledger has no maintenance");
        await ((ILedgerMaintenance)scene.Ledger).ForgetAsync(LedgerScene.Establishment, ids, token).ConfigureAwait(false);
    }
}
