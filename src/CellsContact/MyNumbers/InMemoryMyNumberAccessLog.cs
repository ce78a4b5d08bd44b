using System.Runtime.CompilerServices;
using CellsContact.Contacts;

namespace CellsContact.MyNumbers;

/// <summary>An access log for the life of the process only.</summary>
/// <remarks>Thread-safe. For tests and trials: the law wants the record kept, so a host uses a durable log.</remarks>
public sealed class InMemoryMyNumberAccessLog : IMyNumberAccessLog
{
    private readonly Lock _lock = new();
    private readonly List<MyNumberAccessRecord> _records = [];

    /// <inheritdoc/>
    public ValueTask<MyNumberAccessRecord> AppendAsync(EstablishmentId establishment, string eventId, Func<MyNumberAccessRecord?, MyNumberAccessRecord> seal, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(seal);
        ArgumentException.ThrowIfNullOrWhiteSpace(eventId);
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            MyNumberAccessRecord[] chain = [.. Chain(establishment)];
            if (chain.FirstOrDefault(record => record.EventId == eventId) is { } known)
                return ValueTask.FromResult(known);
            MyNumberAccessRecord appended = seal(chain.LastOrDefault());
            _records.Add(appended);
            return ValueTask.FromResult(appended);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<MyNumberAccessRecord> ReadAsync(EstablishmentId establishment, [EnumeratorCancellation] CancellationToken token)
    {
        MyNumberAccessRecord[] chain;
        lock (_lock)
            chain = [.. Chain(establishment)];
        foreach (MyNumberAccessRecord record in chain)
        {
            token.ThrowIfCancellationRequested();
            yield return record;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<MyNumberAccessRecord>> ListAsync(MyNumberAccessQuery query, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(query);
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<MyNumberAccessRecord>>(
                [.. _records.AsEnumerable().Reverse()
                    .Where(record => (query.Establishment is not { } establishment || record.Access.Establishment == establishment)
                        && (query.ActorId is not { } actor || record.Access.ActorId == actor)
                        && (query.Kind is not { } kind || record.Access.Kind == kind)
                        && (query.Results is not { } results || results.Contains(record.Access.Result))
                        && (query.Since is not { } since || record.At >= since))
                    .Take(query.Limit)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<EstablishmentId>> ListEstablishmentsAsync(CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        lock (_lock)
            return ValueTask.FromResult<IReadOnlyList<EstablishmentId>>([.. _records.Select(record => record.Access.Establishment).Distinct()]);
    }

    private IEnumerable<MyNumberAccessRecord> Chain(EstablishmentId establishment) => _records.Where(record => record.Access.Establishment == establishment);
}
