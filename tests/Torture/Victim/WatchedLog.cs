using CellsContact.Contacts;
using CellsContact.MyNumbers;

namespace CellsContact.Torture.Victims;

/// <summary>The application's access log, with a step before and after each record.</summary>
internal sealed class WatchedLog(IMyNumberAccessLog log, KillSwitch kill) : IMyNumberAccessLog
{
    public ValueTask<MyNumberAccessRecord> AppendAsync(
        EstablishmentId establishment, string eventId, Func<MyNumberAccessRecord?, MyNumberAccessRecord> seal, CancellationToken token) =>
        kill.WatchAsync("log.append", () => log.AppendAsync(establishment, eventId, seal, token));

    public IAsyncEnumerable<MyNumberAccessRecord> ReadAsync(EstablishmentId establishment, CancellationToken token) => log.ReadAsync(establishment, token);

    public ValueTask<IReadOnlyList<MyNumberAccessRecord>> ListAsync(MyNumberAccessQuery query, CancellationToken token) => log.ListAsync(query, token);

    public ValueTask<IReadOnlyList<EstablishmentId>> ListEstablishmentsAsync(CancellationToken token) => log.ListEstablishmentsAsync(token);
}
