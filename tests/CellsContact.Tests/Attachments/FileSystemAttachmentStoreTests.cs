using System.Security.Cryptography;
using System.Text;
using CellsContact.Attachments;
using CellsContact.Contacts;

namespace CellsContact.Tests.Attachments;

/// <summary>What is on the disk, and what happens when it is not what was written.</summary>
public sealed class FileSystemAttachmentStoreTests : IDisposable
{
    private static readonly CancellationToken s_token = CancellationToken.None;
    private static readonly byte[] s_content = "content of a contract"u8.ToArray();
    private static readonly AttachmentKey s_key = new(ContactKey.Parse("E001/c-1"), "../../a1");

    private readonly AttachmentFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Fact]
    public async Task Put_AnyIdAndName_WritesOneFileNamedByHashes_InItsFolderOnly()
    {
        await PutAsync();
        string[] names = [.. Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(_folders.Folder)!, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order()!];
        Assert.Equal(3, names.Length);
        Assert.Matches("^[0-9a-f]{64}-[0-9a-f]{64}\\.attachment$", names[0]);
        Assert.Equal(["files", "lock"], names[1..]);
    }

    [Fact]
    public async Task Files_OnUnix_AreTheirOwnersOnly()
    {
        await PutAsync();
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folders.Folder));
        foreach (string file in Directory.EnumerateFiles(_folders.Folder))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Open_ContentChangedOnTheDisk_IsCorrupt_AndPutAgainWhole()
    {
        FileSystemAttachmentStore store = await PutAsync();
        byte[] bytes = await File.ReadAllBytesAsync(Only(), s_token);
        foreach (byte[] damaged in (byte[][])[[.. bytes[..^1], (byte)'x'], bytes[..^1], [.. bytes, (byte)'x'], bytes[..10], []])
        {
            await File.WriteAllBytesAsync(Only(), damaged, s_token);
            Assert.IsType<AttachmentContent.Corrupt>(await store.OpenAsync(s_key, s_token));
            Assert.True(await store.PutAsync(Stored(), s_content, s_token));
            AttachmentContent.Intact whole = Assert.IsType<AttachmentContent.Intact>(await store.OpenAsync(s_key, s_token));
            Assert.Equal(s_content, whole.Bytes.ToArray());
        }
    }

    [Fact]
    public async Task Find_FileThatTellsNothing_NamesItWithoutAValue()
    {
        FileSystemAttachmentStore store = await PutAsync();
        await File.WriteAllTextAsync(Only(), "{\"Name\":\"御手洗\"}\n", s_token);
        IOException damaged = await Assert.ThrowsAnyAsync<IOException>(async () => await store.FindAsync(s_key, s_token));
        Assert.Contains(Path.GetFileName(Only()), damaged.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("御手洗", damaged.ToString(), StringComparison.Ordinal);
        await store.EraseAsync(s_key.Contact, s_token);
        Assert.Empty(await store.ListDamagedAsync(10, s_token));
    }

    private static readonly Dictionary<string, byte[]> s_damages = new()
    {
        ["empty"] = [],
        ["a head without anything"] = "\n"u8.ToArray(),
        ["a head without most of it"] = "{\"Name\":\"御手洗\"}\n"u8.ToArray(),
        ["a head that is null"] = "null\ncontent of a contract"u8.ToArray(),
        ["zeros"] = [.. Enumerable.Repeat((byte)0, 4096)],
        ["a head without an end"] = [.. Enumerable.Repeat((byte)'{', (1 << 20) + 4096)],
    };

    public static TheoryData<string> Damages => [.. s_damages.Keys];

    [Theory, MemberData(nameof(Damages))]
    public async Task DamagedFile_IsInNoListAndStopsNone_IsToldAndErasedOrMended(string damage)
    {
        byte[] bytes = s_damages[damage];
        FileSystemAttachmentStore store = await PutAsync();
        string path = Only();
        StoredAttachment other = Stored() with { Key = new(ContactKey.Parse("E001/c-2"), "a1") };
        Assert.True(await store.PutAsync(other, s_content, s_token));
        await File.WriteAllBytesAsync(path, bytes, s_token);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddDays(1));

        Assert.Equal([other], await store.ListAsync(new(), s_token));
        DamagedAttachment damaged = Assert.Single(await store.ListDamagedAsync(10, s_token));
        Assert.Equal((Path.GetFileName(path), DateTimeOffset.UnixEpoch.AddDays(1)), (damaged.Place, damaged.ReceivedBy));
        Assert.IsType<AttachmentContent.Corrupt>(await store.OpenAsync(s_key, s_token));

        Assert.True(await store.PutAsync(Stored(), s_content, s_token));
        await store.EraseDamagedAsync(damaged, s_token);
        Assert.Empty(await store.ListDamagedAsync(10, s_token));
        Assert.IsType<AttachmentContent.Intact>(await store.OpenAsync(s_key, s_token));

        await File.WriteAllBytesAsync(path, bytes, s_token);
        await store.EraseDamagedAsync(damaged, s_token);
        await store.EraseDamagedAsync(damaged, s_token);
        Assert.False(File.Exists(path));
        Assert.Equal([other], await store.ListAsync(new(), s_token));
    }

    [Fact]
    public async Task FileUnderAnothersName_IsDamaged_AndErasedAsThat()
    {
        FileSystemAttachmentStore store = await PutAsync();
        string path = Only();
        File.Copy(path, Path.Combine(_folders.Folder, $"{new string('0', 64)}-{new string('1', 64)}.attachment"));
        Assert.Single(await store.ListAsync(new(), s_token));
        await store.EraseDamagedAsync(Assert.Single(await store.ListDamagedAsync(10, s_token)), s_token);
        Assert.Equal(path, Only());
    }

    [Theory, InlineData("../../etc/passwd"), InlineData("lock"), InlineData("/tmp/x.attachment"), InlineData("..attachment")]
    public async Task EraseDamaged_OfWhatIsNoFileOfTheFolder_IsRefused(string place) =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await _folders.Open().EraseDamagedAsync(new(place, null), s_token));

    [Fact]
    public async Task EraseContent_OfADamagedFile_DeletesIt()
    {
        FileSystemAttachmentStore store = await PutAsync();
        byte[] bytes = await File.ReadAllBytesAsync(Only(), s_token);
        bytes[0] = 0;
        await File.WriteAllBytesAsync(Only(), bytes, s_token);
        await store.EraseContentAsync(s_key, DateTimeOffset.UnixEpoch, s_token);
        Assert.IsType<AttachmentContent.NotFound>(await store.OpenAsync(s_key, s_token));
    }

    [Fact]
    public async Task EraseContent_LeavesTheRecordAndNoByteOfTheContent()
    {
        FileSystemAttachmentStore store = await PutAsync();
        await store.EraseContentAsync(s_key, DateTimeOffset.UnixEpoch, s_token);
        Assert.DoesNotContain("content of a contract", await File.ReadAllTextAsync(Only(), s_token), StringComparison.Ordinal);
        await store.EraseAsync(s_key.Contact, s_token);
        Assert.Equal(["lock"], Directory.EnumerateFiles(_folders.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Write_AfterAProcessDiedWriting_ClearsAwayWhatItLeft()
    {
        FileSystemAttachmentStore store = await PutAsync();
        string left = Path.Combine(_folders.Folder, "new.tmp");
        await File.WriteAllTextAsync(left, "half of a file", s_token);
        Assert.Single(await store.ListAsync(new(), s_token));
        await store.EraseContentAsync(s_key, DateTimeOffset.UnixEpoch, s_token);
        Assert.False(File.Exists(left));
    }

    [Fact]
    public async Task Write_WhileAnotherProcessWrites_WaitsAndCanBeCancelled()
    {
        FileSystemAttachmentStore store = _folders.Open();
        using CancellationTokenSource cancelled = new();
        Task<bool> waiting;
        await using (FileStream held = new(Path.Combine(_folders.Folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            Task<bool> given = store.PutAsync(Stored(), s_content, cancelled.Token).AsTask();
            waiting = store.PutAsync(Stored(), s_content, s_token).AsTask();
            await Task.Delay(100, s_token);
            Assert.False(waiting.IsCompleted);
            await cancelled.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
            Assert.Empty(await store.ListAsync(new(), s_token));
        }

        Assert.True(await waiting);
        Assert.Single(await store.ListAsync(new(), s_token));
    }

    [Fact]
    public void Folder_ThatCannotBeMade_IsAnError()
    {
        File.WriteAllText(_folders.Folder, "");
        Assert.ThrowsAny<IOException>(() => _folders.Open());
        File.Delete(_folders.Folder);
    }

    private static StoredAttachment Stored() =>
        new(s_key, "契約書.pdf", "application/pdf", s_content.Length, Convert.ToHexStringLower(SHA256.HashData(s_content)), DateTimeOffset.UnixEpoch);

    private async Task<FileSystemAttachmentStore> PutAsync()
    {
        FileSystemAttachmentStore store = _folders.Open();
        Assert.True(await store.PutAsync(Stored(), s_content, s_token));
        return store;
    }

    private string Only() => Directory.EnumerateFiles(_folders.Folder, "*.attachment").Single();
}
