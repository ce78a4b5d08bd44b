namespace CellsContact.Promises;

/// <summary>What <see cref="MyNumbers.IMyNumberAccessLog"/> promises, sentence by sentence.</summary>
/// <remarks>How records are sealed and verified is <see cref="MyNumbers.MyNumberAccessBook"/>'s, over every log.</remarks>
public static class MyNumberAccessLogPromises
{
    /// <summary>All promises; a later version may add some.</summary>
    public static IReadOnlyList<Promise<IMyNumberAccessLogHarness>> All { get; } =
    [
        .. MyNumberAccessLogAppending.All,
        .. MyNumberAccessLogListing.All,
    ];
}
