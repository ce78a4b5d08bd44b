using CellsContact.MyNumbers;

namespace CellsContact.Promises;

/// <summary>What an implementer of <see cref="IMyNumberAccessLog"/> supplies, so that the promises can be checked against it.</summary>
/// <remarks>A harness serves one run of one promise.</remarks>
public interface IMyNumberAccessLogHarness
{
    /// <summary>A fresh log that holds nothing.</summary>
    /// <param name="token">Cancels.</param>
    ValueTask<IMyNumberAccessLog> CreateAsync(CancellationToken token);

    /// <summary>Another instance over what the log created last holds, as after a restart or in another process;
    /// <c>null</c> for a log that does not outlive its instance.</summary>
    /// <param name="token">Cancels.</param>
    ValueTask<IMyNumberAccessLog?> ReopenAsync(CancellationToken token);
}
