using CellsContact.Contacts;
using CellsContact.Ledgers;
using static CellsContact.Promises.LedgerCast;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Numbering (付番): which number a slot gets, and who may name the slot.</summary>
internal static class LedgerNumbering
{
    internal static IReadOnlyList<Promise<ILedgerHarness>> All { get; } =
    [
        new("A slot gets the highest number of the shape most numbers have, plus one, zero-padded.", Next(["0027", "0031", "20260401", "A-7"], "0032")),
        new("A prefix is part of the shape.", Next(["A-007", "A-009", "0050"], "A-010")),
        new("Among several shapes the one of the last row counts.", Next(["0027", "A-007"], "A-008")),
        new("An empty ledger begins with 0001.", Next([], "0001")),
        new("9999 is followed by 10000, and that by 10001.", Next(["9998", "9999"], "10000", "10001")),
        new("A number that is taken in another form is passed over.", Next(["0027", "0028", "29"], "0030")),
        new("An assigned number is text, and the receipt's number is the row's.", IsText),
        new("A number assigned once is never assigned again, not even by another instance.", NeverAgain),
        new("The rows of a set share its slot.", SharedSlot),
        new("Sets of one call get numbers of their own.", OneCall),
    ];

    private static Func<ILedgerHarness, CancellationToken, Task> Next(string[] numbers, params string[] expected) => async (harness, token) =>
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, [.. numbers.Select(Sato)]).ConfigureAwait(false);
        for (int i = 0; i < expected.Length; i++)
        {
            LedgerReceipt receipt = await scene.AppliedAsync(LedgerScene.Set($"c-{i}", NewPerson())).ConfigureAwait(false);
            ThrowUnless(receipt.AssignedNumbers.TryGetValue("new", out EmployeeNumber assigned) && assigned.Value == expected[i], $"assigned is {assigned} instead of {expected[i]}");
        }
    };

    private static async Task IsText(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerReceipt receipt = await scene.AppliedAsync(LedgerScene.Set("c-1", NewPerson())).ConfigureAwait(false);
        LedgerPerson person = await scene.PersonAsync("0028").ConfigureAwait(false);
        ThrowUnless(receipt.AssignedNumbers.Count == 1 && receipt.AssignedNumbers["new"] == person.Number, "the receipt tells another number than the row");
        ThrowUnless(person.Row[PersonFields.EmployeeNumber] == Text("0028"), $"the row's number is a {person.Row[PersonFields.EmployeeNumber].Kind}");
    }

    private static async Task NeverAgain(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        await scene.AppliedAsync(LedgerScene.Set("c-1", NewPerson())).ConfigureAwait(false);
        LedgerPerson added = await scene.PersonAsync("0028").ConfigureAwait(false);
        await scene.AppliedAsync(LedgerScene.Set("c-2", Remove(Key("0028"), added.Row))).ConfigureAwait(false);
        LedgerReceipt next = await scene.AppliedAsync(LedgerScene.Set("c-3", NewPerson())).ConfigureAwait(false);
        ThrowUnless(next.AssignedNumbers["new"].Value == "0029", $"assigned is {next.AssignedNumbers["new"]} instead of 0029");
        LedgerPerson second = await scene.PersonAsync("0029").ConfigureAwait(false);
        await scene.AppliedAsync(LedgerScene.Set("c-4", Remove(Key("0029"), second.Row))).ConfigureAwait(false);
        LedgerScene elsewhere = await scene.ReopenedAsync().ConfigureAwait(false);
        LedgerReceipt later = await elsewhere.AppliedAsync(LedgerScene.Set("c-5", NewPerson())).ConfigureAwait(false);
        ThrowUnless(later.AssignedNumbers["new"].Value == "0030", $"another instance assigned {later.AssignedNumbers["new"]} instead of 0030");
    }

    private static async Task SharedSlot(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        await scene.AppliedAsync(LedgerScene.Set(
            "c-1",
            NewPerson(),
            Add(LedgerTable.Payroll, Slot(), (PayrollFields.Name, Text("新人\u3000次郎"))),
            Add(LedgerTable.Dependents, Slot(ChildKey), ChildValues(new(2026, 4, 1))))).ConfigureAwait(false);
        LedgerPerson person = await scene.PersonAsync("0028").ConfigureAwait(false);
        ThrowUnless(person.Payroll is not null, "the payroll row is not the new person's");
        ThrowUnless(person.Payroll![PayrollFields.EmployeeNumber] == Text("0028"), "the payroll row does not have the number");
        ThrowUnless(person.Dependents.Count == 1, "the dependent is not the new person's");
        ThrowUnless(person.Dependents[0][DependentFields.EmployeeNumber] == Text("0028"), "the dependent's row does not have the number");
    }

    private static async Task OneCall(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        IReadOnlyList<LedgerOutcome> outcomes = await scene.ApplyAsync(LedgerScene.Set("c-1", NewPerson()), LedgerScene.Set("c-2", NewPerson())).ConfigureAwait(false);
        string[] assigned = [.. outcomes.Select(outcome => LedgerScene.Applied(outcome).AssignedNumbers["new"].Value)];
        ThrowUnless(assigned.SequenceEqual(["0028", "0029"]), $"assigned are {string.Join(", ", assigned)}");
    }
}
