using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace CellsContact.Tests.Storage;

/// <summary>A store with one defect: something it takes or tells is changed on the way.</summary>
internal class BrokenStore(IContactStore inner) : IContactStore
{
    protected IContactStore Inner => inner;

    public Func<ReceivedContact, ReceivedContact> Received { get; init; } = received => received;

    public Func<AddOutcome, AddOutcome> Added { get; init; } = outcome => outcome;

    public Func<ContactKey, ContactKey> Key { get; init; } = key => key;

    public Func<ContactEntry, ContactEntry> Entry { get; init; } = entry => entry;

    public Func<ContactStoreQuery, ContactStoreQuery> Query { get; init; } = query => query;

    public Func<IReadOnlyList<ContactListItem>, IEnumerable<ContactListItem>> Items { get; init; } = items => items;

    public Func<StoreOutcome, SaveAttempt, StoreOutcome> Prepared { get; init; } = (outcome, _) => outcome;

    public Func<StoreOutcome, StoreOutcome> TakenUp { get; init; } = outcome => outcome;

    public Func<StoreOutcome, StoreOutcome> Moved { get; init; } = outcome => outcome;

    public Func<CancellationToken, CancellationToken> Token { get; init; } = token => token;

    public virtual async ValueTask<AddOutcome> AddAsync(ReceivedContact received, CancellationToken token) =>
        Added(await inner.AddAsync(Received(received), Token(token)));

    public virtual async ValueTask<ContactEntry?> FindAsync(ContactKey key, CancellationToken token) =>
        await inner.FindAsync(Key(key), Token(token)) is { } entry ? Entry(entry) : null;

    public async ValueTask<IReadOnlyList<ContactListItem>> ListAsync(ContactStoreQuery query, CancellationToken token) =>
        [.. Items(await inner.ListAsync(Query(query), Token(token)))];

    public virtual async ValueTask<StoreOutcome> PrepareAsync(SaveAttempt attempt, long expectedVersion, CancellationToken token) =>
        Prepared(Seen(await inner.PrepareAsync(attempt, expectedVersion, Token(token))), attempt);

    public virtual async ValueTask<StoreOutcome> TakeUpAsync(ContactKey key, int attempt, CancellationToken token) =>
        TakenUp(Seen(await inner.TakeUpAsync(Key(key), attempt, Token(token))));

    public virtual async ValueTask<ContactEntry> CompleteAsync(ContactKey key, int attempt, LedgerReceipt receipt, DateTimeOffset at, CancellationToken token) =>
        Entry(await inner.CompleteAsync(Key(key), attempt, receipt, at, Token(token)));

    public virtual async ValueTask<ContactEntry> AbandonAsync(ContactKey key, int attempt, long expectedVersion, DateTimeOffset at, CancellationToken token) =>
        Entry(await inner.AbandonAsync(Key(key), attempt, expectedVersion, at, Token(token)));

    public virtual async ValueTask<StoreOutcome> MoveAsync(ContactKey key, long expectedVersion, ContactMove move, IReadOnlyList<Edit>? draft, CancellationToken token) =>
        Moved(Seen(await inner.MoveAsync(Key(key), expectedVersion, move, draft, Token(token))));

    public virtual async ValueTask<IReadOnlyList<ContactKey>> EraseAsync(IReadOnlyList<ContactKey> keys, CancellationToken token) =>
        await inner.EraseAsync(keys, Token(token));

    public async ValueTask ReleaseErasedAsync(CancellationToken token) => await inner.ReleaseErasedAsync(Token(token));

    private StoreOutcome Seen(StoreOutcome outcome) => outcome is StoreOutcome.Done done ? new StoreOutcome.Done(Entry(done.Entry)) : outcome;
}

/// <summary>Ignores what version a caller has seen: the last one to write wins.</summary>
internal sealed class LastWriterWins(IContactStore inner) : BrokenStore(inner)
{
    public override async ValueTask<StoreOutcome> PrepareAsync(SaveAttempt attempt, long expectedVersion, CancellationToken token) =>
        await base.PrepareAsync(attempt, await VersionAsync(attempt.Contact, expectedVersion, token), token);

