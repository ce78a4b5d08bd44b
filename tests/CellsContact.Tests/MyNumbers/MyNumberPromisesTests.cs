using CellsContact.Promises;

namespace CellsContact.Tests.MyNumbers;

public sealed class MyNumberPromisesTests
{
    public static TheoryData<string> VaultNames => [.. MyNumberVaultPromises.All.Select(promise => promise.Name)];

    public static TheoryData<string> LogNames => [.. MyNumberAccessLogPromises.All.Select(promise => promise.Name)];

    [Theory, MemberData(nameof(VaultNames))]
    public Task InMemoryVault_Keeps(string name) => VaultPromise(name).RunAsync(new InMemoryVaultHarness());

    [Theory, MemberData(nameof(LogNames))]
    public Task InMemoryLog_Keeps(string name) => LogPromise(name).RunAsync(new InMemoryAccessLogHarness());

    [Theory, MemberData(nameof(VaultNames))]
    public async Task Promise_SomeBrokenVault_IsBroken(string name)
    {
        PromiseBrokenException broken = await Assert.ThrowsAsync<PromiseBrokenException>(() => VaultPromise(name).RunAsync(BrokenVaults.All[name]()));
        Assert.StartsWith(name, broken.Message, StringComparison.Ordinal);
        Assert.True(broken.InnerException is PromiseBrokenException, broken.Message);
    }

    [Theory, MemberData(nameof(LogNames))]
    public async Task Promise_SomeBrokenLog_IsBroken(string name)
    {
        PromiseBrokenException broken = await Assert.ThrowsAsync<PromiseBrokenException>(() => LogPromise(name).RunAsync(BrokenAccessLogs.All[name]()));
        Assert.StartsWith(name, broken.Message, StringComparison.Ordinal);
        Assert.True(broken.InnerException is PromiseBrokenException, broken.Message);
    }

    [Fact]
    public void Names_AreUniqueAndEachHasADefect()
    {
        Assert.Equal(MyNumberVaultPromises.All.Select(promise => promise.Name).Order(), BrokenVaults.All.Keys.Order());
        Assert.Equal(MyNumberAccessLogPromises.All.Select(promise => promise.Name).Order(), BrokenAccessLogs.All.Keys.Order());
    }

    private static Promise<IMyNumberVaultHarness> VaultPromise(string name) => MyNumberVaultPromises.All.Single(promise => promise.Name == name);

    private static Promise<IMyNumberAccessLogHarness> LogPromise(string name) => MyNumberAccessLogPromises.All.Single(promise => promise.Name == name);
}
