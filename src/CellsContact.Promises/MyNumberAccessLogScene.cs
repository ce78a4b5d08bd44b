using System.Globalization;
using CellsContact.Contacts;
using CellsContact.MyNumbers;
using static CellsContact.Promises.ContactStoreCast;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>A fresh log, and the few words every promise is told in.</summary>
internal sealed class MyNumberAccessLogScene
{
    private readonly IMyNumberAccessLogHarness _harness;

    private MyNumberAccessLogScene(IMyNumberAccessLogHarness harness, IMyNumberAccessLog log, CancellationToken token) =>
        (_harness, Log, Token) = (harness, log, token);

    internal IMyNumberAccessLog Log { get; }

    internal CancellationToken Token { get; }

    internal static async Task<MyNumberAccessLogScene> OpenAsync(IMyNumberAccessLogHarness harness, CancellationToken token) =>
        new(harness, await harness.CreateAsync(token).ConfigureAwait(false), token);

    /// <summary>The same data through another instance, or through this one where the log does not outlive it.</summary>
    internal async Task<MyNumberAccessLogScene> ReopenedAsync() =>
        new(_harness, await _harness.ReopenAsync(Token).ConfigureAwait(false) ?? Log, Token);

    internal static MyNumberAccess Access(
        EstablishmentId? establishment = null,
        string actor = "clerk-1",
        MyNumberAccessKind kind = MyNumberAccessKind.Reveal,
        MyNumberAccessResult result = MyNumberAccessResult.Done) => new(establishment ?? E001, actor, kind, result);

    /// <summary>The record after another: what it is sealed with tells what it was made of.</summary>
    internal static MyNumberAccessRecord Next(MyNumberAccessRecord? last, string eventId, MyNumberAccess access, DateTimeOffset? at = null)
    {
        long number = (last?.Number ?? 0) + 1;
        return new(number, at ?? Noon, eventId, access, last?.Seal ?? "", string.Create(CultureInfo.InvariantCulture, $"{access.Establishment}-{number}-{eventId}"));
    }

    internal async Task<MyNumberAccessRecord> AppendAsync(string eventId, MyNumberAccess? access = null, DateTimeOffset? at = null) =>
        await Log.AppendAsync(access?.Establishment ?? E001, eventId, last => Next(last, eventId, access ?? Access(), at), Token).ConfigureAwait(false);

    internal async Task<List<MyNumberAccessRecord>> ReadAsync(EstablishmentId? establishment = null)
    {
        List<MyNumberAccessRecord> chain = [];
        await foreach (MyNumberAccessRecord record in Log.ReadAsync(establishment ?? E001, Token).ConfigureAwait(false))
            chain.Add(record);
        return chain;
    }

    /// <summary>The chain is exactly these records.</summary>
    internal async Task IsAsync(EstablishmentId establishment, params IReadOnlyList<MyNumberAccessRecord> expected)
    {
        List<MyNumberAccessRecord> chain = await ReadAsync(establishment).ConfigureAwait(false);
        ThrowUnless(chain.SequenceEqual(expected), $"the chain is [{Told(chain)}] instead of [{Told(expected)}]");
    }

    /// <summary>The query finds exactly these records in this order.</summary>
    internal async Task ListsAsync(MyNumberAccessQuery query, params IReadOnlyList<MyNumberAccessRecord> expected)
    {
        IReadOnlyList<MyNumberAccessRecord> found = await Log.ListAsync(query, Token).ConfigureAwait(false);
        ThrowUnless(found.SequenceEqual(expected), $"the list is [{Told(found)}] instead of [{Told(expected)}]");
    }

    private static string Told(IEnumerable<MyNumberAccessRecord> records) => string.Join(", ", records.Select(record => $"{record} {record.EventId} {record.At:O}"));
}
