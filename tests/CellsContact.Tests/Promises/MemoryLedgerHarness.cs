using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Promises;

namespace CellsContact.Tests.Promises;

/// <summary>The in-memory ledger, sound or broken on purpose.</summary>
internal sealed class MemoryLedgerHarness(Func<InMemoryLedger, ILedger>? broken = null, Func<InMemoryLedger, ILedger>? reopened = null) : ILedgerHarness
{
    private InMemoryLedger _ledger = new();

    public ValueTask<ILedger> CreateAsync(IReadOnlyList<LedgerSeed> seeds, CancellationToken token)
    {
        _ledger = new(LedgerFields.All.Except(seeds.SelectMany(seed => seed.Without)));
        foreach (LedgerSeed seed in seeds)
            _ledger.Add(seed.Establishment, seed.People);
        return ValueTask.FromResult(broken?.Invoke(_ledger) ?? _ledger);
    }

    public ValueTask<ILedger?> ReopenAsync(CancellationToken token) => ValueTask.FromResult<ILedger?>((reopened ?? broken)?.Invoke(_ledger));

    public ValueTask<IReadOnlyList<LedgerRow>> ReadHandlingBookAsync(EstablishmentId establishment, CancellationToken token) =>
        ValueTask.FromResult(_ledger.HandlingBook(establishment));
}
