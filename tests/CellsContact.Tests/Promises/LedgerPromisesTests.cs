using CellsContact.Promises;

namespace CellsContact.Tests.Promises;

public class LedgerPromisesTests
{
    public static TheoryData<string> PromiseNames => [.. LedgerPromises.All.Select(promise => promise.Name)];

    public static TheoryData<string> DefectNames => [.. Defects.All.Keys];

    [Theory, MemberData(nameof(PromiseNames))]
    public Task InMemoryLedger_KeepsEveryPromise(string name) => Named(name).RunAsync(new MemoryLedgerHarness());

    [Theory, MemberData(nameof(PromiseNames))]
    public async Task EveryPromise_IsBrokenByALedgerBrokenOnPurpose(string name)
    {
        foreach (MemoryHarnessMaker defect in Defects.All.Values)
        {
            if (await IsBroken(Named(name), defect))
                return;
        }

        Assert.Fail($"No broken ledger breaks: {name}");
    }

    [Theory, MemberData(nameof(DefectNames))]
    public async Task EveryDefect_IsFoundByAPromise(string name)
    {
        foreach (Promise<ILedgerHarness> promise in LedgerPromises.All)
        {
            if (await IsBroken(promise, Defects.All[name]))
                return;
        }

        Assert.Fail($"No promise finds: {name}");
    }

    [Fact]
    public void Names_AreUniqueSentences()
    {
        Assert.Equal(LedgerPromises.All.Count, LedgerPromises.All.Select(promise => promise.Name).Distinct().Count());
        Assert.All(LedgerPromises.All, promise => Assert.Equal('.', promise.Name[^1]));
    }

    [Fact]
    public async Task RunAsync_BrokenPromise_SaysWhichAndInWhat()
    {
        Promise<ILedgerHarness> promise = Named("A person is found by number, without width and leading zeros.");
        PromiseBrokenException broken = await Assert.ThrowsAsync<PromiseBrokenException>(() => promise.RunAsync(Defects.All["numbers match only exactly"].Make()));
        Assert.StartsWith(promise.Name, broken.Message, StringComparison.Ordinal);
        Assert.Contains("27", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Cancelled_IsNoBrokenPromise() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LedgerPromises.All[0].RunAsync(new MemoryLedgerHarness(), new CancellationToken(true)));

    private static Promise<ILedgerHarness> Named(string name) => LedgerPromises.All.Single(promise => promise.Name == name);

    private static async Task<bool> IsBroken(Promise<ILedgerHarness> promise, MemoryHarnessMaker defect)
    {
        try
        {
            await promise.RunAsync(defect.Make());
            return false;
        }
        catch (PromiseBrokenException)
        {
            return true;
        }
    }
}
