using CellsContact.Ledgers;
using static CellsContact.Promises.LedgerCast;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>扶養親族: when a dependent is there already, and which of several rows a change means.</summary>
internal static class LedgerDependents
{
    private static readonly DateOnly s_first = new(2020, 6, 15);
    private static readonly DateOnly s_ended = new(2023, 3, 31);
    private static readonly DateOnly s_second = new(2024, 4, 1);

    internal static IReadOnlyList<Promise<ILedgerHarness>> All { get; } =
    [
        new("Adding a dependent who is open is a conflict, whatever the surname.", OpenOne),
        new("A dependent who has ended can be added anew, and the ended row stays.", EndedOne),
        new("Of several rows of one dependent, the one with the before-values is changed.", ByBeforeImage),
        new("A dependent is found by birth date and given name, whatever the surname.", AfterRenaming),
        new("A removed dependent is gone, and the person's others stay.", Removed),
    ];

    private static async Task OpenOne(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki().With(Child(s_first, family: "渡邉"))).ConfigureAwait(false);
        IReadOnlyList<LedgerConflict> conflicts = await scene.ConflictAsync(LedgerScene.Set("c-1", AddChild("0027", s_second))).ConfigureAwait(false);
        ThrowUnless(conflicts.Any(one => one.Reason == LedgerConflictReason.RowExists && one.Table == LedgerTable.Dependents), "the conflict is not RowExists");
        ThrowUnless((await scene.PersonAsync("0027").ConfigureAwait(false)).Dependents.Count == 1, "a second row was added");
    }

    private static async Task EndedOne(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki().With(Child(s_first, s_ended))).ConfigureAwait(false);
        await scene.AppliedAsync(LedgerScene.Set("c-1", AddChild("0027", s_second))).ConfigureAwait(false);
        LedgerModel.ThrowUnlessSame(
            [Suzuki().With(Child(s_first, s_ended), Child(s_second))],
            [await scene.PersonAsync("0027").ConfigureAwait(false)]);
    }

    private static async Task ByBeforeImage(ILedgerHarness harness, CancellationToken token)
    {
        LedgerRow[] rows = [Child(s_first, s_ended), Child(s_second)];
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki().With(rows)).ConfigureAwait(false);
        for (int i = 0; i < 2; i++)
        {
            LedgerPerson before = await scene.PersonAsync("0027").ConfigureAwait(false);
            await scene.AppliedAsync(LedgerScene.Set($"c-{i}", UpdateDependent("0027", before.Dependents[i], DependentFields.Occupation, Text($"学生{i}")))).ConfigureAwait(false);
        }

        LedgerPerson after = await scene.PersonAsync("0027").ConfigureAwait(false);
        for (int i = 0; i < 2; i++)
            ThrowUnless(after.Dependents[i][DependentFields.Occupation] == Text($"学生{i}"), $"row {i + 1} did not change as meant");
    }

    private static async Task AfterRenaming(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki().With(Child(s_first, family: "渡邉"))).ConfigureAwait(false);
        LedgerRow row = (await scene.PersonAsync("0027").ConfigureAwait(false)).Dependents[0];
        await scene.AppliedAsync(LedgerScene.Set("c-1", UpdateDependent("0027", row, DependentFields.SocialInsuranceTo, Date(s_ended)))).ConfigureAwait(false);
        row = (await scene.PersonAsync("0027").ConfigureAwait(false)).Dependents[0];
        ThrowUnless(row[DependentFields.SocialInsuranceTo] == Date(s_ended), "the row did not change");
    }

    private static async Task Removed(ILedgerHarness harness, CancellationToken token)
    {
        LedgerRow other = Row(LedgerTable.Dependents, (DependentFields.Name, Text("鈴木\u3000京子")), (DependentFields.Relationship, LedgerValue.OfChoice("wife")), (DependentFields.BirthDate, Date(new(1986, 1, 2))), (DependentFields.Tax, LedgerValue.OfYesNo(true)));
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki().With(Child(s_first), other)).ConfigureAwait(false);
        LedgerPerson before = await scene.PersonAsync("0027").ConfigureAwait(false);
        await scene.AppliedAsync(LedgerScene.Set("c-1", Remove(Key("0027", ChildKey), before.Dependents[0]))).ConfigureAwait(false);
        LedgerModel.ThrowUnlessSame([Suzuki().With(other)], [await scene.PersonAsync("0027").ConfigureAwait(false)]);
    }
}
