using System.Globalization;
using System.Text.Json.Nodes;
using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Intake;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using CellsContact.Retention;
using CellsContact.Statuses;
using CellsContact.Storage;
using CellsContact.Tests.Attachments;
using CellsContact.Tests.Scenes;
using CellsContact.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CellsContact.Tests.Retention;

/// <summary>保管期間: calendar days in Japan, whatever the host's clock shows.</summary>
public sealed class RetentionSweepTests : IDisposable
{
    private static readonly TimeSpan s_japan = TimeSpan.FromHours(9);
    private readonly OfficeScene _office = new();

    public void Dispose() => _office.Dispose();

    [Theory]
    [InlineData("2027-01-10T00:00:00", "2027-07-09T23:59:00", "2027-07-10T00:00:00")]
    [InlineData("2027-01-10T23:59:59", "2027-07-09T23:59:00", "2027-07-10T00:00:00")]
    [InlineData("2027-11-01T12:00:00", "2028-04-29T23:59:00", "2028-04-30T00:00:00")]
    public async Task Sweep_AtTheEndOfDay180_LeavesTheNoticeAndErasesItAMinuteLater(string received, string lastMinute, string nextMinute)
    {
        SetNow(received);
        ContactKey key = await _office.ReceiveExampleAsync("separation");

        SetNow(lastMinute);
        Assert.Equal(0, (await Sweep.SweepAsync()).Contacts);
        Assert.NotNull(await _office.Store.FindAsync(key, default));

        SetNow(nextMinute);
        RetentionReport report = await Sweep.SweepAsync();
        Assert.Equal(1, report.Contacts);
        Assert.Null(await _office.Store.FindAsync(key, default));
        Assert.IsType<IntakeResult.Expired>(Assert.Single(await _office.ReceiveAsync(OfficeScene.Example("separation").ToJsonString())));
    }

    [Fact]
    public async Task Sweep_AtTheEndOfDay30_ErasesTheAttachmentAndKeepsTheRecordThatItWas()
    {
        SetNow("2027-03-01T10:00:00");
        ContactKey key = await ReceiveWithFileAsync();
        AttachmentKey file = new(key, "a1");

        SetNow("2027-03-31T23:59:00");
        Assert.Equal(0, (await Sweep.SweepAsync()).Attachments);
        Assert.IsType<AttachmentContent.Intact>(await Files.OpenAsync(file, default));

        SetNow("2027-04-01T00:00:00");
        Assert.Equal(1, (await Sweep.SweepAsync()).Attachments);
        Assert.IsType<AttachmentContent.Expired>(await Files.OpenAsync(file, default));
        Assert.NotNull((await Files.FindAsync(file, default))!.ErasedAt);

        SetNow("2027-08-29T00:00:00");
        Assert.Equal(1, (await Sweep.SweepAsync()).Contacts);
        Assert.Null(await Files.FindAsync(file, default));
    }

    [Fact]
    public async Task Sweep_ANoticeNeverReflected_ErasesItsNumberOnRecordAndLeavesLinkedOnes()
    {
        SetNow("2027-01-10T10:00:00");
        ContactKey held = await _office.ReceiveExampleAsync("my-number-update");
        ContactKey linked = await _office.ReceiveExampleAsync("hire");
        await _office.ReflectAsync(linked);

        SetNow("2027-07-10T00:00:00");
        RetentionReport report = await Sweep.SweepAsync();

        Assert.Equal((2, 1), (report.Contacts, report.Numbers));
        Assert.Null(await Vault.FindAsync(new MyNumberSlot(held, "myNumber"), default));
        Assert.Equal(MyNumberState.Linked, (await Vault.FindAsync(new MyNumberSlot(linked, "myNumber"), default))!.State);
        Assert.Contains(
            await _office.Service<MyNumberAccessBook>().ListAsync(new() { Kind = MyNumberAccessKind.Erasure }),
            record => record.Access.ContactId == held.Id.Value);
    }

