using System.Collections.Concurrent;
using CellsContact.Contacts;
using CellsContact.MyNumbers;

namespace CellsContact.Tests.MyNumbers;

/// <summary>A log with one defect: something it takes or tells is changed on the way.</summary>
internal class BrokenAccessLog(IMyNumberAccessLog inner) : IMyNumberAccessLog
{
    protected IMyNumberAccessLog Inner => inner;

    public Func<MyNumberAccessRecord, MyNumberAccessRecord> Record { get; init; } = record => record;

    public Func<MyNumberAccessQuery, MyNumberAccessQuery> Query { get; init; } = query => query;

    public Func<IReadOnlyList<MyNumberAccessRecord>, IEnumerable<MyNumberAccessRecord>> Items { get; init; } = items => items;

    public Func<IReadOnlyList<EstablishmentId>, IEnumerable<EstablishmentId>> Chains { get; init; } = chains => chains;

    public int Longest { get; init; } = int.MaxValue;

    public Func<CancellationToken, CancellationToken> Token { get; init; } = token => token;

    public virtual async ValueTask<MyNumberAccessRecord> AppendAsync(EstablishmentId establishment, string eventId, Func<MyNumberAccessRecord?, MyNumberAccessRecord> seal, CancellationToken token) =>
        Record(await inner.AppendAsync(establishment, eventId, seal, Token(token)));

    public IAsyncEnumerable<MyNumberAccessRecord> ReadAsync(EstablishmentId establishment, CancellationToken token) =>
        inner.ReadAsync(establishment, Token(token)).Take(Longest).Select(Record);

    public async ValueTask<IReadOnlyList<MyNumberAccessRecord>> ListAsync(MyNumberAccessQuery query, CancellationToken token) =>
        [.. Items(await inner.ListAsync(Query(query), Token(token))).Select(Record)];

    public async ValueTask<IReadOnlyList<EstablishmentId>> ListEstablishmentsAsync(CancellationToken token) =>
        [.. Chains(await inner.ListEstablishmentsAsync(Token(token)))];
}

/// <summary>Makes every record from the newest of all chains.</summary>
internal sealed class OneChainForAll(IMyNumberAccessLog inner) : BrokenAccessLog(inner)
{
    public override async ValueTask<MyNumberAccessRecord> AppendAsync(EstablishmentId establishment, string eventId, Func<MyNumberAccessRecord?, MyNumberAccessRecord> seal, CancellationToken token)
    {
        MyNumberAccessRecord? newest = await Inner.ListAsync(new() { Limit = 1 }, token) is [var found] ? found : null;
        return await base.AppendAsync(establishment, eventId, _ => seal(newest), token);
    }
}

/// <summary>Looks at the last record first and appends later.</summary>
internal sealed class LooksThenAppends(IMyNumberAccessLog inner) : BrokenAccessLog(inner)
{
    public override async ValueTask<MyNumberAccessRecord> AppendAsync(EstablishmentId establishment, string eventId, Func<MyNumberAccessRecord?, MyNumberAccessRecord> seal, CancellationToken token)
    {
        MyNumberAccessRecord? last = await Inner.ListAsync(new() { Establishment = establishment, Limit = 1 }, token) is [var found] ? found : null;
        await Task.Delay(TimeSpan.FromMilliseconds(50), token);
        return await base.AppendAsync(establishment, eventId, _ => seal(last), token);
    }
}

/// <summary>Records every event again.</summary>
internal sealed class RecordsAgain(IMyNumberAccessLog inner) : BrokenAccessLog(inner)
{
    public override ValueTask<MyNumberAccessRecord> AppendAsync(EstablishmentId establishment, string eventId, Func<MyNumberAccessRecord?, MyNumberAccessRecord> seal, CancellationToken token) =>
        base.AppendAsync(establishment, Guid.NewGuid().ToString(), seal, token);
}

/// <summary>Knows an event whichever establishment it was of.</summary>
internal sealed class EventsOfAll(IMyNumberAccessLog inner) : BrokenAccessLog(inner)
{
    private readonly ConcurrentDictionary<string, MyNumberAccessRecord> _known = new();

    public override async ValueTask<MyNumberAccessRecord> AppendAsync(EstablishmentId establishment, string eventId, Func<MyNumberAccessRecord?, MyNumberAccessRecord> seal, CancellationToken token) =>
        _known.TryGetValue(eventId, out MyNumberAccessRecord? known) ? known : _known[eventId] = await base.AppendAsync(establishment, eventId, seal, token);
}

/// <summary>Answers everybody with the record they asked for, whether it is kept or not.</summary>
internal sealed class AnswersWhatWasAsked(IMyNumberAccessLog inner) : BrokenAccessLog(inner)
{
    public override async ValueTask<MyNumberAccessRecord> AppendAsync(EstablishmentId establishment, string eventId, Func<MyNumberAccessRecord?, MyNumberAccessRecord> seal, CancellationToken token)
    {
        await base.AppendAsync(establishment, eventId, seal, token);
        return seal(null);
    }
}

/// <summary>Appends an empty record where making one fails.</summary>
internal sealed class AppendsAnyway(IMyNumberAccessLog inner) : BrokenAccessLog(inner)
{
    public override ValueTask<MyNumberAccessRecord> AppendAsync(EstablishmentId establishment, string eventId, Func<MyNumberAccessRecord?, MyNumberAccessRecord> seal, CancellationToken token) =>
        base.AppendAsync(establishment, eventId, last =>
        {
            try
            {
                return seal(last);
            }
            catch (NotSupportedException)
            {
                return last! with { Number = last.Number + 1, EventId = eventId };
            }
        }, token);
}