    public override async ValueTask<StoreOutcome> MoveAsync(ContactKey key, long expectedVersion, ContactMove move, IReadOnlyList<Edit>? draft, CancellationToken token)
    {
        StoreOutcome outcome;
        do
        {
            outcome = await base.MoveAsync(key, await VersionAsync(key, expectedVersion, token), move, draft, token);
        }
        while (outcome is StoreOutcome.Stale);

        return outcome;
    }

    public override async ValueTask<ContactEntry> AbandonAsync(ContactKey key, int attempt, long expectedVersion, DateTimeOffset at, CancellationToken token) =>
        await base.AbandonAsync(key, attempt, await VersionAsync(key, expectedVersion, token), at, token);

    private async Task<long> VersionAsync(ContactKey key, long otherwise, CancellationToken token) =>
        (await Inner.FindAsync(key, token))?.Version ?? otherwise;
}

/// <summary>Looks first and writes later: whoever looked in between is told the same.</summary>
internal sealed class ChecksThenActs(IContactStore inner) : BrokenStore(inner)
{
    public override async ValueTask<StoreOutcome> PrepareAsync(SaveAttempt attempt, long expectedVersion, CancellationToken token)
    {
        StoreOutcome outcome = ContactTransitions.Prepare(await Inner.FindAsync(attempt.Contact, token), attempt, expectedVersion);
        await Task.Delay(TimeSpan.FromMilliseconds(100), token);
        await base.PrepareAsync(attempt, expectedVersion, token);
        return outcome;
    }

    public override async ValueTask<StoreOutcome> TakeUpAsync(ContactKey key, int attempt, CancellationToken token)
    {
        StoreOutcome outcome = ContactTransitions.TakeUp(await Inner.FindAsync(key, token), attempt);
        await Task.Delay(TimeSpan.FromMilliseconds(100), token);
        await base.TakeUpAsync(key, attempt, token);
        return outcome;
    }
}

/// <summary>Gives an attempt whatever number is next.</summary>
internal sealed class Renumbers(IContactStore inner) : BrokenStore(inner)
{
    public override async ValueTask<StoreOutcome> PrepareAsync(SaveAttempt attempt, long expectedVersion, CancellationToken token)
    {
        int next = ((await Inner.FindAsync(attempt.Contact, token))?.Attempts.Count ?? 0) + 1;
        LedgerChangeSet set = attempt.ChangeSet;
        return await base.PrepareAsync(
            attempt with { Number = next, ChangeSet = new(set.Id with { Attempt = next }, set.Kind, set.OperatorName, set.Changes) }, expectedVersion, token);
    }
}

/// <summary>Answers programmer errors as if nothing had happened.</summary>
internal sealed class Swallows(IContactStore inner) : BrokenStore(inner)
{
    public override async ValueTask<AddOutcome> AddAsync(ReceivedContact received, CancellationToken token) =>
        received.Contact.Key.IsUnset ? AddOutcome.Duplicate : await base.AddAsync(received, token);

    public override async ValueTask<StoreOutcome> PrepareAsync(SaveAttempt attempt, long expectedVersion, CancellationToken token)
    {
        try
        {
            return await base.PrepareAsync(attempt, expectedVersion, token);
        }
        catch (ArgumentException)
        {
            return new StoreOutcome.NotFound();
        }
    }

    public override async ValueTask<ContactEntry> CompleteAsync(ContactKey key, int attempt, LedgerReceipt receipt, DateTimeOffset at, CancellationToken token)
    {
        try
        {
            return await base.CompleteAsync(key, attempt, receipt, at, token);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return (await FindAsync(key, token))!;
        }
    }

    public override async ValueTask<ContactEntry> AbandonAsync(ContactKey key, int attempt, long expectedVersion, DateTimeOffset at, CancellationToken token)
    {
        try
        {
            return await base.AbandonAsync(key, attempt, expectedVersion, at, token);
        }
        catch (InvalidOperationException)
        {
            return (await FindAsync(key, token))!;
        }
    }

    public override async ValueTask<StoreOutcome> MoveAsync(ContactKey key, long expectedVersion, ContactMove move, IReadOnlyList<Edit>? draft, CancellationToken token)
    {
        try
        {
            return await base.MoveAsync(key, expectedVersion, move, draft, token);
        }
        catch (ArgumentException)
        {
            return new StoreOutcome.NotFound();
        }
    }
}

/// <summary>Ends an attempt as often as it is asked to.</summary>
internal sealed class EndsTwice(IContactStore inner) : BrokenStore(inner)
{
    private int _ended;

