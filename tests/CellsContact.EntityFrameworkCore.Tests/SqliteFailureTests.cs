using CellsContact.Contacts;
using CellsContact.EntityFrameworkCore.Sqlite;
using CellsContact.Statuses;
using CellsContact.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CellsContact.EntityFrameworkCore.Tests;

public sealed class SqliteFailureTests : IDisposable
{
    private static readonly CancellationToken s_token = CancellationToken.None;

    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task NoSuchFolder_IsAStoreError()
    {
        EntityFrameworkCoreContactStore store = _file.Open(_file.OpenDatabase(connectionString: "Data Source=/no/such/folder/contacts.db"));
        ContactStoreException error = await Assert.ThrowsAsync<ContactStoreException>(async () => await store.FindAsync(Notices.Key("c-1"), s_token));
        Assert.False(error.IsTransient);
        Assert.Contains("/no/such/folder/contacts.db", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadOnlyFile_CannotBeWritten_IsAStoreError()
    {
        await _file.OpenDatabase().EnsureReadyAsync(s_token);
        EntityFrameworkCoreContactStore store = _file.Open(_file.OpenDatabase(connectionString: $"Data Source={_file.Path};Mode=ReadOnly"));
        ContactStoreException error = await Assert.ThrowsAsync<ContactStoreException>(async () => await store.AddAsync(Notices.Received("c-1"), s_token));
        Assert.False(error.IsTransient);
        Assert.Contains("書き込めません", error.Text.Japanese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoDatabase_IsACorruptStore()
    {
        await File.WriteAllTextAsync(_file.Path, new string('x', 5000), s_token);
        await Assert.ThrowsAsync<ContactStoreCorruptException>(async () => await _file.Open().FindAsync(Notices.Key("c-1"), s_token));
    }

    [Fact]
    public async Task DiskFull_IsAStoreError_AndNothingIsWritten()
    {
        EntityFrameworkCoreContactStore store = _file.Open();
        ContactEntry entry = await store.AddedAsync("c-1");

        // The limit is the connection's, and the pool hands the store this very connection again.
        await using (SqliteConnection pooled = new(_file.ConnectionString))
        {
            await pooled.OpenAsync(s_token);
            await using SqliteCommand limit = pooled.CreateCommand();
            limit.CommandText = "PRAGMA max_page_count = 1";
            await limit.ExecuteScalarAsync(s_token);
        }

        ContactMove long_ = Notices.Move(entry, ContactAction.Decline) with { Memo = new string('長', 100_000) };
        ContactStoreException error = await Assert.ThrowsAsync<ContactStoreException>(async () => await store.MoveAsync(entry.Key, entry.Version, long_, null, s_token));
        Assert.Contains("disk is full", error.Text.English, StringComparison.Ordinal);
        Assert.False(error.IsTransient);
        ContactEntry after = (await store.FindAsync(entry.Key, s_token))!;
        Assert.Equal((entry.Version, entry.Status, 0), (after.Version, after.Status, after.History.Count));
    }

    [Theory]
    [InlineData("UPDATE SaveAttempts SET Changes = replace(Changes, '090', '080')")]
    [InlineData("UPDATE SaveAttempts SET Changes = '[]'")]
    [InlineData("UPDATE SaveAttempts SET Changes = 'x'")]
    [InlineData("UPDATE SaveAttempts SET Edits = '{'")]
    [InlineData("UPDATE SaveAttempts SET State = 9")]
    [InlineData("UPDATE SaveAttempts SET WithoutColumn = 'People.Shoes'")]
    [InlineData("UPDATE SaveAttempts SET Move_Action = 0")]
    [InlineData("UPDATE Contacts SET Content = replace(Content, 'c-1', 'c-2')")]
    [InlineData("UPDATE Contacts SET Content = '{}'")]
    [InlineData("UPDATE Contacts SET Status = 0")]
    [InlineData("UPDATE Contacts SET Draft = ''")]
    public async Task StoredTextChangedOutside_IsACorruptStore_NamedWithoutPersonalData(string sql)
    {
        EntityFrameworkCoreContactStore store = _file.Open();
        ContactEntry entry = await store.AddedAsync("c-1");
        await store.PrepareAsync(Notices.Attempt(entry), entry.Version, s_token);
        await _file.ExecuteAsync(sql);
        ContactStoreCorruptException corrupt = await Assert.ThrowsAsync<ContactStoreCorruptException>(async () => await store.FindAsync(entry.Key, s_token));
        Assert.Contains("E001/c-1", corrupt.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Notices.Name, corrupt.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Notices.Phone, corrupt.ToString(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<ContactStoreCorruptException>(async () => await store.AbandonAsync(entry.Key, 1, 2, Notices.Noon, s_token));
    }

    [Fact]
    public async Task TraceLog_OfEverything_HoldsNoPersonalData()
    {
        CapturedLog log = new();
        await using ServiceProvider services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
            .BuildServiceProvider();
        EntityFrameworkCoreContactStore store = _file.Open(_file.OpenDatabase(services));
        ContactEntry entry = await store.AddedAsync("c-1");
        StoreOutcome moved = await store.MoveAsync(entry.Key, entry.Version, Notices.Move(entry, ContactAction.SaveDraft), [Edit.Set("person.phone", Notices.Phone)], s_token);
        entry = ((StoreOutcome.Done)moved).Entry;
        await store.PrepareAsync(Notices.Attempt(entry), entry.Version, s_token);
        await store.CompleteAsync(entry.Key, 1, Notices.Receipt(Notices.Attempt(entry)), Notices.Noon, s_token);
        await store.ListAsync(new ContactStoreQuery { AnyKey = [.. ContactSearchKeys.Of(entry.Contact)], Establishments = [Notices.Establishment] }, s_token);

        // A write that the database refuses: EF Core logs the failure too.
        await _file.ExecuteAsync("CREATE TRIGGER refuse BEFORE INSERT ON Contacts BEGIN SELECT RAISE(ABORT, 'no'); END");
        ContactStoreException error = await Assert.ThrowsAsync<ContactStoreException>(async () => await store.AddAsync(Notices.Received("c-2"), s_token));
        Assert.IsType<SqliteException>(error.InnerException);

        string text = string.Join('\n', log.Lines.Append(error.ToString()));
        Assert.Contains("INSERT INTO", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Notices.Name, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Notices.Phone, text, StringComparison.Ordinal);
        Assert.DoesNotContain("19900503", text, StringComparison.Ordinal);
    }

    private sealed class CapturedLog : ILoggerProvider, ILogger
    {
        private readonly Lock _lock = new();

        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lock)
                Lines.Add($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}
