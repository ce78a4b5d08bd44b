using CellsContact.Contacts;
using CellsContact.Intake;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using CellsContact.Statuses;
using CellsContact.Storage;
using Microsoft.Extensions.Time.Testing;

namespace CellsContact.Tests.Intake;

/// <summary>Vault first, then the store: what is left when one of them fails.</summary>
public sealed class InboxStoringTests
{
    private static readonly MyNumber s_number = Number(Wire.OtherMyNumber);
    private static readonly MyNumberSlot s_slot = new(Receiving.Key("c-20260502-0006"), "myNumber");
    private readonly FailingStore _store = new();
    private readonly InMemoryMyNumberVault _vault = new(new FakeTimeProvider(new(2026, 7, 3, 9, 0, 0, TimeSpan.FromHours(9))));

    private Receiving Office => new(store: _store, vault: _vault);

    [Fact]
    public async Task Receive_StoreFails_ThrowsAndKeepsTheNumberForTheResend()
    {
        _store.Fail = FailureAt.BeforeAdding;

        await Assert.ThrowsAsync<ContactStoreException>(() => Office.ReceiveAsync(Wire.Example("my-number-update")));

        Assert.Equal(MyNumberState.Held, (await _vault.FindAsync(s_slot, default))!.State);
        _store.Fail = FailureAt.Never;
        Assert.IsType<IntakeResult.Accepted>(await Office.ReceiveAsync(Wire.Example("my-number-update")));
        Assert.Equal(MyNumberMatch.Same, await _vault.MatchesAsync(s_slot, s_number, default));
    }

    [Fact]
    public async Task Receive_StoreFailsAfterCommitting_KeepsTheNumberAndResendIsDuplicate()
    {
        _store.Fail = FailureAt.AfterAdding;

        await Assert.ThrowsAsync<ContactStoreException>(() => Office.ReceiveAsync(Wire.Example("my-number-update")));

        Assert.Equal(MyNumberMatch.Same, await _vault.MatchesAsync(s_slot, s_number, default));
        _store.Fail = FailureAt.Never;
        Assert.IsType<IntakeResult.Duplicate>(await Office.ReceiveAsync(Wire.Example("my-number-update")));
    }

    [Fact]
    public async Task Receive_ResentAfterTheVaultLostTheNumber_IsDuplicateAndGivesItBack()
    {
        await Office.ReceiveAsync(Wire.Example("my-number-update"));
        await _vault.EraseHeldAsync(s_slot.Contact, default);

        Assert.IsType<IntakeResult.Duplicate>(await Office.ReceiveAsync(Wire.Example("my-number-update")));
        Assert.Equal(MyNumberMatch.Same, await _vault.MatchesAsync(s_slot, s_number, default));
        System.Text.Json.Nodes.JsonObject other = Wire.Example("my-number-update").AsObject();
        other["myNumber"] = Wire.MyNumber;
        Assert.IsType<IntakeResult.Rejected>(await Office.ReceiveAsync(other));
    }

    [Fact]
    public async Task Receive_CrashBeforeStoring_ResendCompletes()
    {
        await _vault.PutAsync(s_slot, s_number, default);

        Assert.IsType<IntakeResult.Accepted>(await Office.ReceiveAsync(Wire.Example("my-number-update")));
    }

    [Fact]
    public async Task Receive_CrashBeforeStoringThenCorrectedNumber_TakesTheCorrectedOne()
    {
        Receiving office = Office;
        await _vault.PutAsync(s_slot, Number(Wire.MyNumber), default);

        Assert.True((await Assert.ThrowsAsync<ContactStoreException>(() => office.ReceiveAsync(Wire.Example("my-number-update")))).IsTransient);
        Assert.Equal(MyNumberMatch.Same, await _vault.MatchesAsync(s_slot, Number(Wire.MyNumber), default));
        office.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<IntakeResult.Accepted>(await office.ReceiveAsync(Wire.Example("my-number-update")));
        Assert.Equal(MyNumberMatch.Same, await _vault.MatchesAsync(s_slot, s_number, default));
    }

    [Fact]
    public async Task Receive_Expired_LeavesNoNumber()
    {
        _store.Answer = AddOutcome.Expired;

        IntakeResult result = await Office.ReceiveAsync(Wire.Example("my-number-update"));

        Assert.Equal(s_slot.Contact, Assert.IsType<IntakeResult.Expired>(result).Key);
        Assert.NotEqual(MyNumberMatch.Same, await _vault.MatchesAsync(s_slot, s_number, default));
        Assert.IsType<IntakeResult.Expired>(await Office.ReceiveAsync(Wire.Example("separation")));
    }

