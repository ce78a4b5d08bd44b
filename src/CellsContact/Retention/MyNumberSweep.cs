using CellsContact.Contacts;
using CellsContact.MyNumbers;
using CellsContact.Storage;
using Microsoft.Extensions.Options;

namespace CellsContact.Retention;

/// <summary>Erases numbers that nobody may keep any longer: held ones whose notice never came to be, and former ones whose period has ended.</summary>
/// <remarks>Thread-safe; may run twice, on several hosts, and be cancelled at any moment. Each erasure is on record before it is done.</remarks>
public sealed class MyNumberSweep
{
    internal const string Actor = "retention";
    private const int Batch = 100;
    private readonly IMyNumberVault _vault;
    private readonly IContactStore _store;
    private readonly MyNumberAccessBook _book;
    private readonly OfficeClock _clock;
    private readonly MyNumberOptions _options;

    /// <summary>Makes a sweep.</summary>
    /// <param name="vault">Where numbers are kept.</param>
    /// <param name="store">Tells which notices there are.</param>
    /// <param name="book">Where erasures are recorded.</param>
    /// <param name="clock">What day it is.</param>
    /// <param name="options">How long an orphan is held.</param>
    public MyNumberSweep(IMyNumberVault vault, IContactStore store, MyNumberAccessBook book, OfficeClock clock, IOptions<MyNumberOptions> options)
    {
        ArgumentNullException.ThrowIfNull(vault);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(options);
        (_vault, _store, _book, _clock, _options) = (vault, store, book, clock, options.Value);
    }

    /// <summary>Erases what is due.</summary>
    /// <param name="token">Cancels between two numbers.</param>
    /// <returns>How many numbers were erased.</returns>
    public async Task<int> SweepAsync(CancellationToken token = default)
    {
        DateTimeOffset heldSince = _clock.Now - _options.OrphanLifetime;
        int erased = 0;
        MyNumberEntry? last = null;
        while (true)
        {
            IReadOnlyList<MyNumberEntry> page = await _vault.ListErasableAsync(heldSince, _clock.Today, last, Batch, token).ConfigureAwait(false);
            foreach (MyNumberEntry entry in page)
            {
                token.ThrowIfCancellationRequested();
                if (entry.State == MyNumberState.Held && await _store.FindAsync(entry.Slot.Contact, token).ConfigureAwait(false) is not null)
                    continue;
                if (await EraseAsync(entry, heldSince, token).ConfigureAwait(false))
                    erased++;
            }

            if (page.Count < Batch)
                return erased;
            last = page[^1];
        }
    }

    private async Task<bool> EraseAsync(MyNumberEntry entry, DateTimeOffset heldSince, CancellationToken token)
    {
        await _book.RecordErasureAsync(entry, Actor, token).ConfigureAwait(false);

        // A notice that arrives again just now renews its number, which then stays.
        return await _vault.EraseAsync(entry.Slot, entry.State == MyNumberState.Held ? heldSince : null, token).ConfigureAwait(false);
    }
}
