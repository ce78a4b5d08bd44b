using System.Globalization;
using CellsContact.EntityFrameworkCore.Sqlite;
using CellsContact.Statuses;
using CellsContact.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CellsContact.EntityFrameworkCore.Tests;

public sealed class SqliteSchemaTests : IDisposable
{
    private static readonly CancellationToken s_token = CancellationToken.None;

    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void Model_HasNoPendingChanges()
    {
        using SqliteContactDbContext context = new SqliteDesignTimeFactory().CreateDbContext([]);
        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Settings_OfEveryConnection_KeepWhatIsCommittedAndForgetWhatIsErased()
    {
        Dictionary<string, string> settings = new()
        {
            ["journal_mode"] = "wal",
            ["synchronous"] = "2",
            ["secure_delete"] = "1",
            ["foreign_keys"] = "1",
            ["busy_timeout"] = "60000",
        };
        SqliteContactDatabase database = _file.OpenDatabase();
        for (int i = 0; i < 3; i++)
        {
            Dictionary<string, string> actual = await database.ReadAsync(StoreOperation.Listing, async context =>
            {
                Dictionary<string, string> values = [];
                foreach (string setting in settings.Keys)
                {
                    await using System.Data.Common.DbCommand command = context.Database.GetDbConnection().CreateCommand();
                    command.CommandText = $"PRAGMA {setting}";
                    values[setting] = Convert.ToString(await command.ExecuteScalarAsync(s_token), CultureInfo.InvariantCulture)!;
                }

                return values;
            }, s_token);
            Assert.Equal(settings, actual);
        }
    }

    [Fact]
    public async Task Write_FromItsBeginning_IsTheOnlyWriter()
    {
        SqliteContactDatabase first = _file.OpenDatabase();
        SqliteContactDatabase second = _file.OpenDatabase(connectionString: $"Data Source={_file.Path};Default Timeout=1");
        await second.EnsureReadyAsync(s_token);
        ContactStoreException busy = await first.WriteAsync(StoreOperation.Listing, async _ =>
            await Assert.ThrowsAsync<ContactStoreException>(() => second.WriteAsync(StoreOperation.Adding(Notices.Key("c-1")), _ => Task.FromResult(true), s_token)), s_token);
        Assert.True(busy.IsTransient);
        Assert.Contains("E001/c-1", busy.Message, StringComparison.Ordinal);
        Assert.Contains("使用中", busy.Text.Japanese, StringComparison.Ordinal);

        // Reading never waits for a writer.
        Assert.True(await first.WriteAsync(StoreOperation.Listing, async _ => await second.ReadAsync(StoreOperation.Listing, _ => Task.FromResult(true), s_token), s_token));
    }

    [Fact]
    public async Task EnsureReady_FromManyInstancesAtOnce_MakesTheTablesOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _file.OpenDatabase().EnsureReadyAsync(s_token))));
        Assert.Equal(3L, await _file.ExecuteAsync("SELECT count(*) FROM __EFMigrationsHistory"));
        Assert.Equal(0L, await _file.ExecuteAsync("SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'"));
    }

    [Fact]
    public async Task EnsureReady_DatabaseOfANewerVersion_IsRefused()
    {
        await _file.OpenDatabase().EnsureReadyAsync(s_token);
        await _file.ExecuteAsync("INSERT INTO __EFMigrationsHistory VALUES ('99991231235959_Later', '99.0.0')");
        ContactStoreException newer = await Assert.ThrowsAsync<ContactStoreException>(() => _file.OpenDatabase().EnsureReadyAsync(s_token));
        Assert.Contains("newer", newer.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnsureReady_DatabaseOfTheFirstVersion_KeepsItsRowsAndTakesNumbers()
    {
        EntityFrameworkCoreContactStore made = _file.Open();
        ContactEntry saved = await made.AddedAsync("c-1");
        await made.PrepareAsync(Notices.Attempt(saved), saved.Version, s_token);
        saved = await made.CompleteAsync(saved.Key, 1, Notices.Receipt(Notices.Attempt(saved)), Notices.Noon, s_token);
        ContactEntry open = await made.AddedAsync("c-2");
        await made.PrepareAsync(Notices.Attempt(open), open.Version, s_token);
        string newer = _file.Path;
        _file.Next();
        await _file.ExecuteAsync(FirstVersion());
        foreach (string table in (string[])["Contacts", "ContactMoves", "ContactSearchKeys", "SaveAttempts"])
        {
            string columns = (string)(await _file.ExecuteAsync($"SELECT group_concat('\"' || name || '\"') FROM pragma_table_info('{table}')"))!;
            Assert.DoesNotContain("Numbers", columns, StringComparison.Ordinal);
            await _file.ExecuteAsync($"ATTACH '{newer}' AS newer; INSERT INTO {table} ({columns}) SELECT {columns} FROM newer.{table}");
        }

        EntityFrameworkCoreContactStore store = _file.Open();
        ContactEntry found = (await store.FindAsync(saved.Key, s_token))!;
        Assert.Equal((true, ContactStatus.Registered, saved.Version, 1), (found.IsReflected, found.Status, found.Version, found.History.Count));
        Assert.Empty(found.Attempts[0].Numbers);
        ContactEntry resumed = (await store.FindAsync(open.Key, s_token))!;
        Assert.Empty(resumed.OpenAttempt!.Numbers);
        Assert.True((await store.CompleteAsync(open.Key, 1, Notices.Receipt(resumed.OpenAttempt), Notices.Noon, s_token)).IsReflected);
        Assert.Equal(2L, await _file.ExecuteAsync("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'MyNumberAccess'"));
        Assert.Equal(0L, await _file.ExecuteAsync("SELECT count(*) FROM MyNumbers"));
    }

    private static string FirstVersion()
    {
        using SqliteContactDbContext context = new SqliteDesignTimeFactory().CreateDbContext([]);
        return context.GetService<IMigrator>().GenerateScript(Migration.InitialDatabase, context.Database.GetMigrations().First());
    }
}
