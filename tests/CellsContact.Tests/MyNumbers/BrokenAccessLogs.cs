using CellsContact.MyNumbers;

namespace CellsContact.Tests.MyNumbers;

/// <summary>For every promise a log that breaks it.</summary>
internal static class BrokenAccessLogs
{
    internal static IReadOnlyDictionary<string, Func<InMemoryAccessLogHarness>> All { get; } = new Dictionary<string, Func<InMemoryAccessLogHarness>>
    {
        // Appending
        ["An appended record comes back with everything in it, and with nothing that was not."] =
            Broken(inner => new(inner) { Record = record => record with { Access = record.Access with { Purpose = record.Access.Purpose ?? "" } } }),
        ["A record is made from the last one of its chain, and from none where it is empty."] = Broken(inner => new OneChainForAll(inner)),
        ["A chain is read in the order of its numbers, however long it is."] = Broken(inner => new(inner) { Longest = 100 }),
        ["An event is recorded once; again it is answered with its record, and none is made."] = Broken(inner => new RecordsAgain(inner)),
        ["The same event of another establishment is another event."] = Broken(inner => new EventsOfAll(inner)),
        ["Where making a record fails, nothing is appended."] = Broken(inner => new AppendsAnyway(inner)),
        ["Fifty appended at once to two chains have gapless numbers, each made from the one before."] = Broken(inner => new LooksThenAppends(inner)),
        ["One event appended by twenty at once is recorded once."] = Broken(inner => new AnswersWhatWasAsked(inner)),
        ["An append that is cancelled before it begins writes nothing."] = Broken(inner => new(inner) { Token = _ => CancellationToken.None }),
        ["Everything is still there after reopening, and the chain goes on."] = () => new(losesEverything: true),

        // Listing
        ["A list of records is over all chains, the one appended last first, whatever its instant."] =
            Broken(inner => new(inner) { Items = items => items.OrderByDescending(record => record.At) }),
        ["A list of records ends at its limit."] = Asked(query => query with { Limit = query.Limit + 1 }),
        ["A list can be of one establishment's records."] = Asked(query => query with { Establishment = null }),
        ["A list can be of what one actor did."] = Asked(query => query with { ActorId = null }),
        ["A list can be of one kind of access."] = Asked(query => query with { Kind = null }),
        ["A list can be of some results; of none it is empty."] = Asked(query => query.Results is [] ? query with { Results = null } : query),
        ["A list can begin with an instant."] = Asked(query => query with { Since = query.Since?.AddTicks(-1) }),
        ["Every condition of a list of records has to be met."] = Asked(query => query with { Establishment = null }),
        ["Establishments with a chain are told, each once."] = Broken(inner => new(inner) { Chains = chains => chains.Concat(chains) }),
    };

    private static Func<InMemoryAccessLogHarness> Broken(Func<IMyNumberAccessLog, BrokenAccessLog> wrap) => () => new(wrap);

    private static Func<InMemoryAccessLogHarness> Asked(Func<MyNumberAccessQuery, MyNumberAccessQuery> query) => Broken(inner => new(inner) { Query = query });
}