    [Fact]
    public async Task Receive_ListWhoseMiddleFailsToStore_KeepsTheResultsBefore()
    {
        List<IntakeResult> results = [];

        await Assert.ThrowsAsync<ContactStoreException>(async () =>
        {
            await foreach (IntakeResult result in Office.Inbox.ReceiveAsync(Wire.List(Wire.Example("separation"), Wire.Example("hire"), Wire.Example("insurance-leave")), Receiving.Sender))
            {
                results.Add(result);
                _store.Fail = FailureAt.BeforeAdding;
            }
        });

        Assert.Equal(Receiving.Key("c-20260325-0002"), Assert.IsType<IntakeResult.Accepted>(Assert.Single(results)).Key);
        Assert.Single(await _store.Inner.ListAsync(new ContactStoreQuery(), default));
    }

    [Fact]
    public async Task Receive_SameIdTwoNumbersAtOnce_OneIsAcceptedWithItsOwnNumber()
    {
        Receiving office = Office;

        IntakeResult[] results = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            office.ReceiveAsync(Wire.Example("my-number-update", c => c["myNumber"] = i % 2 == 0 ? Wire.MyNumber : Wire.OtherMyNumber))));

        Assert.Single(results.OfType<IntakeResult.Accepted>());
        Assert.Equal(20, results.OfType<IntakeResult.Rejected>().Count());
        int winner = Array.FindIndex(results, result => result is IntakeResult.Accepted);
        Assert.Equal(MyNumberMatch.Same, await _vault.MatchesAsync(s_slot, Number(winner % 2 == 0 ? Wire.MyNumber : Wire.OtherMyNumber), default));
    }

    [Fact]
    public async Task Receive_Cancelled_StoresNothing()
    {
        using CancellationTokenSource source = new();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (IntakeResult unused in Office.Inbox.ReceiveAsync(Wire.Stream(Wire.Example("hire")), Receiving.Sender, source.Token))
                Assert.Fail("Nothing is received.");
        });
    }

    private static MyNumber Number(string text) => MyNumber.TryParse(text, out MyNumber? number) ? number : throw new ArgumentException("No number.", nameof(text));

    private enum FailureAt
    {
        Never,
        BeforeAdding,
        AfterAdding,
    }

    private sealed class FailingStore : IContactStore
    {
        internal InMemoryContactStore Inner { get; } = new();

        internal FailureAt Fail { get; set; }

        internal AddOutcome? Answer { get; set; }

        public async ValueTask<AddOutcome> AddAsync(ReceivedContact received, CancellationToken token)
        {
            if (Fail == FailureAt.BeforeAdding)
                throw Failure();
            AddOutcome outcome = Answer ?? await Inner.AddAsync(received, token);
            return Fail == FailureAt.AfterAdding ? throw Failure() : outcome;
        }

        public ValueTask<ContactEntry?> FindAsync(ContactKey key, CancellationToken token) => Inner.FindAsync(key, token);

        public ValueTask<IReadOnlyList<ContactListItem>> ListAsync(ContactStoreQuery query, CancellationToken token) => Inner.ListAsync(query, token);

        public ValueTask<StoreOutcome> PrepareAsync(SaveAttempt attempt, long expectedVersion, CancellationToken token) => Inner.PrepareAsync(attempt, expectedVersion, token);

        public ValueTask<StoreOutcome> TakeUpAsync(ContactKey key, int attempt, CancellationToken token) => Inner.TakeUpAsync(key, attempt, token);

        public ValueTask<ContactEntry> CompleteAsync(ContactKey key, int attempt, LedgerReceipt receipt, DateTimeOffset at, CancellationToken token) => Inner.CompleteAsync(key, attempt, receipt, at, token);

        public ValueTask<ContactEntry> AbandonAsync(ContactKey key, int attempt, long expectedVersion, DateTimeOffset at, CancellationToken token) => Inner.AbandonAsync(key, attempt, expectedVersion, at, token);

        public ValueTask<StoreOutcome> MoveAsync(ContactKey key, long expectedVersion, ContactMove move, IReadOnlyList<Edit>? draft, CancellationToken token) => Inner.MoveAsync(key, expectedVersion, move, draft, token);

        public ValueTask<IReadOnlyList<ContactKey>> EraseAsync(IReadOnlyList<ContactKey> keys, CancellationToken token) => Inner.EraseAsync(keys, token);

        public ValueTask ReleaseErasedAsync(CancellationToken token) => Inner.ReleaseErasedAsync(token);

        private static ContactStoreException Failure() => new(new("保存できません。", "Cannot store."));
    }
}
