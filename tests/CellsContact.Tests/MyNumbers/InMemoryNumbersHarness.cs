using CellsContact.MyNumbers;
using CellsContact.Promises;

namespace CellsContact.Tests.MyNumbers;

/// <summary>Fresh vaults in memory, each seen through a wrapper where a test wants one broken.</summary>
internal sealed class InMemoryVaultHarness(Func<IMyNumberVault, IMyNumberVault>? wrap = null, bool losesEverything = false) : IMyNumberVaultHarness
{
    public ValueTask<IMyNumberVault> CreateAsync(TimeProvider time, CancellationToken token)
    {
        InMemoryMyNumberVault vault = new(time);
        return ValueTask.FromResult(wrap is null ? vault : wrap(vault));
    }

    public ValueTask<IMyNumberVault?> ReopenAsync(TimeProvider time, CancellationToken token) =>
        ValueTask.FromResult<IMyNumberVault?>(losesEverything ? new InMemoryMyNumberVault(time) : null);
}

/// <summary>Fresh logs in memory, each seen through a wrapper where a test wants one broken.</summary>
internal sealed class InMemoryAccessLogHarness(Func<IMyNumberAccessLog, IMyNumberAccessLog>? wrap = null, bool losesEverything = false) : IMyNumberAccessLogHarness
{
    public ValueTask<IMyNumberAccessLog> CreateAsync(CancellationToken token)
    {
        InMemoryMyNumberAccessLog log = new();
        return ValueTask.FromResult(wrap is null ? log : wrap(log));
    }

    public ValueTask<IMyNumberAccessLog?> ReopenAsync(CancellationToken token) =>
        ValueTask.FromResult<IMyNumberAccessLog?>(losesEverything ? new InMemoryMyNumberAccessLog() : null);
}
