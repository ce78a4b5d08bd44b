using CellsContact.Contacts;
using CellsContact.Ledgers;
using static CellsContact.Promises.LedgerCast;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Exactly once: the same set again, by this instance or another, and another set under the same id.</summary>
internal static class LedgerExactlyOnce
{
    internal static IReadOnlyList<Promise<ILedgerHarness>> All { get; } =
    [
        new("The same set again is already applied, with the same receipt, and writes nothing.", Again),
        new("The same set in another instance is already applied, with the assigned numbers.", AgainElsewhere),
        new("The id is looked up before values are compared.", IdFirst),
        new("The same id with another content throws, and nothing of the call is written.", OtherContent),
        new("Another attempt of the same notice is another set.", OtherAttempt),
    ];

    private static async Task Again(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerChangeSet set = LedgerScene.Set("c-1", NewPerson());
        LedgerReceipt first = await scene.AppliedAsync(set).ConfigureAwait(false);
        LedgerScene.SameReceipt(first, LedgerScene.AlreadyApplied((await scene.ApplyAsync(set).ConfigureAwait(false))[0]));
        IReadOnlyList<LedgerPerson> people = await scene.ReadAsync(PersonQuery.ByNameAndBirthDate(new() { Family = "新人", Given = "次郎" }, new(2000, 1, 31))).ConfigureAwait(false);
        ThrowUnless(people.Count == 1, $"the person is there {people.Count} times");
    }

    private static async Task AgainElsewhere(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerChangeSet set = LedgerScene.Set("c-1", NewPerson(), Update(await scene.PersonAsync("0027").ConfigureAwait(false), PersonFields.Phone, Text("1")));
        LedgerReceipt first = await scene.AppliedAsync(set).ConfigureAwait(false);
        LedgerScene elsewhere = await scene.ReopenedAsync().ConfigureAwait(false);
        LedgerReceipt again = LedgerScene.AlreadyApplied((await elsewhere.ApplyAsync(set).ConfigureAwait(false))[0]);
        LedgerScene.SameReceipt(first, again);
        ThrowUnless(again.AssignedNumbers.TryGetValue("new", out EmployeeNumber number) && number.Value == "0028", "the assigned number is not told");
    }

    private static async Task IdFirst(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerPerson person = await scene.PersonAsync("0027").ConfigureAwait(false);
        LedgerChangeSet set = LedgerScene.Set("c-1", Update(person, PersonFields.Phone, Text("1")));
        await scene.AppliedAsync(set).ConfigureAwait(false);
        await scene.AppliedAsync(LedgerScene.Set("c-2", Update(person, (PersonFields.Phone, Text("1"), Text("2"))))).ConfigureAwait(false);
        LedgerScene.AlreadyApplied((await scene.ApplyAsync(set).ConfigureAwait(false))[0]);
        ThrowUnless((await scene.PersonAsync("0027").ConfigureAwait(false)).Row[PersonFields.Phone] == Text("2"), "what was written later is lost");
    }

    private static async Task OtherContent(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        await scene.AppliedAsync(LedgerScene.Set("c-1", NewPerson("0041"))).ConfigureAwait(false);
        bool refused = false;
        try
        {
            await scene.ApplyAsync(LedgerScene.Set("c-0", NewPerson("0040")), LedgerScene.Set("c-1", NewPerson("0042"))).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            refused = true;
        }

        ThrowUnless(refused, "no InvalidOperationException");
        foreach (string number in (string[])["0040", "0042"])
            ThrowUnless((await scene.ReadAsync(PersonQuery.ByNumber(EmployeeNumber.Parse(number))).ConfigureAwait(false)).Count == 0, $"{number} was written");
        await scene.AppliedAsync(LedgerScene.Set("c-0", NewPerson("0040"))).ConfigureAwait(false);
    }

    private static async Task OtherAttempt(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerPerson person = await scene.PersonAsync("0027").ConfigureAwait(false);
        LedgerChangeSet first = LedgerScene.Set("c-1", Update(person, PersonFields.Phone, Text("1")));
        LedgerChangeSet undo = new(first.Id with { Purpose = ChangeSetPurpose.Undo }, first.Kind, "担当", [Update(person, (PersonFields.Phone, Text("1"), person.Row[PersonFields.Phone]))]);
        LedgerChangeSet second = new(first.Id with { Attempt = 2 }, first.Kind, "担当", first.Changes);
        await scene.AppliedAsync(first).ConfigureAwait(false);
        await scene.AppliedAsync(undo).ConfigureAwait(false);
        await scene.AppliedAsync(second).ConfigureAwait(false);
        ThrowUnless((await scene.PersonAsync("0027").ConfigureAwait(false)).Row[PersonFields.Phone] == Text("1"), "the second attempt is not in the ledger");
    }
}
