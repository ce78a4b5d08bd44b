using CellsContact.Contacts;
using CellsContact.Ledgers;
using static CellsContact.Promises.LedgerCast;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Writing: rows added, updated, removed, and cancelling.</summary>
internal static class LedgerWriting
{
    internal static IReadOnlyList<Promise<ILedgerHarness>> All { get; } =
    [
        new("An added person is read back with everything that was added.", Added),
        new("An update changes its fields and nothing else.", Updated),
        new("An update can clear a field.", Cleared),
        new("A removed row is gone, and nothing else.", Removed),
        new("Every set has its outcome, in order.", OutcomesInOrder),
        new("Each set is checked against the state the applied ones before it left.", Folded),
        new("What was written is there for another instance.", Lasting),
        new("A token cancelled before committing writes nothing.", Cancelled),
    ];

    private static async Task Added(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki().WithPayroll()).ConfigureAwait(false);
        await scene.AppliedAsync(LedgerScene.Set(
            "c-1",
            NewPerson("0040"),
            Add(LedgerTable.Payroll, Key("0040"), (PayrollFields.EmployeeNumber, Text("0040")), (PayrollFields.Name, Text("新人\u3000次郎")), (PayrollFields.WageInCash, LedgerValue.OfNumber(200_000))),
            AddChild("0040", new(2026, 4, 1)))).ConfigureAwait(false);
        LedgerPerson expected = Person("0040", "新人\u3000次郎", new(2000, 1, 31)) with
        {
            Payroll = Row(LedgerTable.Payroll, (PayrollFields.EmployeeNumber, Text("0040")), (PayrollFields.Name, Text("新人\u3000次郎")), (PayrollFields.WageInCash, LedgerValue.OfNumber(200_000))),
        };
        LedgerModel.ThrowUnlessSame([expected.With(Child(new(2026, 4, 1)))], [await scene.PersonAsync("0040").ConfigureAwait(false)]);
    }

    private static async Task Updated(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki().WithPayroll().With(Child(new(2020, 6, 15))), Sato()).ConfigureAwait(false);
        LedgerPerson before = await scene.PersonAsync("0027").ConfigureAwait(false);
        LedgerPerson bystander = await scene.PersonAsync("0031").ConfigureAwait(false);
        LedgerChange change = Update(before, PersonFields.Phone, Text("080-9999-9999"));
        await scene.AppliedAsync(LedgerScene.Set("c-1", change)).ConfigureAwait(false);
        LedgerModel.ThrowUnlessSame(
            [before with { Row = before.Row.With(change.Fields) }, bystander],
            [await scene.PersonAsync("0027").ConfigureAwait(false), await scene.PersonAsync("0031").ConfigureAwait(false)]);
    }

    private static async Task Cleared(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        await scene.AppliedAsync(LedgerScene.Set("c-1", Update(await scene.PersonAsync("0027").ConfigureAwait(false), PersonFields.Phone, default))).ConfigureAwait(false);
        ThrowUnless((await scene.PersonAsync("0027").ConfigureAwait(false)).Row[PersonFields.Phone].IsEmpty, "the field is not empty");
    }

    private static async Task Removed(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki(), Sato()).ConfigureAwait(false);
        await scene.AppliedAsync(LedgerScene.Set("c-1", NewPerson("0040"))).ConfigureAwait(false);
        LedgerPerson added = await scene.PersonAsync("0040").ConfigureAwait(false);
        await scene.AppliedAsync(LedgerScene.Set("c-2", Remove(Key("0040"), added.Row))).ConfigureAwait(false);
        ThrowUnless((await scene.ReadAsync(PersonQuery.ByNumber(added.Number)).ConfigureAwait(false)).Count == 0, "the person is still there");
        await scene.PersonAsync("0027").ConfigureAwait(false);
        await scene.PersonAsync("0031").ConfigureAwait(false);
    }

    private static async Task OutcomesInOrder(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerChangeSet[] sets = [.. Enumerable.Range(1, 4).Select(i => LedgerScene.Set($"c-{i}", NewPerson($"100{i}")))];
        IReadOnlyList<LedgerOutcome> outcomes = await scene.ApplyAsync(sets).ConfigureAwait(false);
        ThrowUnless(outcomes.Select(outcome => outcome.Id).SequenceEqual(sets.Select(set => set.Id)), "the outcomes are in another order");
    }

    private static async Task Folded(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerPerson person = await scene.PersonAsync("0027").ConfigureAwait(false);
        LedgerChange first = Update(person, PersonFields.Phone, Text("1"));
        LedgerChange second = Update(person, (PersonFields.Phone, Text("1"), Text("2")));
        IReadOnlyList<LedgerOutcome> outcomes = await scene.ApplyAsync(LedgerScene.Set("c-1", first), LedgerScene.Set("c-2", second)).ConfigureAwait(false);
        LedgerScene.Applied(outcomes[0]);
        LedgerScene.Applied(outcomes[1]);
        ThrowUnless((await scene.PersonAsync("0027").ConfigureAwait(false)).Row[PersonFields.Phone] == Text("2"), "the second set did not build on the first");
    }

    private static async Task Lasting(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        await scene.AppliedAsync(LedgerScene.Set("c-1", NewPerson("0040"))).ConfigureAwait(false);
        await (await scene.ReopenedAsync().ConfigureAwait(false)).PersonAsync("0040").ConfigureAwait(false);
    }

    private static async Task Cancelled(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        bool cancelled = false;
        try
        {
            await scene.Ledger.ApplyAsync(LedgerScene.Establishment, [LedgerScene.Set("c-1", NewPerson("0040"))], new CancellationToken(true)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            cancelled = true;
        }

        ThrowUnless(cancelled, "no OperationCanceledException");
        ThrowUnless((await scene.ReadAsync(PersonQuery.ByNumber(EmployeeNumber.Parse("0040"))).ConfigureAwait(false)).Count == 0, "the set was written");
        await scene.AppliedAsync(LedgerScene.Set("c-1", NewPerson("0040"))).ConfigureAwait(false);
    }
}
