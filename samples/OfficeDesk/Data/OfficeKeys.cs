using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace OfficeDesk.Data;

/// <summary>The folder <c>keys</c>: the key ring that encrypts the numbers, and the key that seals the access log.</summary>
/// <remarks>Both are made on first use, once, and never while the database holds what hangs on lost ones.</remarks>
internal sealed class OfficeKeys(OfficeFolder folder)
{
    private const int LogKeyBytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private string LogKeyFile => Path.Combine(folder.KeysFolder, "access-log.key");

    private bool HasKeyRing => Directory.Exists(folder.KeysFolder) && Directory.EnumerateFiles(folder.KeysFolder, "key-*.xml").Any();

    /// <summary>Makes the keys unless they are there. Of two processes at once, one makes them and the other finds them.</summary>
    /// <param name="hasRecords">Whether the database holds anything that was sealed or encrypted with keys.</param>
    /// <param name="token">Cancels.</param>
    /// <returns>The key that seals the access log.</returns>
    /// <exception cref="OfficeDeskException">Keys are missing that were there before, or are damaged.</exception>
    public async Task<byte[]> OpenAsync(Func<Task<bool>> hasRecords, CancellationToken token)
    {
        if (!File.Exists(LogKeyFile) || !HasKeyRing)
            await MakeAsync(hasRecords, token);
        byte[] key = await File.ReadAllBytesAsync(LogKeyFile, token);
        return key.Length == LogKeyBytes
            ? key
            : throw new OfficeDeskException(
                ExitCode.NotUsable,
                $"{LogKeyFile} が壊れています。控えから戻してください。",
                $"{LogKeyFile} is damaged: restore it from the backup.");
    }

    /// <summary>Has numbers encrypted with this folder's key ring.</summary>
    public void ProtectWith(IServiceCollection services) => services
        .AddDataProtection()
        .SetApplicationName("OfficeDesk")
        .PersistKeysToFileSystem(new(folder.KeysFolder));

    private async Task MakeAsync(Func<Task<bool>> hasRecords, CancellationToken token)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder.KeysFolder);
        else
            Directory.CreateDirectory(folder.KeysFolder, OwnerOnly);
        await using FileStream onlyMaker = await OnlyWriter.WaitAsync(Path.Combine(folder.KeysFolder, "keys.lock"), token);
        string[] missing = [.. File.Exists(LogKeyFile) ? Array.Empty<string>() : ["access-log.key"], .. HasKeyRing ? Array.Empty<string>() : ["key-*.xml"]];
        if (missing.Length == 0)
            return;
        if (await hasRecords())
        {
            throw new OfficeDeskException(
                ExitCode.NotUsable,
                $"{folder.KeysFolder} に鍵がありません（{string.Join("、", missing)}）。保管中のマイナンバーとアクセスログはこの鍵のものなので、新しい鍵は作りません。控えから戻して、もう一度実行してください。",
                $"Keys are missing in {folder.KeysFolder} ({string.Join(", ", missing)}). The numbers and the access log in the database hang on them, so no new ones are made. Restore them from the backup and run it again.");
        }

        if (!HasKeyRing)
            MakeKeyRing();
        if (!File.Exists(LogKeyFile))
            await WholeFile.WriteSecretAsync(LogKeyFile, RandomNumberGenerator.GetBytes(LogKeyBytes), token);
    }

    private void MakeKeyRing()
    {
        ServiceCollection services = new();
        ProtectWith(services);
        using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<IDataProtectionProvider>().CreateProtector(nameof(OfficeKeys)).Protect(Array.Empty<byte>());
    }
}
