using System.Text;
using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Tests.Support;

namespace CellsContact.OpenXml.Tests;

public sealed class SavingTests
{
    [Fact]
    public async Task ApplyAsync_DiskFullAtAnyStep_LeavesTheWorkbookAndNoTemporaryFile()
    {
        var failures = new HashSet<string>();
        for (int step = 1; ; step++)
        {
            var files = new FailingFiles(step);
            using var test = new TestLedger(files: files);
            OpenXmlWorkbook.Create(test.Path, test.Options);
            byte[] before = await File.ReadAllBytesAsync(test.Path);
            try
            {
                await test.AppliedAsync(Sets.Hire("c-1"));
                Assert.False(files.HasFailed);
                break;
            }
            catch (LedgerException e)
            {
                failures.Add(files.Failure);
                Assert.Equal(files.Failure != "swap", e.NothingBegun);
                Assert.Contains("E001.xlsx", e.Text.Japanese, StringComparison.Ordinal);
            }

            Assert.Equal(before, await File.ReadAllBytesAsync(test.Path));
            Assert.Equal(["E001.xlsx"], test.Folder.Names());
        }

        Assert.Equal(["create", "flush", "lock", "open", "swap", "write"], failures.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Create_DiskFullAtAnyStep_LeavesNothing()
    {
        for (int step = 1; ; step++)
        {
            var files = new FailingFiles(step);
            using var folder = new TempFolder();
            try
            {
                OpenXmlWorkbook.Create(folder.File("new.xlsx"), null, files);
                break;
            }
            catch (LedgerException)
            {
                Assert.Empty(folder.Names());
            }
        }
    }

    [Fact]
    public async Task ApplyAsync_LockHeldByAnother_IsBusyAfterTheTimeout()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        using (new FileStream(test.Path + ".cellscontact.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            LedgerBusyException e = await Assert.ThrowsAsync<LedgerBusyException>(() => test.ApplyAsync(Sets.Hire("c-1")));
            Assert.True(e.IsTransient);
        }

        // The file is still there, the handle is not: a stale lock file does not block.
        await test.AppliedAsync(Sets.Hire("c-1"));
    }

    [Fact]
    public async Task ApplyAsync_LockReleasedInTime_Applies()
    {
        using TestLedger test = TestLedger.WithNewWorkbook(o => o.BusyTimeout = TimeSpan.FromSeconds(30));
        var held = new FileStream(test.Path + ".cellscontact.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        Task<LedgerReceipt> applying = test.AppliedAsync(Sets.Hire("c-1"));
        await Task.Delay(50);
        Assert.False(applying.IsCompleted);
        await held.DisposeAsync();

        Assert.Equal("0001", (await applying).AssignedNumbers["hire"].Value);
    }

    [Fact]
    public async Task ApplyAsync_OpenInExcel_IsBusyAndNamesTheOwner()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        const string Owner = "社労士 花子";
        byte[] file = new byte[165];
        file[0] = 6;
        file[55] = (byte)Owner.Length;
        Encoding.Unicode.GetBytes(Owner).CopyTo(file, 57);
        await File.WriteAllBytesAsync(test.Folder.File("~$E001.xlsx"), file);

        LedgerBusyException e = await Assert.ThrowsAsync<LedgerBusyException>(() => test.ApplyAsync(Sets.Hire("c-1")));

        Assert.Equal(Owner, e.Owner);
        Assert.Contains(Owner, e.Message, StringComparison.Ordinal);
        Assert.Empty((await test.ReadAsync(PersonQuery.ByNumber(EmployeeNumber.Parse("1")))).People);
    }

    [Fact]
    public async Task ApplyAsync_OpenInLibreOffice_IsBusyAndNamesTheOwner()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        await File.WriteAllTextAsync(test.Folder.File(".~lock.E001.xlsx#"), ",hanako,office-pc,01.04.2026 09:00,file:///home/hanako;");

        LedgerBusyException e = await Assert.ThrowsAsync<LedgerBusyException>(() => test.ApplyAsync(Sets.Hire("c-1")));

        Assert.Equal("hanako", e.Owner);
    }

    [Fact]
    public async Task ApplyAsync_LeftoversOfAKilledRun_AreRemoved()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        await File.WriteAllTextAsync(test.Path + ".0123.cellscontact.tmp", "half");
        await File.WriteAllTextAsync(test.Folder.File("E0011.xlsx.0123.cellscontact.tmp"), "of another workbook");

        await test.AppliedAsync(Sets.Hire("c-1"));

        Assert.Equal(["E001.xlsx", "E0011.xlsx.0123.cellscontact.tmp"], test.Folder.Names());
    }

