using CellsContact.EntityFrameworkCore.MyNumbers;
using CellsContact.MyNumbers;
using CellsContact.Promises;
using Microsoft.AspNetCore.DataProtection;

namespace CellsContact.EntityFrameworkCore.Tests;

/// <summary>Vaults and logs over a database file, with keys that last as long as the test.</summary>
internal sealed class NumbersFile : IMyNumberVaultHarness, IMyNumberAccessLogHarness, IDisposable
{
    private readonly EphemeralDataProtectionProvider _keys = new();

    public SqliteFile File { get; } = new();

    public EntityFrameworkCoreMyNumberVault OpenVault(IDataProtectionProvider? keys = null, TimeProvider? time = null) =>
        new(File.OpenDatabase(), new(keys ?? _keys), time ?? TimeProvider.System);

    /// <summary>A log of pages so short that a chain has many.</summary>
    public EntityFrameworkCoreMyNumberAccessLog OpenLog() => new(File.OpenDatabase(), pageSize: 3);

    public void Dispose() => File.Dispose();

    ValueTask<IMyNumberVault> IMyNumberVaultHarness.CreateAsync(TimeProvider time, CancellationToken token) =>
        ValueTask.FromResult<IMyNumberVault>(OpenVault(time: time));

    ValueTask<IMyNumberVault?> IMyNumberVaultHarness.ReopenAsync(TimeProvider time, CancellationToken token) =>
        ValueTask.FromResult<IMyNumberVault?>(OpenVault(time: time));

    ValueTask<IMyNumberAccessLog> IMyNumberAccessLogHarness.CreateAsync(CancellationToken token) => ValueTask.FromResult<IMyNumberAccessLog>(OpenLog());

    ValueTask<IMyNumberAccessLog?> IMyNumberAccessLogHarness.ReopenAsync(CancellationToken token) => ValueTask.FromResult<IMyNumberAccessLog?>(OpenLog());
}
