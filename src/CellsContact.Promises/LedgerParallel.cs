using CellsContact.Contacts;
using CellsContact.Ledgers;
using static CellsContact.Promises.LedgerCast;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Writers side by side. A ledger may answer that it is busy; then the writer tries again, as the desk does.</summary>
internal static class LedgerParallel
{
    private const int Writers = 6;

    internal static IReadOnlyList<Promise<ILedgerHarness>> All { get; } =
    [
        new("Different sets applied in parallel lose nothing.", LoseNothing),
        new("The same set applied in parallel is applied once, and everybody gets its receipt.", Once),
        new("Sets that change the same value in parallel: one is applied, the others conflict.", OneWins),
    ];

    private static async Task LoseNothing(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerOutcome[] outcomes = await Together(scene, i => LedgerScene.Set($"c-{i}", NewPerson()), token).ConfigureAwait(false);
        HashSet<EmployeeNumber> numbers = [.. outcomes.Select(outcome => LedgerScene.Applied(outcome).AssignedNumbers["new"])];
        ThrowUnless(numbers.Count == Writers, "two sets were assigned the same number");
        foreach (EmployeeNumber number in numbers)
            await scene.PersonAsync(number.Value).ConfigureAwait(false);
    }

    private static async Task Once(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerOutcome[] outcomes = await Together(scene, _ => LedgerScene.Set("c-1", NewPerson()), token).ConfigureAwait(false);
        ThrowUnless(outcomes.Count(outcome => outcome is LedgerOutcome.Applied) == 1, "not exactly one outcome is Applied");
        LedgerReceipt applied = LedgerScene.Applied(outcomes.Single(outcome => outcome is LedgerOutcome.Applied));
        foreach (LedgerOutcome outcome in outcomes.Where(outcome => outcome is not LedgerOutcome.Applied))
            LedgerScene.SameReceipt(applied, LedgerScene.AlreadyApplied(outcome));
        IReadOnlyList<LedgerPerson> people = await scene.ReadAsync(PersonQuery.ByNameAndBirthDate(new() { Family = "新人", Given = "次郎" }, new(2000, 1, 31))).ConfigureAwait(false);
        ThrowUnless(people.Count == 1, $"the person is there {people.Count} times");
    }

    private static async Task OneWins(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerPerson person = await scene.PersonAsync("0027").ConfigureAwait(false);
        LedgerOutcome[] outcomes = await Together(scene, i => LedgerScene.Set($"c-{i}", Update(person, PersonFields.Phone, Text($"{i}"))), token).ConfigureAwait(false);
        ThrowUnless(outcomes.Count(outcome => outcome is LedgerOutcome.Applied) == 1, "not exactly one set is applied");
        ThrowUnless(outcomes.Count(outcome => outcome is LedgerOutcome.Conflict) == Writers - 1, "not all others conflict");
        int winner = Array.FindIndex(outcomes, outcome => outcome is LedgerOutcome.Applied);
        ThrowUnless((await scene.PersonAsync("0027").ConfigureAwait(false)).Row[PersonFields.Phone] == Text($"{winner}"), "the ledger does not have the applied value");
    }

    private static Task<LedgerOutcome[]> Together(LedgerScene scene, Func<int, LedgerChangeSet> set, CancellationToken token) =>
        Task.WhenAll(Enumerable.Range(0, Writers).Select(i => Task.Run(() => Patiently(scene.Ledger, set(i), token), token)));

    private static async Task<LedgerOutcome> Patiently(ILedger ledger, LedgerChangeSet set, CancellationToken token)
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                return (await ledger.ApplyAsync(LedgerScene.Establishment, [set], token).ConfigureAwait(false))[0];
            }
            catch (LedgerException busy) when (busy.IsTransient && tries < 200)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(25), token).ConfigureAwait(false);
            }
        }
    }
}
