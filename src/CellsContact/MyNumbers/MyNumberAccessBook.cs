using System.Security.Cryptography;
using CellsContact.Contacts;
using Microsoft.Extensions.Options;

namespace CellsContact.MyNumbers;

/// <summary>The access log (マイナンバーのアクセスログ): records what is done with numbers, and verifies that nobody changed the record.</summary>
/// <remarks>
/// Thread-safe. Modelled on the duty to record use and erasure (特定個人情報ガイドライン, 組織的安全管理措置). Whoever
/// may read the log is the host's to decide: nothing here asks for an operator.
/// </remarks>
public sealed class MyNumberAccessBook
{
    private readonly IMyNumberAccessLog _log;
    private readonly TimeProvider _time;
    private readonly MyNumberOptions _options;

    /// <summary>Makes a book over a log.</summary>
    /// <param name="log">Where records live.</param>
    /// <param name="time">What time it is.</param>
    /// <param name="options">The key.</param>
    public MyNumberAccessBook(IMyNumberAccessLog log, TimeProvider time, IOptions<MyNumberOptions> options)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(options);
        (_log, _time, _options) = (log, time, options.Value);
    }

    /// <summary>Records that meet every given condition, newest first.</summary>
    /// <param name="query">The conditions.</param>
    /// <param name="token">Cancels.</param>
    public ValueTask<IReadOnlyList<MyNumberAccessRecord>> ListAsync(MyNumberAccessQuery query, CancellationToken token = default) => _log.ListAsync(query, token);

    /// <summary>The establishments that have a chain.</summary>
    /// <param name="token">Cancels.</param>
    public ValueTask<IReadOnlyList<EstablishmentId>> ListEstablishmentsAsync(CancellationToken token = default) => _log.ListEstablishmentsAsync(token);

    /// <summary>Verifies an establishment's chain and names the first record that was altered, inserted, put elsewhere or removed.</summary>
    /// <remarks>Records removed at the very end are found only against an anchor that was exported before; a whole chain's removal likewise.</remarks>
    /// <param name="establishment">The establishment.</param>
    /// <param name="anchor">An anchor of this chain from before, if one was kept.</param>
    /// <param name="token">Cancels.</param>
    /// <exception cref="ArgumentException">The anchor is another establishment's.</exception>
    public async Task<MyNumberLogVerification> VerifyAsync(EstablishmentId establishment, MyNumberLogAnchor? anchor = null, CancellationToken token = default)
    {
        if (anchor is not null && anchor.Establishment != establishment)
            throw new ArgumentException("The anchor is another establishment's.", nameof(anchor));
        MyNumberLogAnchor last = new(establishment, 0, "");
        await foreach (MyNumberAccessRecord record in _log.ReadAsync(establishment, token).ConfigureAwait(false))
        {
            if (record.Number > last.Number + 1)
                return Broken(MyNumberLogProblem.Missing, last.Number + 1);
            if (record.Number != last.Number + 1 || record.Access.Establishment != establishment || !AccessSeal.Holds(record, Key))
                return Broken(MyNumberLogProblem.Altered, record.Number);
            if (record.PreviousSeal != last.Seal || (record.Number == anchor?.Number && record.Seal != anchor.Seal))
                return Broken(MyNumberLogProblem.OutOfPlace, record.Number);
            last = new(establishment, record.Number, record.Seal);
        }

        return anchor?.Number > last.Number ? Broken(MyNumberLogProblem.Missing, last.Number + 1) : new(last.Number, null, null, last);

        MyNumberLogVerification Broken(MyNumberLogProblem problem, long at) => new(last.Number, problem, at, last);
    }

    /// <summary>Records an event, once, before it happens.</summary>
    internal ValueTask<MyNumberAccessRecord> RecordAsync(MyNumberAccess access, string? eventId, CancellationToken token)
    {
        string id = eventId ?? Guid.NewGuid().ToString("N");
        return _log.AppendAsync(access.Establishment, id, Next, token);

        MyNumberAccessRecord Next(MyNumberAccessRecord? last)
        {
            // Whole microseconds, as every store keeps them: what is sealed is what comes back.
            DateTimeOffset now = _time.GetUtcNow();
            now = now.AddTicks(-(now.UtcTicks % TimeSpan.TicksPerMicrosecond));
            MyNumberAccessRecord record = new((last?.Number ?? 0) + 1, now, id, access, last?.Seal ?? "", "");
            return record with { Seal = AccessSeal.Of(record, Key) };
        }
    }

    /// <summary>Records that an entry of the vault is about to be erased.</summary>
    internal ValueTask<MyNumberAccessRecord> RecordErasureAsync(MyNumberEntry entry, string actorId, CancellationToken token)
    {
        MyNumberAccess access = new MyNumberAccess(entry.Slot.Contact.Establishment, actorId, MyNumberAccessKind.Erasure, MyNumberAccessResult.Done).About(entry.Slot);
        return RecordAsync(entry.Owner is { } owner ? access.About(owner) : access, null, token);
    }

    private byte[] Key => _options.LogKey ?? throw new CryptographicException("MyNumberOptions.LogKey が設定されていません。 (MyNumberOptions.LogKey is not set.)");
}
