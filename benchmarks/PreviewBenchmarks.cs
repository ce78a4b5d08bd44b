using BenchmarkDotNet.Attributes;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Trials;

namespace CellsContact.Benchmarks;

/// <summary>Previewing each kind of notice over a ledger in memory: validation, the reflector, and what is shown.</summary>
[MemoryDiagnoser]
public class PreviewBenchmarks
{
    private TrialOffice _office = null!;
    private ContactKey _key;

    [ParamsSource(nameof(Examples))]
    public string Example { get; set; } = "";

    public static IEnumerable<string> Examples => ExampleOffice.Reflectable;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _office = await TrialOffice.OpenInMemoryAsync();
        await ExampleOffice.HireCastAsync(_office);
        _key = (await ExampleOffice.ReceiveAsync(_office, ExampleOffice.Message(Example)))[0];
    }

    [Benchmark]
    public Task<SavePreview> PreviewAsync() => _office.Desk.PreviewAsync(_key, TrialOffice.Clerk, ContactDecision.Reflect);

    [GlobalCleanup]
    public async Task CleanupAsync() => await _office.DisposeAsync();
}
