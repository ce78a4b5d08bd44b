namespace CellsContact.Promises;

/// <summary>What <see cref="MyNumbers.IMyNumberVault"/> promises, sentence by sentence.</summary>
/// <remarks>What is encrypted with which key is the implementation's, and not in the list.</remarks>
public static class MyNumberVaultPromises
{
    /// <summary>All promises; a later version may add some.</summary>
    public static IReadOnlyList<Promise<IMyNumberVaultHarness>> All { get; } =
    [
        .. MyNumberVaultHolding.All,
        .. MyNumberVaultLinking.All,
        .. MyNumberVaultErasing.All,
        .. MyNumberVaultLasting.All,
    ];
}