    [Fact]
    public async Task Preview_TellsWhatWouldGoAndErasesNothing()
    {
        SetNow("2027-01-10T10:00:00");
        ContactKey key = await _office.ReceiveExampleAsync("separation");

        RetentionReport report = await Sweep.PreviewAsync(new(2027, 7, 10));

        Assert.Equal((1, true), (report.Contacts, report.IsDryRun));
        Assert.Equal(new(2027, 1, 10, 10, 0, 0, s_japan), report.Oldest);
        Assert.NotNull(await _office.Store.FindAsync(key, default));
        Assert.Equal(new(2027, 7, 10), (await Sweep.PreviewAsync(new(2027, 7, 9))).NextDue);
    }

    [Theory]
    [InlineData("2027-06-09", 30)]
    [InlineData("2027-06-25", 14)]
    [InlineData("2027-07-02", 7)]
    [InlineData("2027-07-08", 1)]
    [InlineData("2027-06-10", 0)]
    public async Task Report_WarnsOfUnprocessedNotices30And14And7And1DaysAhead(string day, int left)
    {
        SetNow("2027-01-10T10:00:00");
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        ContactKey done = await _office.ReceiveExampleAsync("hire");
        await _office.ReflectAsync(done);

        RetentionReport report = await Sweep.PreviewAsync(DateOnly.Parse(day, CultureInfo.InvariantCulture));

        Assert.Equal(left == 0 ? [] : [new ExpiringContact(key, new(2027, 7, 9), left)], report.Expiring);
    }

