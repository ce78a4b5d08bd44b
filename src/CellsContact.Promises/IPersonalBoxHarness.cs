using CellsContact.Attachments;

namespace CellsContact.Promises;

/// <summary>What an implementer of <see cref="IPersonalBox"/> supplies, so that the promises can be checked against it.</summary>
/// <remarks>A harness serves one run of one promise.</remarks>
public interface IPersonalBoxHarness
{
    /// <summary>Fresh boxes that hold nothing.</summary>
    /// <param name="token">Cancels.</param>
    ValueTask<IPersonalBox> CreateAsync(CancellationToken token);

    /// <summary>Another instance over what the boxes created last hold, as after a restart or in another process;
    /// <c>null</c> for boxes that do not outlive their instance.</summary>
    /// <param name="token">Cancels.</param>
    ValueTask<IPersonalBox?> ReopenAsync(CancellationToken token);
}
