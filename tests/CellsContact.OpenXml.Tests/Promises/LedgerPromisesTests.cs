using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Tests.Support;
using CellsContact.Promises;

namespace CellsContact.OpenXml.Tests.Promises;

public sealed class LedgerPromisesTests
{
    public static TheoryData<string> Names => [.. LedgerPromises.All.Select(promise => promise.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task TheWorkbookLedgerKeeps(string name)
    {
        using var harness = new WorkbookHarness();
        await LedgerPromises.All.Single(promise => promise.Name == name).RunAsync(harness);
    }

    [Fact]
    public async Task AWorkbookThatForgetsItsLog_IsFoundOut()
    {
        var broken = new List<string>();
        foreach (Promise<ILedgerHarness> promise in LedgerPromises.All)
        {
            using var harness = new WorkbookHarness();
            try
            {
                await promise.RunAsync(new ForgetfulHarness(harness));
            }
            catch (PromiseBrokenException)
            {
                broken.Add(promise.Name);
            }
        }

        Assert.NotEmpty(broken);
        Assert.True(broken.Count < LedgerPromises.All.Count / 2, "Only what depends on the log may break.");
    }

    /// <summary>Somebody empties 連絡反映履歴 after every save.</summary>
    private sealed class ForgetfulHarness(WorkbookHarness inner) : ILedgerHarness
    {
        public async ValueTask<ILedger> CreateAsync(IReadOnlyList<LedgerSeed> seeds, CancellationToken token) =>
            new ForgetfulLedger(await inner.CreateAsync(seeds, token), inner);

        public async ValueTask<ILedger?> ReopenAsync(CancellationToken token) =>
            new ForgetfulLedger((await inner.ReopenAsync(token))!, inner);

        public ValueTask<IReadOnlyList<LedgerRow>> ReadHandlingBookAsync(EstablishmentId establishment, CancellationToken token) =>
            inner.ReadHandlingBookAsync(establishment, token);
    }

    private sealed class ForgetfulLedger(ILedger inner, WorkbookHarness harness) : ILedger
    {
        private static readonly SemaphoreSlim One = new(1);

        public ValueTask<LedgerSnapshot> ReadAsync(EstablishmentId establishment, IReadOnlyList<PersonQuery> queries, CancellationToken token) =>
            inner.ReadAsync(establishment, queries, token);

        public async ValueTask<IReadOnlyList<LedgerOutcome>> ApplyAsync(
            EstablishmentId establishment, IReadOnlyList<LedgerChangeSet> changeSets, CancellationToken token)
        {
            await One.WaitAsync(token);
            try
            {
                IReadOnlyList<LedgerOutcome> outcomes = await inner.ApplyAsync(establishment, changeSets, token);
                Package.Edit(harness.PathOf(establishment), "xl/worksheets/sheet5.xml", xml =>
                    xml[..(xml.IndexOf("</row>", StringComparison.Ordinal) + "</row>".Length)] + "</sheetData></worksheet>");
                return outcomes;
            }
            finally
            {
                One.Release();
            }
        }
    }
}
