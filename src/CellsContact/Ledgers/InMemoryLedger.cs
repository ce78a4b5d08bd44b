using System.Collections.Immutable;
using CellsContact.Contacts;

namespace CellsContact.Ledgers;

/// <summary>A ledger (台帳) that lives in memory, for any number of establishments: for tests, trials and as a model for your own.</summary>
/// <remarks>Thread-safe. Keeps every promise of <see cref="ILedger"/> for the life of the object; nothing outlives it.</remarks>
public sealed class InMemoryLedger : ILedger, ILedgerMaintenance
{
    private readonly Lock _lock = new();
    private readonly Dictionary<EstablishmentId, InMemoryBook> _books = [];
    private readonly HashSet<LedgerField> _fields;
    private readonly TimeProvider _timeProvider;

    /// <summary>Makes an empty ledger with all fields.</summary>
    /// <param name="timeProvider">Tells when a set is applied; the system's clock by default.</param>
    public InMemoryLedger(TimeProvider? timeProvider = null)
        : this(LedgerFields.All, timeProvider)
    {
    }

    /// <summary>Makes an empty ledger with some of the fields, like an office's workbook without some optional columns.</summary>
    /// <param name="fields">The fields the ledger has; all key fields are among them.</param>
    /// <param name="timeProvider">Tells when a set is applied; the system's clock by default.</param>
    /// <exception cref="ArgumentException">A key field is missing.</exception>
    public InMemoryLedger(IEnumerable<LedgerField> fields, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(fields);
        _fields = [.. fields];
        if (LedgerFields.All.FirstOrDefault(field => field.IsKey && !_fields.Contains(field)) is { } missing)
            throw new ArgumentException($"The key field {missing.Id} is missing.", nameof(fields));
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Puts people into the ledger as they are, as if the office had typed them in: no number is checked.</summary>
    /// <remarks>Values of fields the ledger does not have are left out; the number's field is filled where it is empty.</remarks>
    /// <param name="establishment">The establishment.</param>
    /// <param name="people">The people.</param>
    public void Add(EstablishmentId establishment, params IEnumerable<LedgerPerson> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        lock (_lock)
        {
            InMemoryBook book = BookOf(establishment);
            foreach (LedgerPerson person in people)
                book = book.Seeded(person, _fields);
            _books[establishment] = book;
        }
    }

    /// <summary>Everybody the ledger has.</summary>
    /// <param name="establishment">The establishment.</param>
    public IReadOnlyList<LedgerPerson> People(EstablishmentId establishment)
    {
        lock (_lock)
            return [.. BookOf(establishment).People()];
    }

    /// <summary>The rows of マイナンバー取扱状況記録簿, in order.</summary>
    /// <param name="establishment">The establishment.</param>
    public IReadOnlyList<LedgerRow> HandlingBook(EstablishmentId establishment)
    {
        lock (_lock)
            return [.. BookOf(establishment).Rows(LedgerTable.HandlingBook).Select(row => row.Row)];
    }

    /// <inheritdoc/>
    public ValueTask<LedgerSnapshot> ReadAsync(EstablishmentId establishment, IReadOnlyList<PersonQuery> queries, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(queries);
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            IEnumerable<LedgerPerson> found = BookOf(establishment).People()
                .Where(person => queries.Any(query => query.Matches(person.Number, person.Row)));
            return ValueTask.FromResult(new LedgerSnapshot(establishment, found, _fields));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LedgerOutcome>> ApplyAsync(EstablishmentId establishment, IReadOnlyList<LedgerChangeSet> changeSets, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(changeSets);
        if (changeSets.DistinctBy(set => set.Id).Count() != changeSets.Count)
            throw new ArgumentException("Each change set's id may be there once.", nameof(changeSets));
        if (changeSets.Any(set => set.Id.Contact.Establishment != establishment))
            throw new ArgumentException("A change set is about another establishment.", nameof(changeSets));
        lock (_lock)
        {
            InMemoryBook book = BookOf(establishment);
            if (changeSets.FirstOrDefault(set => book.Log.TryGetValue(set.Id, out LedgerReceipt? logged) && logged.Hash != set.Hash) is { } other)
                throw new InvalidOperationException($"{other.Id} is applied with another content.");

            ImmutableArray<LedgerOutcome>.Builder outcomes = ImmutableArray.CreateBuilder<LedgerOutcome>(changeSets.Count);
            foreach (LedgerChangeSet set in changeSets)
            {
                if (book.Log.TryGetValue(set.Id, out LedgerReceipt? receipt))
                {
                    outcomes.Add(new LedgerOutcome.AlreadyApplied(receipt));
                    continue;
                }

                (book, LedgerOutcome outcome) = new InMemoryWriter(book, _fields).Write(set, _timeProvider.GetUtcNow());
                outcomes.Add(outcome);
            }

            token.ThrowIfCancellationRequested();
            _books[establishment] = book;
            return ValueTask.FromResult<IReadOnlyList<LedgerOutcome>>(outcomes.DrainToImmutable());
        }
    }

    /// <inheritdoc/>
    public ValueTask ForgetAsync(EstablishmentId establishment, IReadOnlyList<ChangeSetId> ids, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Any(id => id.Contact.Establishment != establishment))
            throw new ArgumentException("A change set is of another establishment.", nameof(ids));
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            InMemoryBook book = BookOf(establishment);
            _books[establishment] = book with { Log = book.Log.RemoveRange(ids) };
        }

        return ValueTask.CompletedTask;
    }

    private InMemoryBook BookOf(EstablishmentId establishment) => establishment.IsUnset
        ? throw new ArgumentException("The establishment is unset.", nameof(establishment))
        : _books.GetValueOrDefault(establishment, InMemoryBook.Empty);
}
