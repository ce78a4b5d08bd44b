using CellsContact.MyNumbers;

namespace CellsContact.Promises;

/// <summary>What an implementer of <see cref="IMyNumberVault"/> supplies, so that the promises can be checked against it.</summary>
/// <remarks>A harness serves one run of one promise.</remarks>
public interface IMyNumberVaultHarness
{
    /// <summary>A fresh vault that holds nothing.</summary>
    /// <param name="time">What time it is to the vault.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<IMyNumberVault> CreateAsync(TimeProvider time, CancellationToken token);

    /// <summary>Another instance over what the vault created last holds, as after a restart or in another process;
    /// <c>null</c> for a vault that does not outlive its instance.</summary>
    /// <param name="time">What time it is to the vault.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<IMyNumberVault?> ReopenAsync(TimeProvider time, CancellationToken token);
}