    [Fact]
    public async Task ApplyAsync_ManyWritersAtOnce_LoseNothingAndDoubleNothing()
    {
        using TestLedger test = TestLedger.WithNewWorkbook(o => o.BusyTimeout = TimeSpan.FromMinutes(2));
        var other = new OpenXmlLedger(test.Options);
        var people = PersonQuery.ByNumber(EmployeeNumber.Parse("1"));

        IReadOnlyList<LedgerOutcome>[] outcomes = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(async () =>
        {
            await test.ReadAsync(people);
            return await (i % 2 == 0 ? test.Ledger : other).ApplyAsync(Sets.E001, [Sets.Hire($"c-{i / 2}")], CancellationToken.None);
        })));

        string[] numbers = [.. outcomes.Select(o => Assert.Single(o)).OfType<LedgerOutcome.Applied>().Select(o => o.Receipt.AssignedNumbers["hire"].Value)];
        Assert.Equal(12, numbers.Distinct().Count());
        Assert.Equal(12, numbers.Length);
        Validate.Workbook(test.Path);
    }

    [Fact]
    public async Task ApplyAsync_WorkbookChangedWhileSaving_IsRefused()
    {
        var files = new InterferingFiles();
        using TestLedger test = TestLedger.WithNewWorkbook(files: files);
        files.BeforeFlush = () => File.SetLastWriteTimeUtc(test.Path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        await Assert.ThrowsAsync<LedgerBusyException>(() => test.ApplyAsync(Sets.Hire("c-1")));

        Assert.Equal(["E001.xlsx"], test.Folder.Names());
        Assert.Null(Package.Cell(test.Path, "個人情報", "A2"));
    }

    [Fact]
    public async Task ApplyAsync_ReadOnlyFile_IsRefused()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        File.SetAttributes(test.Path, FileAttributes.ReadOnly);

        await Assert.ThrowsAsync<LedgerUnsupportedException>(() => test.ApplyAsync(Sets.Hire("c-1")));

        File.SetAttributes(test.Path, FileAttributes.Normal);
    }

    [Fact]
    public async Task ApplyAsync_OnUnix_KeepsThePermissionsAndFollowsLinks()
    {
        if (OperatingSystem.IsWindows())
            return;
        using TestLedger test = TestLedger.WithNewWorkbook();
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
        File.SetUnixFileMode(test.Path, Mode);
        string link = test.Folder.File("link.xlsx");
        File.CreateSymbolicLink(link, test.Path);
        var linked = new OpenXmlLedger(new OpenXmlLedgerOptions { WorkbookFor = _ => link });

        await linked.ApplyAsync(Sets.E001, [Sets.Hire("c-1")], CancellationToken.None);

        Assert.Equal(Mode, File.GetUnixFileMode(test.Path));
        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.Equal("0001", Package.Value(test.Path, "個人情報", "A2"));
    }

    [Fact]
    public async Task ApplyAsync_WorkbookMissing_IsALedgerExceptionAndLeavesNoLockFile()
    {
        using var test = new TestLedger();

        LedgerException e = await Assert.ThrowsAnyAsync<LedgerException>(() => test.ApplyAsync(Sets.Hire("c-1")));
        await Assert.ThrowsAnyAsync<LedgerException>(() => test.ReadAsync());

        Assert.True(e.NothingBegun);
        Assert.Empty(Directory.EnumerateFiles(test.Folder.Path));
    }
}