    [Fact]
    public async Task Sweep_WhereUnprocessedNoticesAreHeld_LeavesThemUntilTheyAreProcessed()
    {
        using OfficeScene office = new(register: services => services.AddSingleton<IRetentionPolicy>(new Holding()));
        office.Time.SetUtcNow(At("2027-01-10T10:00:00"));
        ContactKey key = await office.ReceiveExampleAsync("separation");
        office.Time.SetUtcNow(At("2027-08-01T00:00:00"));
        RetentionSweep sweep = office.Service<RetentionSweep>();

        Assert.Equal((0, 1), ((await sweep.SweepAsync()) is var report ? report.Contacts : -1, report.Left));
        Assert.IsType<SaveResult.Saved>(await office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Complete));
        Assert.Equal(1, (await sweep.SweepAsync()).Contacts);
    }

    [Fact]
    public async Task Sweep_AReflectedNotice_HasTheLedgerForgetItsSet()
    {
        SetNow("2027-01-10T10:00:00");
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        await _office.ReflectAsync(key);
        LedgerChangeSet set = (await _office.EntryAsync(key)).Attempts[0].ChangeSet;
        Assert.IsType<LedgerOutcome.AlreadyApplied>(Assert.Single(await _office.Ledger.ApplyAsync(OfficeScene.E001, [set], default)));

        SetNow("2027-07-10T00:00:00");
        await Sweep.SweepAsync();

        Assert.IsType<LedgerOutcome.Conflict>(Assert.Single(await _office.Ledger.ApplyAsync(OfficeScene.E001, [set], default)));
    }

    [Fact]
    public async Task Sweep_ANoticeThatWasTakenBack_HasTheLedgerForgetBothSets()
    {
        SetNow("2027-01-10T10:00:00");
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        await _office.ReflectAsync(key);
        Assert.IsType<SaveResult.Saved>(await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Undo));
        LedgerChangeSet[] sets = [.. (await _office.EntryAsync(key)).Attempts.Select(attempt => attempt.ChangeSet)];
        Assert.Equal(2, sets.Length);

        SetNow("2027-07-10T00:00:00");
        await Sweep.SweepAsync();

        // Both fit again, and are applied again: the ledger does not know them any more.
        foreach (LedgerChangeSet set in sets)
            Assert.IsType<LedgerOutcome.Applied>(Assert.Single(await _office.Ledger.ApplyAsync(OfficeScene.E001, [set], default)));
    }

    [Fact]
    public async Task Sweep_WhereTheLedgerIsNotUsable_ErasesTheNoticesAllTheSameAndCountsTheSets()
    {
        using OfficeScene office = new(register: services => services.AddSingleton<ILedgerMaintenance>(new BusyMaintenance()));
        office.Time.SetUtcNow(At("2027-01-10T10:00:00"));
        ContactKey key = await office.ReceiveExampleAsync("separation");
        await office.ReflectAsync(key);
        office.Time.SetUtcNow(At("2027-07-10T00:00:00"));

        RetentionReport report = await office.Service<RetentionSweep>().SweepAsync();

        Assert.Equal((1, 1), (report.Contacts, report.Unforgotten));
        Assert.Null(await office.Store.FindAsync(key, default));
    }

    [Fact]
    public async Task Sweep_ANoticeThatCannotBeReadAnyMore_ErasesItAndTheOthers()
    {
        BrokenStore store = new(new InMemoryContactStore()) { Entry = entry => entry.Key.Id.Value.Contains("separation", StringComparison.Ordinal) ? throw new ContactStoreCorruptException(new("壊れています。", "Damaged.")) : entry };
        using OfficeScene office = new(register: services => services.AddSingleton<IContactStore>(store));
        office.Time.SetUtcNow(At("2027-01-10T10:00:00"));
        await office.ReceiveExampleAsync("separation", json => json["id"] = "separation-1");
        await office.ReceiveExampleAsync("hire");
        office.Time.SetUtcNow(At("2027-07-10T00:00:00"));

        Assert.Equal((2, 0), ((await office.Service<RetentionSweep>().SweepAsync()) is var report ? report.Contacts : -1, report.Left));
    }

    [Fact]
    public async Task Sweep_ASaveThatIsOpenedWhileItRuns_IsLeftWithItsNumbersAndFiles()
    {
        BrokenStore? store = null;
        store = new(new InMemoryContactStore())
        {
            Items = items => items.Select(item => item with { HasOpenAttempt = false }),
        };
        using OfficeScene office = new(register: services => services.AddSingleton<IContactStore>(store));
        office.Time.SetUtcNow(At("2027-01-10T10:00:00"));
        ContactKey key = await office.ReceiveExampleAsync("my-number-update");
        ContactEntry entry = (await store.FindAsync(key, default))!;
        SaveAttempt attempt = new()
        {
            Contact = key,
            Number = 1,
            ChangeSet = new(new(key, 1, ChangeSetPurpose.Apply), entry.Contact.Kind, "佐藤", []),
            Move = new() { Action = ContactAction.Confirm, From = ContactStatus.Unprocessed, To = ContactStatus.Registered, OperatorId = "sato", At = office.Time.GetUtcNow() },
            Edits = [],
            DecisionHash = "h",
        };
        Assert.IsType<StoreOutcome.Done>(await store.PrepareAsync(attempt, entry.Version, default));
        office.Time.SetUtcNow(At("2027-07-10T00:00:00"));

        RetentionReport report = await office.Service<RetentionSweep>().SweepAsync();

        Assert.Equal((0, 1, 0), (report.Contacts, report.Left, report.Numbers));
        Assert.NotNull(await office.Vault.FindAsync(new MyNumberSlot(key, "myNumber"), default));
    }

    /// <summary>Whose files they were cannot be told any more, but that both were written by then can.</summary>
    [Fact]
    public async Task Sweep_WithDamagedFilesInTheFolder_ErasesThoseThatAreDueAndTellsOfTheOthers()
    {
        using AttachmentFolders folders = new();
        using OfficeScene office = new(c => c.UseAttachmentFolder(folders.Folder));
        office.Time.SetUtcNow(At("2027-03-01T10:00:00"));
        ContactKey whole = await ReceiveWithFileAsync(office, "c-1");
        string[] others = [await DamagedAsync("c-2", "2027-03-01T23:59:00"), await DamagedAsync("c-3", "2027-03-02T00:00:00")];
        FileDesk files = office.Service<FileDesk>();
        Assert.Equal([new AttachmentKey(whole, "a1")], (await files.ListAsync(new(), OfficeScene.Clerk)).Select(file => file.Key));
        Assert.Equal(others.Order(StringComparer.Ordinal), (await files.ListDamagedAsync(OfficeScene.Clerk)).Select(file => file.Place).Order(StringComparer.Ordinal));

        office.Time.SetUtcNow(At("2027-04-01T00:00:00"));
        RetentionSweep sweep = office.Service<RetentionSweep>();
        RetentionReport planned = await sweep.PreviewAsync(new(2027, 4, 1));
        Assert.Equal((2, 1), (planned.Attachments, planned.DamagedAttachments));
        RetentionReport done = await sweep.SweepAsync();

        Assert.Equal((2, 1), (done.Attachments, done.DamagedAttachments));
        Assert.Equal([others[1]], (await files.ListDamagedAsync(OfficeScene.Clerk)).Select(file => file.Place));
        Assert.IsType<AttachmentContent.Expired>(await files.OpenAsync(new(whole, "a1"), OfficeScene.Clerk));
        office.Time.SetUtcNow(At("2027-04-02T00:00:00"));
        Assert.Equal((1, 0), ((await sweep.SweepAsync()) is var last ? last.Attachments : -1, last.DamagedAttachments));

        async Task<string> DamagedAsync(string id, string written)
        {
            string[] before = Directory.GetFiles(folders.Folder, "*.attachment");
            await ReceiveWithFileAsync(office, id);
            string path = Assert.Single(Directory.GetFiles(folders.Folder, "*.attachment").Except(before));
            byte[] bytes = await File.ReadAllBytesAsync(path);
            bytes.AsSpan(0, 20).Clear();
            await File.WriteAllBytesAsync(path, bytes);
            File.SetLastWriteTimeUtc(path, At(written).UtcDateTime);
            return Path.GetFileName(path);
        }
    }

    [Fact]
    public async Task Sweep_Twice_ErasesOnce()
    {
        SetNow("2027-01-10T10:00:00");
        await _office.ReceiveExampleAsync("separation");
        SetNow("2027-07-10T00:00:00");

        Assert.Equal(1, (await Sweep.SweepAsync()).Contacts);
        Assert.Equal(0, (await Sweep.SweepAsync()).Contacts);
    }

    private RetentionSweep Sweep => _office.Service<RetentionSweep>();

    private IAttachmentStore Files => _office.Service<IAttachmentStore>();

    private IMyNumberVault Vault => _office.Service<IMyNumberVault>();

    private Task<ContactKey> ReceiveWithFileAsync() => ReceiveWithFileAsync(_office, "c-1");

    private static Task<ContactKey> ReceiveWithFileAsync(OfficeScene office, string id) => office.ReceiveExampleAsync("separation", json =>
    {
        json["id"] = id;
        json["attachments"] = new JsonArray(new JsonObject { ["id"] = "a1", ["fileName"] = "退職届.pdf", ["mediaType"] = "application/pdf", ["content"] = Convert.ToBase64String("退職届"u8) });
    });

    private void SetNow(string japan) => _office.Time.SetUtcNow(At(japan));

    private static DateTimeOffset At(string japan) => new(DateTime.Parse(japan, CultureInfo.InvariantCulture), s_japan);

    private sealed class Holding : IRetentionPolicy
    {
        public int ContactDays => 180;

        public int AttachmentDays => 30;

        public bool HoldsUnprocessed => true;
    }

    private sealed class BusyMaintenance : ILedgerMaintenance
    {
        public ValueTask ForgetAsync(EstablishmentId establishment, IReadOnlyList<ChangeSetId> ids, CancellationToken token) =>
            throw new LedgerException(new("使用中です。", "In use."));
    }
}
