using BenchmarkDotNet.Attributes;
using CellsContact.Desk;
using CellsContact.Trials;

namespace CellsContact.Benchmarks;

/// <summary>One notice from its bytes to the moved status: received, and reflected.</summary>
/// <remarks>Fifty hires into an office that is new in each iteration.</remarks>
[MemoryDiagnoser]
public class SaveBenchmarks
{
    private const int Hires = 50;
    private TrialOffice _office = null!;
    private OfficeFolder _folder = null!;
    private IReadOnlyList<TrialNotice> _hires = null!;
    private int _next;

    [Params(Place.Memory, Place.Sqlite)]
    public Place Store { get; set; }

    [IterationSetup]
    public void Setup()
    {
        _hires = [.. TrialNotices.Of(1, Hires, OfficeFolder.Establishment).Where(notice => notice.Message["kind"]!.GetValue<string>() == "hire")];
        _folder = OfficeFolder.CreateTemporary();
        _office = (Store == Place.Memory ? TrialOffice.OpenInMemoryAsync() : TrialOffice.OpenWithMemoryLedgerAsync(_folder)).GetAwaiter().GetResult();
        _next = 0;
    }

    [Benchmark(OperationsPerInvoke = Hires)]
    public async Task<int> ReceiveAndReflectAsync()
    {
        int saved = 0;
        for (int i = 0; i < Hires; i++)
        {
            TrialNotice hire = _hires[_next++];
            await _office.ReceiveAsync(hire);
            if (await _office.Desk.SaveAsync(hire.Key, TrialOffice.Clerk, hire.Decision!) is SaveResult.Saved)
                saved++;
        }

        return saved == Hires ? saved : throw new InvalidOperationException($"Only {saved} of {Hires} were saved.");
    }

    [IterationCleanup]
    public void Cleanup()
    {
        _office.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _folder.Delete();
    }

    /// <summary>Where notices are kept; the ledger is in memory.</summary>
    public enum Place
    {
        /// <summary>In memory.</summary>
        Memory = 1,

        /// <summary>In a SQLite file.</summary>
        Sqlite = 2,
    }
}
