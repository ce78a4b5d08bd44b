using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.EntityFrameworkCore.Attachments;
using CellsContact.EntityFrameworkCore.Sqlite;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace CellsContact.EntityFrameworkCore.Tests;

/// <summary>Chapter 9: what may be kept no longer is nowhere in the files.</summary>
public sealed class SqliteErasingTests : IDisposable
{
    private static readonly CancellationToken s_token = CancellationToken.None;

    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    /// <summary>Notices of every size, written over, saved and erased in turns, so that pages are split, merged and used again.
    /// With the first seed SQLite's own overwriting leaves a copy of a row behind.</summary>
    [Theory, InlineData(3), InlineData(4)]
    public async Task Erased_AndReleased_IsNowhereInTheDatabaseItsLogOrItsIndex(int seed)
    {
        SqliteContactDatabase database = _file.OpenDatabase();
        EntityFrameworkCoreContactStore store = _file.Open(database);
        EntityFrameworkCoreAttachmentStore attachments = new(database);
        Random random = new(seed);
        List<int> kept = [];
        List<int> erased = [];
        for (int i = 0; i < 240; i++)
        {
            await WriteAsync(store, attachments, i, random);
            kept.Add(i);
            if (i % 20 != 19)
                continue;
            int[] going = [.. kept.OrderBy(_ => random.Next()).Take(12)];
            Assert.Equal(12, (await store.EraseAsync([.. going.Select(Key)], s_token)).Count);
            foreach (int one in going)
                await attachments.EraseAsync(Key(one), s_token);
            kept.RemoveAll(going.Contains);
            erased.AddRange(going);
        }

        await store.ReleaseErasedAsync(s_token);
        byte[][] files = [.. new[] { "", "-wal", "-shm" }.Select(end => Read(_file.Path + end))];
        Assert.Empty(files[1]);
        foreach (int one in erased)
            Assert.All(Traces(one), trace => Assert.All(files, file => Assert.True(file.AsSpan().IndexOf(trace) < 0, $"{one}: {Encoding.UTF8.GetString(trace)}")));
        Assert.Equal("ok", await _file.ExecuteAsync("PRAGMA integrity_check"));
        Assert.Null(await _file.ExecuteAsync("PRAGMA foreign_key_check"));
        foreach (int one in kept)
        {
            Assert.Equal((one % 3) switch { 0 => 0, _ => 1 }, (await store.FindAsync(Key(one), s_token))!.Attempts.Count);
            Assert.IsType<AttachmentContent.Intact>(await attachments.OpenAsync(new(Key(one), "a1"), s_token));
            Assert.Equal([Key(one)], (await store.ListAsync(new ContactStoreQuery { AnyKey = [.. ContactSearchKeys.Of(Hire(one)).Where(key => key.Contains(Mark(one), StringComparison.Ordinal))] }, s_token)).Select(item => item.Key));
            Assert.All(Traces(one), trace => Assert.True(files[0].AsSpan().IndexOf(trace) >= 0, $"{one}: {Encoding.UTF8.GetString(trace)}"));
        }
    }

    /// <summary>Releasing is cut off after the erasure: the next one still knows what is to be written anew, and does it once.</summary>
    [Fact]
    public async Task Erasures_AreRememberedUntilTheyAreReleased()
    {
        SqliteContactDatabase database = _file.OpenDatabase();
        EntityFrameworkCoreContactStore store = _file.Open(database);
        EntityFrameworkCoreAttachmentStore attachments = new(database);
        await store.AddedAsync("c-1");
        await attachments.PutAsync(Attachment(1, []), default, s_token);
        await store.EraseAsync([Notices.Key("c-2")], s_token);
        await attachments.EraseAsync(Notices.Key("c-2"), s_token);
        Assert.Equal(0L, await _file.ExecuteAsync("PRAGMA user_version"));
        await store.EraseAsync([Notices.Key("c-1")], s_token);
        await attachments.EraseContentAsync(new(Key(1), "a1"), Notices.Noon, s_token);
        Assert.Equal((long)(ErasedRows.Contacts | ErasedRows.Attachments), await _file.ExecuteAsync("PRAGMA user_version"));
        await _file.ExecuteAsync("CREATE TRIGGER refuse BEFORE INSERT ON Attachments BEGIN SELECT RAISE(ABORT, 'no'); END");
        await Assert.ThrowsAsync<ContactStoreException>(async () => await store.ReleaseErasedAsync(s_token));
        Assert.Equal((long)(ErasedRows.Contacts | ErasedRows.Attachments), await _file.ExecuteAsync("PRAGMA user_version"));
        Assert.NotNull(await attachments.FindAsync(new(Key(1), "a1"), s_token));
        await _file.ExecuteAsync("DROP TRIGGER refuse");
        await _file.Open().ReleaseErasedAsync(s_token);
        Assert.Equal(0L, await _file.ExecuteAsync("PRAGMA user_version"));
        Assert.NotNull(await attachments.FindAsync(new(Key(1), "a1"), s_token));
    }

    [Fact]
    public async Task ErasedContent_OfAFileThatExpired_IsNowhereInTheFile()
    {
        SqliteContactDatabase database = _file.OpenDatabase();
        EntityFrameworkCoreAttachmentStore attachments = new(database);
        byte[] content = Content(1, 100_000);
        await attachments.PutAsync(Attachment(1, content), content, s_token);
        await attachments.EraseContentAsync(new(Key(1), "a1"), Notices.Noon, s_token);
        await _file.Open(database).ReleaseErasedAsync(s_token);
        Assert.True(Read(_file.Path).AsSpan().IndexOf(Bytes(FileMark(1))) < 0);
        Assert.Equal("契約書 00001.pdf", (await attachments.FindAsync(new(Key(1), "a1"), s_token))!.Name);
    }

