using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Tests.Promises;

/// <summary>An in-memory ledger with one thing done wrong.</summary>
internal sealed class BrokenLedger(InMemoryLedger inner) : ILedger
{
    /// <summary>Done to what is read.</summary>
    internal Func<IReadOnlyList<PersonQuery>, LedgerSnapshot, LedgerSnapshot> Reading { get; init; } = (_, snapshot) => snapshot;

    /// <summary>Done to each set before it is applied.</summary>
    internal Func<LedgerChangeSet, LedgerChangeSet> Writing { get; init; } = set => set;

    /// <summary>Done to each outcome.</summary>
    internal Func<LedgerChangeSet, LedgerOutcome, LedgerOutcome> Telling { get; init; } = (_, outcome) => outcome;

    /// <summary>Applies instead of the inner ledger.</summary>
    internal Func<IReadOnlyList<LedgerChangeSet>, CancellationToken, ValueTask<IReadOnlyList<LedgerOutcome>>>? Applying { get; init; }

    public async ValueTask<LedgerSnapshot> ReadAsync(EstablishmentId establishment, IReadOnlyList<PersonQuery> queries, CancellationToken token) =>
        Reading(queries, await inner.ReadAsync(establishment, queries, token));

    public async ValueTask<IReadOnlyList<LedgerOutcome>> ApplyAsync(EstablishmentId establishment, IReadOnlyList<LedgerChangeSet> changeSets, CancellationToken token)
    {
        LedgerChangeSet[] sets = [.. changeSets.Select(Writing)];
        IReadOnlyList<LedgerOutcome> outcomes = Applying is null
            ? await inner.ApplyAsync(establishment, sets, token)
            : await Applying(sets, token);
        return [.. outcomes.Select((outcome, i) => Telling(changeSets[i], outcome))];
    }
}
