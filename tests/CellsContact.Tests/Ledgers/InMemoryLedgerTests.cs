using CellsContact.Contacts;
using CellsContact.Ledgers;
using Microsoft.Extensions.Time.Testing;
using static CellsContact.Tests.Reflectors.Office;

namespace CellsContact.Tests.Ledgers;

public class InMemoryLedgerTests
{
    private static LedgerChangeSet Set(string id, params LedgerChange[] changes) =>
        new(new(ContactKey.Parse($"E001/{id}"), 1, ChangeSetPurpose.Apply), ContactKind.Hire, "担当", changes);

    private static LedgerChange NewPerson(string slot) => new(LedgerTable.People, new(LedgerPersonKey.New(slot)), LedgerChangeAction.Add, [new(PersonFields.Name, default, Text("新人\u3000次郎"))]);

    [Fact]
    public void New_WithoutAKeyField_Throws() =>
        Assert.Throws<ArgumentException>(() => new InMemoryLedger(LedgerFields.All.Where(field => field != PersonFields.Name)));

    [Fact]
    public async Task Add_FieldsTheLedgerLacks_AreLeftOut()
    {
        InMemoryLedger ledger = new(LedgerFields.All.Where(field => field != PersonFields.Phone));
        ledger.Add(Establishment, Person("0027", (PersonFields.Phone, Text("090"))));
        LedgerSnapshot read = await ledger.ReadAsync(Establishment, [PersonQuery.ByNumber(EmployeeNumber.Parse("27"))], CancellationToken.None);
        Assert.True(Assert.Single(read.People).Row[PersonFields.Phone].IsEmpty);
        Assert.DoesNotContain(PersonFields.Phone, read.Fields);
    }

    [Fact]
    public async Task Apply_TellsWhenByTheTimeProvider()
    {
        FakeTimeProvider time = new(new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
        InMemoryLedger ledger = new(time);
        LedgerOutcome outcome = Assert.Single(await ledger.ApplyAsync(Establishment, [Set("c-1", NewPerson("a"))], CancellationToken.None));
        Assert.Equal(time.GetUtcNow(), Assert.IsType<LedgerOutcome.Applied>(outcome).Receipt.AppliedAt);
        Assert.Equal("0001", Assert.Single(ledger.People(Establishment)).Number.Value);
    }

    [Fact]
    public async Task Apply_TwoSlotsInOneSet_GetTwoNumbers()
    {
        InMemoryLedger ledger = new();
        LedgerOutcome outcome = Assert.Single(await ledger.ApplyAsync(Establishment, [Set("c-1", NewPerson("a"), NewPerson("b"))], CancellationToken.None));
        Assert.Equal(["0001", "0002"], Assert.IsType<LedgerOutcome.Applied>(outcome).Receipt.AssignedNumbers.Values.Select(number => number.Value).Order());
    }

    [Fact]
    public async Task Apply_RowOfASlotNobodyOpened_IsAConflict()
    {
        InMemoryLedger ledger = new();
        LedgerChange payroll = new(LedgerTable.Payroll, new(LedgerPersonKey.New("a")), LedgerChangeAction.Add, [new(PayrollFields.Name, default, Text("誰か"))]);
        LedgerOutcome outcome = Assert.Single(await ledger.ApplyAsync(Establishment, [Set("c-1", payroll)], CancellationToken.None));
        Assert.Equal(LedgerConflictReason.RowMissing, Assert.Single(Assert.IsType<LedgerOutcome.Conflict>(outcome).Conflicts).Reason);
    }

    [Fact]
    public async Task Apply_TwoRowsOfOneNumber_IsAmbiguous()
    {
        InMemoryLedger ledger = new();
        ledger.Add(Establishment, Person(), Person());
        LedgerChange update = new(LedgerTable.People, new(LedgerPersonKey.Of(EmployeeNumber.Parse("0027"))), LedgerChangeAction.Update, [new(PersonFields.Phone, default, Text("1"))]);
        LedgerOutcome outcome = Assert.Single(await ledger.ApplyAsync(Establishment, [Set("c-1", update)], CancellationToken.None));
        Assert.Equal(LedgerConflictReason.RowAmbiguous, Assert.Single(Assert.IsType<LedgerOutcome.Conflict>(outcome).Conflicts).Reason);
    }

    [Fact]
    public async Task Apply_WrongUse_Throws()
    {
        InMemoryLedger ledger = new();
        LedgerChangeSet set = Set("c-1", NewPerson("a"));
        await Assert.ThrowsAsync<ArgumentException>(async () => await ledger.ApplyAsync(Establishment, [set, set], CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(async () => await ledger.ApplyAsync(EstablishmentId.Parse("E002"), [set], CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(async () => await ledger.ReadAsync(default, [], CancellationToken.None));
        Assert.Throws<ArgumentException>(() => Set("c-2", new LedgerChange(LedgerTable.Dependents, new(LedgerPersonKey.New("a")), LedgerChangeAction.Add, [])));
        Assert.Throws<ArgumentException>(() => Set("c-3", new LedgerChange(LedgerTable.People, default, LedgerChangeAction.Add, [])));
    }
}
