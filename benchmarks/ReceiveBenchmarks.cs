using BenchmarkDotNet.Attributes;
using CellsContact.Intake;
using CellsContact.Trials;

namespace CellsContact.Benchmarks;

/// <summary>Reading, validating and storing one notice in memory; sent again it is a duplicate, so that nothing grows.</summary>
[MemoryDiagnoser]
public class ReceiveBenchmarks
{
    private TrialOffice _office = null!;
    private byte[] _message = null!;

    [Params("hire.json", "separation.json")]
    public string Example { get; set; } = "";

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _message = ExampleOffice.Message(Example);
        _office = await TrialOffice.OpenInMemoryAsync();
        await _office.ReceiveAsync(_message);
    }

    [Benchmark]
    public async Task<int> ReceiveAsync()
    {
        IReadOnlyList<IntakeResult> results = await _office.ReceiveAsync(_message);
        return results.Count;
    }

    [GlobalCleanup]
    public async Task CleanupAsync() => await _office.DisposeAsync();
}