    public override async ValueTask<ContactEntry> CompleteAsync(ContactKey key, int attempt, LedgerReceipt receipt, DateTimeOffset at, CancellationToken token) =>
        Again(await base.CompleteAsync(key, attempt, receipt, at, token));

    public override async ValueTask<ContactEntry> AbandonAsync(ContactKey key, int attempt, long expectedVersion, DateTimeOffset at, CancellationToken token) =>
        Again(await base.AbandonAsync(key, attempt, expectedVersion, at, token));

    private ContactEntry Again(ContactEntry entry) =>
        Interlocked.Increment(ref _ended) == 1 ? entry : entry with { History = [.. entry.History, .. entry.History], Version = entry.Version + 1 };
}

/// <summary>Never completes what was abandoned.</summary>
internal sealed class InsistsOnAbandoning(IContactStore inner) : BrokenStore(inner)
{
    public override async ValueTask<ContactEntry> CompleteAsync(ContactKey key, int attempt, LedgerReceipt receipt, DateTimeOffset at, CancellationToken token) =>
        (await Inner.FindAsync(key, token))?.Attempts.FirstOrDefault(known => known.Number == attempt) is { State: AttemptState.Abandoned }
            ? throw new InvalidOperationException("It was abandoned.")
            : await base.CompleteAsync(key, attempt, receipt, at, token);
}

/// <summary>A move without edits loses the draft.</summary>
internal sealed class LosesDrafts(IContactStore inner) : BrokenStore(inner)
{
    public override ValueTask<StoreOutcome> MoveAsync(ContactKey key, long expectedVersion, ContactMove move, IReadOnlyList<Edit>? draft, CancellationToken token) =>
        base.MoveAsync(key, expectedVersion, move, draft ?? [], token);
}

/// <summary>Answers a late move as made without making it.</summary>
internal sealed class ForgetsLateMoves(IContactStore inner) : BrokenStore(inner)
{
    public override async ValueTask<StoreOutcome> MoveAsync(ContactKey key, long expectedVersion, ContactMove move, IReadOnlyList<Edit>? draft, CancellationToken token) =>
        expectedVersion > 6
            ? ContactTransitions.Move(await Inner.FindAsync(key, token), expectedVersion, move, draft)
            : await base.MoveAsync(key, expectedVersion, move, draft, token);
}

/// <summary>Hands out the list it goes on writing to.</summary>
internal sealed class HandsOutItsHistory(IContactStore inner) : BrokenStore(inner)
{
    private readonly List<ContactMove> _history = [];

    public override async ValueTask<ContactEntry?> FindAsync(ContactKey key, CancellationToken token) =>
        await base.FindAsync(key, token) is { } entry ? Live(entry) : null;

    public override async ValueTask<ContactEntry> CompleteAsync(ContactKey key, int attempt, LedgerReceipt receipt, DateTimeOffset at, CancellationToken token) =>
        Live(await base.CompleteAsync(key, attempt, receipt, at, token));

    private ContactEntry Live(ContactEntry entry)
    {
        _history.AddRange(entry.History.Skip(_history.Count));
        return entry with { History = _history };
    }
}

/// <summary>Keeps the caller's own list as the draft.</summary>
internal sealed class KeepsTheCallersList(IContactStore inner) : BrokenStore(inner)
{
    private IReadOnlyList<Edit>? _draft;

    public override ValueTask<StoreOutcome> MoveAsync(ContactKey key, long expectedVersion, ContactMove move, IReadOnlyList<Edit>? draft, CancellationToken token)
    {
        _draft = draft;
        return base.MoveAsync(key, expectedVersion, move, draft, token);
    }

    public override async ValueTask<ContactEntry?> FindAsync(ContactKey key, CancellationToken token) =>
        await base.FindAsync(key, token) is { } entry ? entry with { Draft = _draft ?? [] } : null;
}

/// <summary>Finds the notice added last where there is none.</summary>
internal sealed class FindsSomething(IContactStore inner) : BrokenStore(inner)
{
    public override async ValueTask<ContactEntry?> FindAsync(ContactKey key, CancellationToken token) =>
        await base.FindAsync(key, token) ?? await base.FindAsync((await ListAsync(new() { Limit = 1 }, token))[0].Key, token);
}
