using CellsContact.Contacts;
using CellsContact.EntityFrameworkCore.Sqlite;
using CellsContact.Promises;
using CellsContact.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CellsContact.EntityFrameworkCore.Tests;

public sealed class SqliteContactStoreTests : IDisposable
{
    private static readonly CancellationToken s_token = CancellationToken.None;

    private readonly SqliteFile _file = new();

    public static TheoryData<string> Names => [.. ContactStorePromises.All.Select(promise => promise.Name)];

    public void Dispose() => _file.Dispose();

    [Theory, MemberData(nameof(Names))]
    public Task SqliteStore_Keeps(string name) => ContactStorePromises.All.Single(promise => promise.Name == name).RunAsync(_file);

    [Fact]
    public async Task TwoInstances_AddingAndSavingAtOnce_LoseNothing()
    {
        EntityFrameworkCoreContactStore[] stores = [_file.Open(), _file.Open()];
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(async () =>
        {
            // Each pair of tasks adds the same notice through both instances and races to save it.
            EntityFrameworkCoreContactStore store = stores[i % 2];
            await store.AddAsync(Notices.Received($"c-{i / 2}"), s_token);
            ContactEntry entry = (await store.FindAsync(Notices.Key($"c-{i / 2}"), s_token))!;
            StoreOutcome outcome = entry.Attempts.Count == 0
                ? await store.PrepareAsync(Notices.Attempt(entry, $"clerk-{i}"), entry.Version, s_token)
                : new StoreOutcome.InProgress(entry.Attempts[0]);
            SaveAttempt open = outcome switch
            {
                StoreOutcome.Done done => done.Entry.Attempts[0],
                StoreOutcome.InProgress progress => progress.Attempt,
                StoreOutcome.Stale stale => stale.Entry.Attempts[0],
                _ => throw new InvalidOperationException(),
            };
            await store.CompleteAsync(open.Contact, open.Number, Notices.Receipt(open), Notices.Noon, s_token);
        })));
        IReadOnlyList<ContactListItem> items = await stores[0].ListAsync(new ContactStoreQuery { Limit = 1000 }, s_token);
        Assert.Equal(30, items.Count);
        foreach (ContactListItem item in items)
        {
            ContactEntry entry = (await stores[1].FindAsync(item.Key, s_token))!;
            Assert.Equal((true, 3L, 1, 1), (entry.IsReflected, entry.Version, entry.Attempts.Count, entry.History.Count));
        }
    }

    [Fact]
    public async Task AddAsync_Tombstone_AnswersExpired()
    {
        EntityFrameworkCoreContactStore store = _file.Open();
        await store.AddedAsync("c-1");
        await _file.OpenDatabase().WriteAsync(StoreOperation.Listing, context =>
        {
            context.Tombstones.Add(new() { Establishment = "E001", ContactId = "c-2" });
            return Task.FromResult(true);
        }, s_token);
        Assert.Equal(AddOutcome.Expired, await store.AddAsync(Notices.Received("c-2"), s_token));
        Assert.Null(await store.FindAsync(Notices.Key("c-2"), s_token));
        Assert.Equal(AddOutcome.Duplicate, await store.AddAsync(Notices.Received("c-1"), s_token));
    }

    [Fact]
    public async Task RecordAsync_Refusals_AreListedNewestFirst()
    {
        EntityFrameworkCoreContactStore log = _file.Open();
        IntakeRefusal[] refusals = [.. Enumerable.Range(1, 3).Select(i => new IntakeRefusal(Notices.Noon.AddMinutes(-i), $"client-{i}", Notices.Establishment, "sender.establishment"))];
        foreach (IntakeRefusal refusal in refusals)
            await log.RecordAsync(refusal, s_token);
        Assert.Equal([refusals[2], refusals[1]], await log.ListAsync(2, s_token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await log.ListAsync(0, s_token));
    }

    [Fact]
    public async Task SecondOpenAttempt_PastTheStore_IsRefusedByTheDatabase()
    {
        EntityFrameworkCoreContactStore store = _file.Open();
        ContactEntry entry = await store.AddedAsync("c-1");
        await store.PrepareAsync(Notices.Attempt(entry), entry.Version, s_token);
        SqliteException refused = await Assert.ThrowsAsync<SqliteException>(() => _file.ExecuteAsync(
            "CREATE TEMP TABLE a AS SELECT * FROM SaveAttempts; UPDATE a SET Number = 2; INSERT INTO SaveAttempts SELECT * FROM a"));
        Assert.Contains("UNIQUE", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_ANotice_TakesAllOfItAlong()
    {
        EntityFrameworkCoreContactStore store = _file.Open();
        ContactEntry entry = await store.AddedAsync("c-1");
        await store.PrepareAsync(Notices.Attempt(entry), entry.Version, s_token);
        await _file.OpenDatabase().WriteAsync(StoreOperation.Listing, context => context.Contacts.ExecuteDeleteAsync(s_token), s_token);
        Assert.Equal(0L, await _file.ExecuteAsync("SELECT (SELECT count(*) FROM SaveAttempts) + (SELECT count(*) FROM ContactMoves) + (SELECT count(*) FROM ContactSearchKeys)"));
        Assert.Equal(AddOutcome.Added, await store.AddAsync(Notices.Received("c-2"), s_token));
        Assert.Equal(2, (await store.ListAsync(new ContactStoreQuery(), s_token))[0].Sequence);
    }

    [Fact]
    public async Task Erased_AfterACheckpoint_IsNowhereInTheFile()
    {
        EntityFrameworkCoreContactStore store = _file.Open();
        ContactEntry entry = await store.AddedAsync("c-1");
        await store.PrepareAsync(Notices.Attempt(entry), entry.Version, s_token);
        await _file.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        Assert.Contains(Notices.Name, await TextAsync(), StringComparison.Ordinal);
        await _file.OpenDatabase().WriteAsync(StoreOperation.Listing, context => context.Contacts.ExecuteDeleteAsync(s_token), s_token);
        await _file.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        Assert.DoesNotContain(Notices.Name, await TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Notices.Phone, await TextAsync(), StringComparison.Ordinal);

        async Task<string> TextAsync() => System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(_file.Path, s_token));
    }

    [Fact]
    public async Task Backup_WhileTheStoreIsOpen_IsWholeAndOpensAgain()
    {
        EntityFrameworkCoreContactStore store = _file.Open();
        ContactEntry entry = await store.AddedAsync("c-1");
        await store.PrepareAsync(Notices.Attempt(entry), entry.Version, s_token);
        await _file.ExecuteAsync($"VACUUM INTO '{_file.Path}.backup'");
        EntityFrameworkCoreContactStore restored = _file.Open(_file.OpenDatabase(connectionString: $"Data Source={_file.Path}.backup"));
        Assert.Equal("E001/c-1/1/apply", (await restored.FindAsync(entry.Key, s_token))!.OpenAttempt!.ChangeSet.Id.ToString());
        Assert.Equal(AddOutcome.Added, await restored.AddAsync(Notices.Received("c-2"), s_token));
    }
}
