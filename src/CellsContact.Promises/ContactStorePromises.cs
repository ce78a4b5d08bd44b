namespace CellsContact.Promises;

/// <summary>What <see cref="Storage.IContactStore"/> promises, sentence by sentence.</summary>
/// <example>
/// One theory in any test framework finds them all:
/// <code>
/// public static IEnumerable&lt;object[]&gt; Names => ContactStorePromises.All.Select(promise => new object[] { promise.Name });
///
/// [Theory, MemberData(nameof(Names))]
/// public Task Keeps(string name) => ContactStorePromises.All.Single(promise => promise.Name == name).RunAsync(new MyHarness());
/// </code>
/// </example>
public static class ContactStorePromises
{
    /// <summary>All promises; a later version may add some.</summary>
    public static IReadOnlyList<Promise<IContactStoreHarness>> All { get; } =
    [
        .. ContactStoreReceiving.All,
        .. ContactStoreListing.All,
        .. ContactStorePreparing.All,
        .. ContactStoreTakingUp.All,
        .. ContactStoreEnding.All,
        .. ContactStoreMoving.All,
        .. ContactStoreTelling.All,
        .. ContactStoreErasing.All,
        .. ContactStoreLasting.All,
    ];
}
