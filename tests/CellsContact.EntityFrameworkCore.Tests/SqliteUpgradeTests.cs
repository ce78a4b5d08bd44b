using CellsContact.EntityFrameworkCore.Sqlite;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CellsContact.EntityFrameworkCore.Tests;

/// <summary>Files of earlier versions, with rows in them, opened by this one.</summary>
public sealed class SqliteUpgradeTests : IDisposable
{
    private static readonly CancellationToken s_token = CancellationToken.None;

    private readonly SqliteFile _file = new();

    private string OldPath => $"{_file.Path}.old";

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("MyNumbers")]
    [InlineData("Initial")]
    public async Task FileOfAnEarlierVersion_WithRows_IsUpgraded_AndGoesOn(string version)
    {
        (ContactEntry open, ContactEntry saved) = await WriteAsync();
        await MakeAsync(version);
        EntityFrameworkCoreContactStore store = _file.Open(_file.OpenDatabase(connectionString: $"Data Source={OldPath}"));
        foreach (ContactEntry before in (ContactEntry[])[open, saved])
        {
            ContactEntry after = (await store.FindAsync(before.Key, s_token))!;
            Assert.Equal((before.Status, before.Version, before.History.Count), (after.Status, after.Version, after.History.Count));
            SaveAttempt attempt = Assert.Single(after.Attempts);
            Assert.Equal(before.Attempts[0].ChangeSet.Hash, attempt.ChangeSet.Hash);
            Assert.Equal((null, false, false), (attempt.Person, attempt.Publish, attempt.StoreAttachments));
        }

        // What was open is finished: its status is told, nobody is published, as that version did not.
        await store.CompleteAsync(open.Key, 1, Notices.Receipt(open.Attempts[0]), Notices.Noon, s_token);
        Assert.Equal(["E001/c-1/status/3"], (await _file.Outbox.ListAsync(null, 10, s_token)).Select(entry => entry.Message.Id));
        Assert.Equal([saved.Key], await store.EraseAsync([saved.Key], s_token));
    }

    private async Task<(ContactEntry Open, ContactEntry Saved)> WriteAsync()
    {
        EntityFrameworkCoreContactStore store = _file.Open();
        ContactEntry open = await store.AddedAsync("c-1");
        open = ((StoreOutcome.Done)await store.PrepareAsync(Attempt(open), open.Version, s_token)).Entry;
        ContactEntry saved = await store.AddedAsync("c-2");
        await store.PrepareAsync(Attempt(saved), saved.Version, s_token);
        return (open, await store.CompleteAsync(saved.Key, 1, Notices.Receipt(Attempt(saved)), Notices.Noon, s_token));

        static SaveAttempt Attempt(ContactEntry entry) => Notices.Attempt(entry) with { Person = LedgerPersonKey.New("new"), Publish = true, StoreAttachments = true };
    }

    /// <summary>Makes a file of an earlier version that holds the same rows, as far as that version had their tables and columns.</summary>
    private async Task MakeAsync(string version)
    {
        SqliteContactDbContext old = new(new DbContextOptionsBuilder<SqliteContactDbContext>().UseSqlite($"Data Source={OldPath};Pooling=False").Options);
        await using (old)
        {
            await old.GetService<IMigrator>().MigrateAsync(version, s_token);
            await old.Database.OpenConnectionAsync(s_token);
            await old.Database.ExecuteSqlAsync($"ATTACH {_file.Path} AS new", s_token);
            foreach (string table in (string[])["Contacts", "ContactMoves", "SaveAttempts", "ContactSearchKeys"])
            {
                string columns = string.Join(", ", await old.Database.SqlQuery<string>($"SELECT '\"' || name || '\"' AS Value FROM pragma_table_info({table})").ToListAsync(s_token));
#pragma warning disable EF1002 // Names of tables and columns.
                await old.Database.ExecuteSqlRawAsync($"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}", s_token);
#pragma warning restore EF1002
            }
        }
    }
}
