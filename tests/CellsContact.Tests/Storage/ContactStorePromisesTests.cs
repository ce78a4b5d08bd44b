using CellsContact.Promises;

namespace CellsContact.Tests.Storage;

public sealed class ContactStorePromisesTests
{
    public static TheoryData<string> Names => [.. ContactStorePromises.All.Select(promise => promise.Name)];

    [Theory, MemberData(nameof(Names))]
    public Task InMemoryStore_Keeps(string name) => Promise(name).RunAsync(new InMemoryStoreHarness());

    [Theory, MemberData(nameof(Names))]
    public async Task Promise_SomeBrokenStore_IsBroken(string name)
    {
        Assert.Contains(name, BrokenStores.All.Keys);
        PromiseBrokenException broken = await Assert.ThrowsAsync<PromiseBrokenException>(() => Promise(name).RunAsync(BrokenStores.All[name]()));
        Assert.StartsWith(name, broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_AreUnique() => Assert.Equal(ContactStorePromises.All.Count, ContactStorePromises.All.Select(promise => promise.Name).Distinct().Count());

    [Fact]
    public void BrokenStores_BreakPromisesThereAre() => Assert.Empty(BrokenStores.All.Keys.Except(ContactStorePromises.All.Select(promise => promise.Name)));

    [Fact]
    public async Task RunAsync_Cancelled_IsCancelledNotBroken() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => ContactStorePromises.All[0].RunAsync(new InMemoryStoreHarness(), new CancellationToken(true)));

    private static Promise<IContactStoreHarness> Promise(string name) => ContactStorePromises.All.Single(promise => promise.Name == name);
}
