using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using CellsContact.Statuses;
using CellsContact.Storage;
using CellsContact.Tests.Scenes;
using CellsContact.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CellsContact.Tests.Desk;

/// <summary>One notice is saved in two places at once: the first waits for the workbook, the second takes its attempt over.</summary>
public sealed class TakeOverTests : IDisposable
{
    private static readonly EstablishmentId s_e001 = OfficeScene.E001;
    private readonly GatedLedger _ledger = new();
    private readonly InterruptedStore _store = new(new InMemoryContactStore());
    private readonly OfficeScene _office;

    public TakeOverTests()
    {
        _office = new(register: services => services.AddSingleton<ILedger>(_ledger).AddSingleton<IContactStore>(_store));
        _ledger.Inner.Add(s_e001, Cast.Everybody());
    }

    public void Dispose() => _office.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FirstGivesUp_BeforeTheSecondApplies_ItIsSavedOnce(bool resumedByAColleague)
    {
        ContactKey key = await _office.ReceiveExampleAsync("hire");
        (Task<SaveResult> first, GatedLedger.Waiting firstWaits) = await ArriveAsync(() => SaveAsync(key));
        (Task<SaveResult> second, GatedLedger.Waiting secondWaits) = await ArriveAsync(() => resumedByAColleague ? _office.Desk.ResumeAsync(key, OfficeScene.Colleague) : SaveAsync(key));

        firstWaits.TooLong();
        await Assert.ThrowsAsync<LedgerBusyException>(() => first);
        Assert.Equal(1, (await _office.EntryAsync(key)).OpenAttempt!.Number);
        secondWaits.Enter();

        Assert.IsType<SaveResult.Saved>(await second);
        await AssertSavedOnceAsync(key);
    }

    [Fact]
    public async Task FirstGivesUpAndTriesAgain_BeforeTheSecondApplies_ThereIsNoSecondAttemptAndNobodyIsHiredTwice()
    {
        ContactKey key = await _office.ReceiveExampleAsync("hire");
        (Task<SaveResult> first, GatedLedger.Waiting firstWaits) = await ArriveAsync(() => SaveAsync(key));
        (Task<SaveResult> second, GatedLedger.Waiting secondWaits) = await ArriveAsync(() => SaveAsync(key));
        firstWaits.TooLong();
        await Assert.ThrowsAsync<LedgerBusyException>(() => first);

        (Task<SaveResult> again, GatedLedger.Waiting againWaits) = await ArriveAsync(() => SaveAsync(key));
        againWaits.Enter();
        Assert.IsType<SaveResult.Saved>(await again);
        secondWaits.Enter();

        Assert.IsType<SaveResult.Saved>(await second);
        await AssertSavedOnceAsync(key);
    }

    [Fact]
    public async Task FirstWakesUp_AfterTheSecondSavedAndItWasTakenBack_ItsNumberIsNotLinkedAgain()
    {
        ContactKey key = await _office.ReceiveExampleAsync("hire");
        (Task<SaveResult> first, GatedLedger.Waiting firstWaits) = await ArriveAsync(() => SaveAsync(key));
        (Task<SaveResult> second, GatedLedger.Waiting secondWaits) = await ArriveAsync(() => SaveAsync(key));
        secondWaits.Enter();
        Assert.IsType<SaveResult.Saved>(await second);
        (Task<SaveResult> undo, GatedLedger.Waiting undoWaits) = await ArriveAsync(() => _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Undo));
        undoWaits.Enter();
        Assert.IsType<SaveResult.Saved>(await undo);

        firstWaits.Enter();

