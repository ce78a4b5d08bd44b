using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.EntityFrameworkCore.Attachments;
using CellsContact.EntityFrameworkCore.Sqlite;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;
using Microsoft.Data.Sqlite;

namespace CellsContact.EntityFrameworkCore.Tests;

/// <summary>Outbox, attached files and boxes where the database itself matters: atomicity, two processes, damaged rows.</summary>
public sealed class SqliteSharingTests : IDisposable
{
    private static readonly CancellationToken s_token = CancellationToken.None;
    private static readonly EmployeeNumber s_number = EmployeeNumber.Parse("0001");

    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Message_ThatCannotBeWritten_UndoesTheChangeItTellsOf()
    {
        EntityFrameworkCoreContactStore store = _file.Open();
        ContactEntry entry = await store.AddedAsync("c-1");
        SaveAttempt attempt = Notices.Attempt(entry) with { Person = LedgerPersonKey.New("new"), Publish = true };
        await store.PrepareAsync(attempt, entry.Version, s_token);
        await _file.ExecuteAsync("CREATE TRIGGER refuse BEFORE INSERT ON Outbox WHEN NEW.Kind = 2 BEGIN SELECT RAISE(ABORT, 'no'); END");
        await Assert.ThrowsAsync<ContactStoreException>(async () => await store.CompleteAsync(entry.Key, 1, Notices.Receipt(attempt), Notices.Noon, s_token));
        ContactEntry after = (await store.FindAsync(entry.Key, s_token))!;
        Assert.Equal((ContactStatus.Unprocessed, AttemptState.Open), (after.Status, after.Attempts[0].State));
        Assert.Empty(await _file.Outbox.ListAsync(null, 10, s_token));

        await _file.ExecuteAsync("DROP TRIGGER refuse");
        await store.CompleteAsync(entry.Key, 1, Notices.Receipt(attempt), Notices.Noon, s_token);
        Assert.Equal(["E001/c-1/status/3", "E001/c-1/1/apply/person"], (await _file.Outbox.ListAsync(null, 10, s_token)).Select(message => message.Message.Id));
    }