    [Fact]
    public async Task Release_WhileSomebodyReads_IsNoError_AndTheNextOneEmptiesTheLog()
    {
        SqliteContactDatabase database = _file.OpenDatabase(connectionString: $"Data Source={_file.Path};Default Timeout=1");
        EntityFrameworkCoreContactStore store = _file.Open(database);
        await store.AddedAsync("c-1");
        await _file.OpenDatabase().ReadAsync(StoreOperation.Listing, async context =>
        {
            Assert.Single(context.Contacts);
            await store.EraseAsync([Notices.Key("c-1")], s_token);
            await store.ReleaseErasedAsync(s_token);
            Assert.NotEmpty(Read(_file.Path + "-wal"));
            return true;
        }, s_token);
        Assert.Equal(AddOutcome.Added, await store.AddAsync(Notices.Received("c-2"), s_token));
        await store.ReleaseErasedAsync(s_token);
        Assert.Empty(Read(_file.Path + "-wal"));
        Assert.True(Read(_file.Path).AsSpan().IndexOf(Bytes("c-2")) >= 0);
    }

    [Fact]
    public async Task Erase_ThatFailsAtItsLastNotice_ErasesNone()
    {
        EntityFrameworkCoreContactStore store = _file.Open();
        await store.AddedAsync("c-1");
        await store.AddedAsync("c-2");
        await _file.ExecuteAsync("CREATE TRIGGER refuse BEFORE INSERT ON Tombstones WHEN NEW.ContactId = 'c-2' BEGIN SELECT RAISE(ABORT, 'no'); END");
        await Assert.ThrowsAsync<ContactStoreException>(async () => await store.EraseAsync([Notices.Key("c-1"), Notices.Key("c-2")], s_token));
        Assert.Equal(2, (await store.ListAsync(new ContactStoreQuery(), s_token)).Count);
        Assert.Equal(0L, await _file.ExecuteAsync("SELECT count(*) FROM Tombstones"));
    }

    private static async Task WriteAsync(EntityFrameworkCoreContactStore store, EntityFrameworkCoreAttachmentStore attachments, int i, Random random)
    {
        byte[] content = Content(i, random.Next(20_000));
        Assert.True(await attachments.PutAsync(Attachment(i, content), content, s_token));
        string remarks = $"{Mark(i)}の備考" + new string('長', random.Next(3000));
        await store.AddAsync(Notices.Received($"c-{i}") with { Contact = Hire(i) with { Remarks = remarks } }, s_token);
        ContactEntry entry = (await store.FindAsync(Key(i), s_token))!;
        Edit[] draft = [Edit.Set("person.address", $"{Mark(i)}の下書き{new string('住', random.Next(500))}")];
        entry = Done(await store.MoveAsync(entry.Key, entry.Version, Notices.Move(entry, ContactAction.SaveDraft) with { Memo = $"{Mark(i)}のメモ" }, draft, s_token));
        entry = Done(await store.MoveAsync(entry.Key, entry.Version, Notices.Move(entry, ContactAction.SaveDraft), [], s_token));
        if (i % 3 == 0)
            return;
        SaveAttempt attempt = Notices.Attempt(entry) with { Edits = draft };
        entry = Done(await store.PrepareAsync(attempt, entry.Version, s_token));
        if (i % 3 == 1)
            await store.AbandonAsync(entry.Key, 1, entry.Version, Notices.Noon, s_token);
        else
            await store.CompleteAsync(entry.Key, 1, Notices.Receipt(attempt), Notices.Noon, s_token);
    }

    private static HireContact Hire(int i) => (HireContact)Notices.Received($"c-{i}").Contact with
    {
        Person = new() { Name = new() { Family = Mark(i), Given = "花子" }, BirthDate = new(1990, 5, 3), Address = $"{Mark(i)}の住所" },
    };

    private static StoredAttachment Attachment(int i, byte[] content) =>
        new(new(Key(i), "a1"), $"契約書 {i:D5}.pdf", "application/pdf", content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), Notices.Noon);

    private static byte[] Content(int i, int size) => [.. Bytes(FileMark(i)), .. new byte[size], .. Bytes(FileMark(i))];

    /// <summary>Everything of a notice that can be told from another's; that of texts which were written over is searched too.</summary>
    private static IEnumerable<byte[]> Traces(int i) => [Bytes(Mark(i)), Bytes(FileMark(i)), Bytes($"契約書 {i:D5}.pdf"), .. ContactSearchKeys.Of(Hire(i)).Where(key => key.Contains(Mark(i), StringComparison.Ordinal)).Select(Bytes)];

    private static string Mark(int i) => string.Create(CultureInfo.InvariantCulture, $"御手洗{i:D5}番");

    private static string FileMark(int i) => string.Create(CultureInfo.InvariantCulture, $"file-content-{i:D5}-end");

    private static ContactKey Key(int i) => Notices.Key(string.Create(CultureInfo.InvariantCulture, $"c-{i}"));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Read(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static ContactEntry Done(StoreOutcome outcome) => ((StoreOutcome.Done)outcome).Entry;
}
