using CellsContact.Ledgers;
using static CellsContact.Promises.LedgerCast;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>マイナンバー取扱状況記録簿: append-only, with a 連番.</summary>
internal static class LedgerHandlingBook
{
    internal static IReadOnlyList<Promise<ILedgerHarness>> All { get; } =
    [
        new("A row added to the handling book gets the next 連番 and keeps what was added.", Sequence),
        new("A handling book row of a slot gets the assigned number.", OfSlot),
        new("A row of the handling book is never removed.", NeverRemoved),
    ];

    private static async Task Sequence(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        for (int i = 1; i <= 3; i++)
            await scene.AppliedAsync(LedgerScene.Set($"c-{i}", AddHandling("0027", $"c-{i}"))).ConfigureAwait(false);
        IReadOnlyList<LedgerRow> rows = await harness.ReadHandlingBookAsync(LedgerScene.Establishment, token).ConfigureAwait(false);
        ThrowUnless(rows.Count == 3, $"{rows.Count} rows instead of three");
        for (int i = 1; i <= 3; i++)
        {
            ThrowUnless(rows[i - 1][HandlingBookFields.Sequence] == LedgerValue.OfNumber(i), $"row {i} does not have the 連番 {i}");
            foreach (FieldChange added in AddHandling("0027", $"c-{i}").Fields)
                ThrowUnless(rows[i - 1][added.Field] == added.After, $"{added.Field} of row {i} is not what was added");
        }
    }

    private static async Task OfSlot(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerChange row = Add(
            LedgerTable.HandlingBook,
            Slot(),
            [.. AddHandling("0027", "c-1").Fields.Where(field => field.Field != HandlingBookFields.EmployeeNumber).Select(field => (field.Field, field.After))]);
        await scene.AppliedAsync(LedgerScene.Set("c-1", NewPerson(), row)).ConfigureAwait(false);
        IReadOnlyList<LedgerRow> rows = await harness.ReadHandlingBookAsync(LedgerScene.Establishment, token).ConfigureAwait(false);
        ThrowUnless(rows.Count == 1 && rows[0][HandlingBookFields.EmployeeNumber] == Text("0028"), "the row does not have the assigned number");
    }

    private static async Task NeverRemoved(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        await scene.AppliedAsync(LedgerScene.Set("c-1", AddHandling("0027", "c-1"))).ConfigureAwait(false);
        LedgerRow row = (await harness.ReadHandlingBookAsync(LedgerScene.Establishment, token).ConfigureAwait(false))[0];
        IReadOnlyList<LedgerConflict> conflicts = await scene.ConflictAsync(LedgerScene.Set("c-2", Remove(Key("0027"), row))).ConfigureAwait(false);
        ThrowUnless(conflicts.Any(one => one.Reason == LedgerConflictReason.NotRemovable), "the conflict is not NotRemovable");
        ThrowUnless((await harness.ReadHandlingBookAsync(LedgerScene.Establishment, token).ConfigureAwait(false)).Count == 1, "the row is gone");
    }
}
