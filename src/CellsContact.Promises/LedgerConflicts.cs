using CellsContact.Contacts;
using CellsContact.Ledgers;
using static CellsContact.Promises.LedgerCast;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Conflicts: what is refused, how it is told, and that nothing of it is written.</summary>
internal static class LedgerConflicts
{
    internal static IReadOnlyList<Promise<ILedgerHarness>> All { get; } =
    [
        new("A value that is no longer the before-value is a conflict, field by field, with both values.", FieldByField),
        new("Nothing of a set in conflict is written, and no number assigned by it is told.", NothingWritten),
        new("A set in conflict never blocks another.", NeverBlocks),
        new("A set in conflict may be applied later under the same id.", LaterUnderTheSameId),
        new("A change to a row that is not there is a conflict.", RowMissing),
        new("A payroll row or dependent of somebody who is not there is a conflict.", OwnerMissing),
        new("Adding a person whose number is taken, without width and leading zeros, is a conflict.", NumberTaken),
        new("A second payroll row of a person is a conflict.", PayrollTaken),
        new("A row that has more values than the removal knows of is not removed.", FullImage),
        new("A formula is never overwritten.", Formula),
        new("A field the ledger does not have is a conflict.", FieldMissing),
    ];

    private static async Task FieldByField(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki("0027", (PersonFields.Occupation, Text("営業")))).ConfigureAwait(false);
        LedgerPerson person = await scene.PersonAsync("0027").ConfigureAwait(false);
        LedgerChange change = Update(
            person,
            (PersonFields.Phone, Text("stale"), Text("1")),
            (PersonFields.Occupation, default, Text("経理")),
            (PersonFields.Address, default, Text("東京都")));
        IReadOnlyList<LedgerConflict> conflicts = await scene.ConflictAsync(LedgerScene.Set("c-1", change)).ConfigureAwait(false);
        ThrowUnless(conflicts.Count == 2, $"{conflicts.Count} conflicts are told instead of two");
        foreach ((LedgerField field, LedgerValue before) in ((LedgerField, LedgerValue)[])[(PersonFields.Phone, Text("stale")), (PersonFields.Occupation, default)])
        {
            ThrowUnless(
                conflicts.Any(one => one.Field == field && one.Reason == LedgerConflictReason.ValueChanged && one.Expected == before && one.Actual == person.Row[field] && one.Row == change.Row),
                $"{field} is not told with both values");
        }
    }

    private static async Task NothingWritten(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerPerson person = await scene.PersonAsync("0027").ConfigureAwait(false);
        await scene.ConflictAsync(LedgerScene.Set(
            "c-1",
            NewPerson(),
            Update(person, PersonFields.Occupation, Text("経理")),
            Update(person, (PersonFields.Phone, Text("stale"), Text("1"))))).ConfigureAwait(false);
        LedgerModel.ThrowUnlessSame([person], [await scene.PersonAsync("0027").ConfigureAwait(false)]);
        ThrowUnless((await scene.ReadAsync(PersonQuery.ByNumber(EmployeeNumber.Parse("0028"))).ConfigureAwait(false)).Count == 0, "a row of the set was added");
    }

    private static async Task NeverBlocks(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerPerson person = await scene.PersonAsync("0027").ConfigureAwait(false);
        IReadOnlyList<LedgerOutcome> outcomes = await scene.ApplyAsync(
            LedgerScene.Set("c-1", NewPerson("0041")),
            LedgerScene.Set("c-2", Update(person, (PersonFields.Phone, Text("stale"), Text("1")))),
            LedgerScene.Set("c-3", NewPerson("0043"))).ConfigureAwait(false);
        LedgerScene.Applied(outcomes[0]);
        ThrowUnless(outcomes[1] is LedgerOutcome.Conflict, "the second set is no conflict");
        LedgerScene.Applied(outcomes[2]);
        await scene.PersonAsync("0041").ConfigureAwait(false);
        await scene.PersonAsync("0043").ConfigureAwait(false);
    }

    private static async Task LaterUnderTheSameId(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerPerson person = await scene.PersonAsync("0027").ConfigureAwait(false);
        LedgerChangeSet set = LedgerScene.Set("c-1", Update(person, (PersonFields.Phone, Text("later"), Text("1"))));
        await scene.ConflictAsync(set).ConfigureAwait(false);
        await scene.AppliedAsync(LedgerScene.Set("c-2", Update(person, PersonFields.Phone, Text("later")))).ConfigureAwait(false);
        await scene.AppliedAsync(set).ConfigureAwait(false);
    }

    private static async Task RowMissing(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        await Told(scene, LedgerConflictReason.RowMissing, Update(Sato("0099"), (PersonFields.Address, default, Text("東京都")))).ConfigureAwait(false);
        await Told(scene, LedgerConflictReason.RowMissing, UpdateDependent("0027", Child(new(2020, 6, 15)), DependentFields.EndReason, Text("x")), "c-2").ConfigureAwait(false);
    }

    private static async Task OwnerMissing(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        await Told(scene, LedgerConflictReason.RowMissing, Add(LedgerTable.Payroll, Key("0099"), (PayrollFields.Name, Text("誰か")))).ConfigureAwait(false);
        await Told(scene, LedgerConflictReason.RowMissing, AddChild("0099", new(2026, 4, 1)), "c-2").ConfigureAwait(false);
    }

    private static async Task NumberTaken(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        await Told(scene, LedgerConflictReason.RowExists, NewPerson("0027")).ConfigureAwait(false);
        await Told(scene, LedgerConflictReason.RowExists, NewPerson("27"), "c-2").ConfigureAwait(false);
        await Told(scene, LedgerConflictReason.RowExists, NewPerson("００２７"), "c-3").ConfigureAwait(false);
    }

    private static async Task PayrollTaken(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki().WithPayroll()).ConfigureAwait(false);
        await Told(scene, LedgerConflictReason.RowExists, Add(LedgerTable.Payroll, Key("0027"), (PayrollFields.EmployeeNumber, Text("0027")), (PayrollFields.Name, Text("誰か")))).ConfigureAwait(false);
    }

    private static async Task FullImage(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerPerson person = await scene.PersonAsync("0027").ConfigureAwait(false);
        await scene.AppliedAsync(LedgerScene.Set("c-1", Update(person, PersonFields.HealthInsuranceNumber, Text("12")))).ConfigureAwait(false);
        IReadOnlyList<LedgerConflict> conflicts = await scene.ConflictAsync(LedgerScene.Set("c-2", Remove(Key("0027"), person.Row))).ConfigureAwait(false);
        ThrowUnless(conflicts.Any(one => one.Field == PersonFields.HealthInsuranceNumber && one.Reason == LedgerConflictReason.ValueChanged), "the value the removal does not know of is not told");
        await scene.PersonAsync("0027").ConfigureAwait(false);
    }

    private static async Task Formula(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki("0027", (PersonFields.Occupation, LedgerValue.Raw(LedgerValueKind.Formula, "営業")))).ConfigureAwait(false);
        LedgerPerson person = await scene.PersonAsync("0027").ConfigureAwait(false);
        ThrowUnless(person.Row[PersonFields.Occupation] == LedgerValue.Raw(LedgerValueKind.Formula, "営業"), "the formula is not read as one with its result");
        await Told(scene, LedgerConflictReason.Formula, Update(person, PersonFields.Occupation, Text("経理"))).ConfigureAwait(false);
        ThrowUnless((await scene.PersonAsync("0027").ConfigureAwait(false)).Row[PersonFields.Occupation] == person.Row[PersonFields.Occupation], "the formula changed");
    }

    private static async Task FieldMissing(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, [new(LedgerScene.Establishment, [Suzuki()]) { Without = [PersonFields.Occupation] }], token).ConfigureAwait(false);
        LedgerPerson person = await scene.PersonAsync("0027").ConfigureAwait(false);
        await Told(scene, LedgerConflictReason.FieldMissing, Update(person, PersonFields.Occupation, Text("営業"))).ConfigureAwait(false);
    }

    private static async Task Told(LedgerScene scene, LedgerConflictReason reason, LedgerChange change, string contact = "c-1")
    {
        IReadOnlyList<LedgerConflict> conflicts = await scene.ConflictAsync(LedgerScene.Set(contact, change)).ConfigureAwait(false);
        ThrowUnless(conflicts.Any(one => one.Reason == reason && one.Table == change.Table), $"{string.Join(", ", conflicts.Select(one => one.Reason))} instead of {reason}");
    }
}