    [Fact]
    public async Task Messages_AreCreatedAndDue_WhenTheStoresClockSaysSo()
    {
        DateTimeOffset now = new(2026, 7, 3, 1, 2, 3, TimeSpan.Zero);
        EntityFrameworkCoreContactStore store = _file.Open(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now));
        ContactEntry entry = await store.AddedAsync("c-1");
        await store.MoveAsync(entry.Key, entry.Version, Notices.Move(entry, ContactAction.Decline), null, s_token);
        Assert.Empty(await _file.Outbox.TakeAsync(now.AddMicroseconds(-1), now.AddHours(1), 10, s_token));
        Assert.Equal(now, (await _file.Outbox.TakeAsync(now, now.AddHours(1), 10, s_token))[0].CreatedAt);
    }

    [Fact]
    public async Task Outbox_HoldsNoPersonalData()
    {
        EntityFrameworkCoreContactStore store = _file.Open();
        ContactEntry entry = await store.AddedAsync("c-1");
        SaveAttempt attempt = Notices.Attempt(entry) with { Person = LedgerPersonKey.New("new"), Publish = true };
        await store.PrepareAsync(attempt with { Move = attempt.Move with { MessageToClient = Notices.Name } }, entry.Version, s_token);
        await store.CompleteAsync(entry.Key, 1, Notices.Receipt(attempt), Notices.Noon, s_token);
        Assert.Equal(2L, await _file.ExecuteAsync("SELECT count(*) FROM Outbox"));
        Assert.Equal(0L, await _file.ExecuteAsync($"SELECT count(*) FROM Outbox WHERE Id || OrderKey || ifnull(ContactId, '') || ifnull(LastError, '') LIKE '%{Notices.Name}%'"));
    }

    [Fact]
    public async Task Delivering_FromTwoInstancesAtOnce_GivesEachMessageToOne()
    {
        EntityFrameworkCoreContactStore store = _file.Open();
        for (int i = 0; i < 30; i++)
        {
            ContactEntry entry = await store.AddedAsync($"c-{i}");
            await store.MoveAsync(entry.Key, entry.Version, Notices.Move(entry, ContactAction.Decline), null, s_token);
        }

        IOutbox[] outboxes = [new EntityFrameworkCoreOutbox(_file.OpenDatabase()), new EntityFrameworkCoreOutbox(_file.OpenDatabase())];
        DateTimeOffset now = DateTimeOffset.MaxValue.AddDays(-1);
        IReadOnlyList<OutboxEntry>[] taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () => await outboxes[i % 2].TakeAsync(now, now.AddHours(1), 2, s_token))));
        Assert.Equal(30, taken.SelectMany(one => one).Select(entry => entry.Sequence).Distinct().Count());
        Assert.Equal(30, taken.Sum(one => one.Count));
    }

    [Theory]
    [InlineData("UPDATE Outbox SET Kind = 9")]
    [InlineData("UPDATE Outbox SET ContactId = NULL")]
    [InlineData("UPDATE Outbox SET Establishment = ''")]
    public async Task MessageChangedOutside_IsACorruptStore(string sql)
    {
        EntityFrameworkCoreContactStore store = _file.Open();
        ContactEntry entry = await store.AddedAsync("c-1");
        await store.MoveAsync(entry.Key, entry.Version, Notices.Move(entry, ContactAction.Decline), null, s_token);
        await _file.ExecuteAsync(sql);
        await Assert.ThrowsAsync<ContactStoreCorruptException>(async () => await _file.Outbox.ListAsync(null, 10, s_token));
    }

    [Fact]
    public async Task Attempt_NamingTwoPersons_IsACorruptStore()
    {
        EntityFrameworkCoreContactStore store = _file.Open();
        ContactEntry entry = await store.AddedAsync("c-1");
        await store.PrepareAsync(Notices.Attempt(entry) with { Person = LedgerPersonKey.New("new") }, entry.Version, s_token);
        await _file.ExecuteAsync("UPDATE SaveAttempts SET PersonNumber = '0001'");
        await Assert.ThrowsAsync<ContactStoreCorruptException>(async () => await store.FindAsync(entry.Key, s_token));
    }

    [Fact]
    public async Task ContentChangedOrLostInTheDatabase_IsCorrupt_AndPutAgainWhole()
    {
        EntityFrameworkCoreAttachmentStore store = _file.OpenAttachments();
        StoredAttachment file = new(new(Notices.Key("c-1"), "a1"), "契約書.pdf", "application/pdf", 3, Sha256("abc"), Notices.Noon);
        await store.PutAsync(file, "abc"u8.ToArray(), s_token);
        foreach (string sql in (string[])["UPDATE AttachmentContents SET Bytes = x'616264'", "DELETE FROM AttachmentContents"])
        {
            await _file.ExecuteAsync(sql);
            Assert.IsType<AttachmentContent.Corrupt>(await store.OpenAsync(file.Key, s_token));
            Assert.True(await store.PutAsync(file, "abc"u8.ToArray(), s_token));
            Assert.IsType<AttachmentContent.Intact>(await store.OpenAsync(file.Key, s_token));
        }
    }

    [Theory]
    [InlineData("UPDATE Attachments SET Establishment = '' WHERE Sequence = 2", true)]
    [InlineData("UPDATE Attachments SET ContactId = '../c 2' WHERE Sequence = 2", true)]
    [InlineData("UPDATE Attachments SET ReceivedAt = 9223372036854775807 WHERE Sequence = 2", false)]
    [InlineData("UPDATE Attachments SET ErasedAt = -9223372036854775807 WHERE Sequence = 2", true)]
    public async Task DamagedRow_IsInNoListAndMakesNoPageShorter_IsToldAndErased(string sql, bool tellsWhen)
    {
        EntityFrameworkCoreAttachmentStore store = _file.OpenAttachments();
        StoredAttachment[] files = [.. Enumerable.Range(1, 3).Select(i => new StoredAttachment(
            new(Notices.Key("c-1"), $"a{i}"), "契約書.pdf", "application/pdf", 3, Sha256("abc"), Notices.Noon.ToUniversalTime()))];
        foreach (StoredAttachment file in files)
            await store.PutAsync(file, "abc"u8.ToArray(), s_token);
        await _file.ExecuteAsync(sql);

        Assert.Equal([files[0], files[2]], await store.ListAsync(new() { Limit = 2 }, s_token));
        Assert.Equal([files[2]], await store.ListAsync(new() { Limit = 1, After = files[0] }, s_token));
        DamagedAttachment damaged = Assert.Single(await store.ListDamagedAsync(10, s_token));
        Assert.Equal(("Attachments/2", tellsWhen ? Notices.Noon.ToUniversalTime() : null), (damaged.Place, damaged.ReceivedBy));

        await store.EraseDamagedAsync(new("Attachments/1", null), s_token);
        await store.EraseDamagedAsync(damaged, s_token);
        await store.EraseDamagedAsync(damaged, s_token);
        Assert.Empty(await store.ListDamagedAsync(10, s_token));
        Assert.Equal(2L, await _file.ExecuteAsync("SELECT count(*) FROM AttachmentContents"));
        Assert.Equal((long)ErasedRows.Attachments, await _file.ExecuteAsync("PRAGMA user_version"));
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.EraseDamagedAsync(new("Contacts/1", null), s_token));
    }

    [Fact]
    public async Task Box_TwoProcessesRacingForTheTenthPlace_TenWin()
    {
        EntityFrameworkCorePersonalBox[] boxes = [_file.OpenBox(), _file.OpenBox()];
        BoxOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () => await boxes[i % 2].StoreAsync(InBox($"a{i}"), "abc"u8.ToArray(), s_token))));
        Assert.Equal(10, outcomes.Count(outcome => outcome == BoxOutcome.Stored));
        Assert.Equal(10, outcomes.Count(outcome => outcome == BoxOutcome.Full));
        Assert.Equal(10L, await _file.ExecuteAsync("SELECT count(*) FROM BoxFiles"));
        Assert.Equal(10L, await _file.ExecuteAsync("SELECT count(*) FROM BoxContents"));
    }

    [Fact]
    public async Task Box_AfterItsNoticeAndFilesAreErased_StillHoldsTheOfficesCopy()
    {
        SqliteContactDatabase database = _file.OpenDatabase();
        EntityFrameworkCoreContactStore store = _file.Open(database);
        EntityFrameworkCoreAttachmentStore attachments = new(database);
        EntityFrameworkCorePersonalBox box = new(database);
        await store.AddedAsync("c-1");
        await attachments.PutAsync(new(new(Notices.Key("c-1"), "a1"), "契約書.pdf", "application/pdf", 3, Sha256("abc"), Notices.Noon), "abc"u8.ToArray(), s_token);
        await box.StoreAsync(InBox("a1"), "abc"u8.ToArray(), s_token);
        await store.EraseAsync([Notices.Key("c-1")], s_token);
        await attachments.EraseAsync(Notices.Key("c-1"), s_token);
        Assert.Equal(InBox("a1"), Assert.Single(await box.ListAsync(Notices.Establishment, s_number, s_token)));
        AttachmentContent.Intact kept = Assert.IsType<AttachmentContent.Intact>(await box.OpenAsync(Notices.Establishment, s_number, InBox("a1").Source, s_token));
        Assert.Equal("abc"u8.ToArray(), kept.Bytes.ToArray());
    }

    [Fact]
    public async Task SecondFileOfOneSource_PastTheBox_IsRefusedByTheDatabase()
    {
        await _file.OpenBox().StoreAsync(InBox("a1"), "abc"u8.ToArray(), s_token);
        SqliteException refused = await Assert.ThrowsAsync<SqliteException>(() => _file.ExecuteAsync(
            "CREATE TEMP TABLE f AS SELECT * FROM BoxFiles; UPDATE f SET Sequence = 99; INSERT INTO BoxFiles SELECT * FROM f"));
        Assert.Contains("UNIQUE", refused.Message, StringComparison.Ordinal);
    }

    private static BoxFile InBox(string id) =>
        new(s_number, new(Notices.Key("c-1"), id), "契約書.pdf", "application/pdf", 3, Sha256("abc"), "御手洗 花子 入社連絡 添付ファイル", "clerk-1", Notices.Noon.ToUniversalTime());

    private static string Sha256(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