        Assert.IsType<SaveResult.Saved>(await first);
        Assert.Equal(MyNumberState.Held, (await _office.Vault.FindAsync(new MyNumberSlot(key, "myNumber"), default))!.State);
        Assert.Equal(ContactStatus.Unprocessed, (await _office.EntryAsync(key)).Status);
    }

    [Fact]
    public async Task FirstGivesUp_AfterTheSecondSaved_NothingChanges()
    {
        ContactKey key = await _office.ReceiveExampleAsync("hire");
        (Task<SaveResult> first, GatedLedger.Waiting firstWaits) = await ArriveAsync(() => SaveAsync(key));
        (Task<SaveResult> second, GatedLedger.Waiting secondWaits) = await ArriveAsync(() => SaveAsync(key));
        secondWaits.Enter();
        SaveResult.Saved saved = Assert.IsType<SaveResult.Saved>(await second);

        firstWaits.TooLong();
        await Assert.ThrowsAsync<LedgerBusyException>(() => first);
        Assert.Equal(saved.Entry.Version, (await _office.EntryAsync(key)).Version);
        await AssertSavedOnceAsync(key);
    }

    [Fact]
    public async Task BothGiveUp_TheAttemptStaysOpenAndIsFinishedByTheNextSave()
    {
        ContactKey key = await _office.ReceiveExampleAsync("hire");
        (Task<SaveResult> first, GatedLedger.Waiting firstWaits) = await ArriveAsync(() => SaveAsync(key));
        (Task<SaveResult> second, GatedLedger.Waiting secondWaits) = await ArriveAsync(() => SaveAsync(key));
        firstWaits.TooLong();
        secondWaits.TooLong();
        await Assert.ThrowsAsync<LedgerBusyException>(() => first);
        await Assert.ThrowsAsync<LedgerBusyException>(() => second);

        (Task<SaveResult> next, GatedLedger.Waiting nextWaits) = await ArriveAsync(() => SaveAsync(key));
        nextWaits.Enter();
        Assert.IsType<SaveResult.Saved>(await next);
        await AssertSavedOnceAsync(key);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FirstGivesUp_WhileTheSecondIsAboutToTakeOver_TheSecondLooksAgain(bool resumed)
    {
        ContactKey key = await _office.ReceiveExampleAsync("hire");
        (Task<SaveResult> first, GatedLedger.Waiting firstWaits) = await ArriveAsync(() => SaveAsync(key));
        _store.BeforeTakingUp = async () =>
        {
            firstWaits.TooLong();
            await Assert.ThrowsAsync<LedgerBusyException>(() => first);
        };

        if (resumed)
        {
            SaveResult.Saved unchanged = Assert.IsType<SaveResult.Saved>(await _office.Desk.ResumeAsync(key, OfficeScene.Colleague));
            Assert.Equal((ContactStatus.Unprocessed, AttemptState.Abandoned), (unchanged.Entry.Status, Assert.Single(unchanged.Entry.Attempts).State));
            return;
        }

        (Task<SaveResult> second, GatedLedger.Waiting secondWaits) = await ArriveAsync(() => SaveAsync(key));
        secondWaits.Enter();
        Assert.Equal(2, Assert.IsType<SaveResult.Saved>(await second).Receipt!.Id.Attempt);
        await AssertSavedOnceAsync(key);
    }

    [Fact]
    public async Task FirstMeetsAConflict_WhichIsGoneWhenTheSecondApplies_ItIsSavedOnce()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        (Task<SaveResult> first, GatedLedger.Waiting firstWaits) = await ArriveAsync(() => SaveAsync(key));
        (Task<SaveResult> second, GatedLedger.Waiting secondWaits) = await ArriveAsync(() => SaveAsync(key));
        await TypeAsync(LedgerValue.Empty, Cast.Date(2026, 3, 15));
        firstWaits.Enter();
        Assert.IsType<SaveResult.Conflict>(await first);
        Assert.NotNull((await _office.EntryAsync(key)).OpenAttempt);

        await TypeAsync(Cast.Date(2026, 3, 15), LedgerValue.Empty);
        secondWaits.Enter();
        Assert.IsType<SaveResult.Saved>(await second);
        await AssertSavedOnceAsync(key);
    }

    [Fact]
    public async Task SecondMeetsAConflict_WhichIsGoneWhenTheFirstApplies_TheNoticeFollowsTheLedger()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        (Task<SaveResult> first, GatedLedger.Waiting firstWaits) = await ArriveAsync(() => SaveAsync(key));
        (Task<SaveResult> second, GatedLedger.Waiting secondWaits) = await ArriveAsync(() => SaveAsync(key));
        await TypeAsync(LedgerValue.Empty, Cast.Date(2026, 3, 15));
        secondWaits.Enter();
        Assert.IsType<SaveResult.Conflict>(await second);
        Assert.Equal(AttemptState.Abandoned, Assert.Single((await _office.EntryAsync(key)).Attempts).State);

        await TypeAsync(Cast.Date(2026, 3, 15), LedgerValue.Empty);
        firstWaits.Enter();
        Assert.IsType<SaveResult.Saved>(await first);
        await AssertSavedOnceAsync(key);
    }

    private Task<SaveResult> SaveAsync(ContactKey key) => _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect);

    /// <summary>Begins to save, and waits until it stands before the ledger.</summary>
    private async Task<(Task<SaveResult> Save, GatedLedger.Waiting Waiting)> ArriveAsync(Func<Task<SaveResult>> save)
    {
        Task<SaveResult> begun = Task.Run(save);
        return (begun, await _ledger.NextAsync());
    }

    private async Task AssertSavedOnceAsync(ContactKey key)
    {
        ContactEntry entry = await _office.EntryAsync(key);
        Assert.Equal((ContactStatus.Registered, true), (entry.Status, entry.IsReflected));
        Assert.Equal(ContactAction.Reflect, Assert.Single(entry.History).Action);
        Assert.Single(entry.Attempts, attempt => attempt.State == AttemptState.Completed);
        Assert.Null(entry.OpenAttempt);
        bool isHire = entry.Contact.Kind == ContactKind.Hire;
        IReadOnlyList<LedgerPerson> people = _ledger.Inner.People(s_e001);
        Assert.Equal(isHire ? Cast.Everybody().Count() + 1 : Cast.Everybody().Count(), people.Count);
        if (!isHire)
            Assert.Equal(Cast.Date(2026, 3, 31), people.Single(person => person.Number.Value == "0012").Row[PersonFields.LeftOn]);
    }

    /// <summary>Someone types a last day into the ledger.</summary>
    private async Task TypeAsync(LedgerValue before, LedgerValue after)
    {
        LedgerChange change = new(LedgerTable.People, new(LedgerPersonKey.Of(EmployeeNumber.Parse("0012"))), LedgerChangeAction.Update, [new(PersonFields.LeftOn, before, after)]);
        ChangeSetId id = new(ContactKey.Parse($"E001/typed-{Guid.NewGuid():N}"), 1, ChangeSetPurpose.Apply);
        Assert.IsType<LedgerOutcome.Applied>(Assert.Single(await _ledger.Inner.ApplyAsync(s_e001, [new(id, ContactKind.Separation, "typed", [change])], CancellationToken.None)));
    }

    /// <summary>A store where something happens just before an attempt is taken up.</summary>
    private sealed class InterruptedStore(IContactStore inner) : BrokenStore(inner)
    {
        internal Func<Task>? BeforeTakingUp { get; set; }

        public override async ValueTask<StoreOutcome> TakeUpAsync(ContactKey key, int attempt, CancellationToken token)
        {
            Func<Task>? before = BeforeTakingUp;
            BeforeTakingUp = null;
            await (before?.Invoke() ?? Task.CompletedTask);
            return await base.TakeUpAsync(key, attempt, token);
        }
    }
}
