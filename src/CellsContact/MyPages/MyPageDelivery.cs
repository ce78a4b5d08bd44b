using CellsContact.Contacts;
using CellsContact.Establishments;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CellsContact.MyPages;

/// <summary>Delivers what is in the outbox to the client's page: reads ledger and notice at that moment, and tries again what fails.</summary>
/// <remarks>Thread-safe; several hosts may deliver from one outbox. At least once, in order per person and per notice.</remarks>
public sealed class MyPageDelivery
{
    private const int Batch = 50;
    private readonly IOutbox _outbox;
    private readonly IMyPage _page;
    private readonly IContactStore _store;
    private readonly ILedger _ledger;
    private readonly IEstablishmentDirectory _establishments;
    private readonly StatusLabels _labels;
    private readonly TimeProvider _time;
    private readonly MyPageOptions _options;
    private readonly ILogger<MyPageDelivery> _logger;

    /// <summary>Makes a delivery.</summary>
    /// <param name="outbox">What to deliver.</param>
    /// <param name="page">Where to.</param>
    /// <param name="store">Tells the status of a notice.</param>
    /// <param name="ledger">Tells a person's data.</param>
    /// <param name="establishments">Tells whose page is set up.</param>
    /// <param name="labels">The マイページ labels.</param>
    /// <param name="time">What time it is.</param>
    /// <param name="options">How often to try.</param>
    /// <param name="logger">The log.</param>
    public MyPageDelivery(
        IOutbox outbox, IMyPage page, IContactStore store, ILedger ledger, IEstablishmentDirectory establishments, StatusLabels labels, TimeProvider time, IOptions<MyPageOptions> options, ILogger<MyPageDelivery> logger)
    {
        ArgumentNullException.ThrowIfNull(outbox);
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(establishments);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(logger);
        (_outbox, _page, _store, _ledger, _establishments, _labels, _time, _options, _logger) = (outbox, page, store, ledger, establishments, labels, time, options.Value, logger);
    }

    /// <summary>Delivers everything that is due, and what becomes due by that.</summary>
    /// <param name="token">Cancels between two messages; one that was begun is finished or given back.</param>
    /// <returns>How many messages were delivered.</returns>
    public async Task<int> DeliverAsync(CancellationToken token = default)
    {
        int delivered = 0;
        while (true)
        {
            DateTimeOffset now = _time.GetUtcNow();
            IReadOnlyList<OutboxEntry> due = await _outbox.TakeAsync(now, now + _options.TakenFor, Batch, token).ConfigureAwait(false);
            foreach (OutboxEntry entry in due)
            {
                token.ThrowIfCancellationRequested();
                delivered += await DeliverAsync(entry, token).ConfigureAwait(false) ? 1 : 0;
            }

            if (due.Count == 0)
                return delivered;
        }
    }

    private async Task<bool> DeliverAsync(OutboxEntry entry, CancellationToken token)
    {
        try
        {
            await TellAsync(entry, token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a client's page throws, the message waits or is parked, visibly; the log says why.
        catch (Exception error) when (error is not OperationCanceledException || !token.IsCancellationRequested)
#pragma warning restore CA1031
        {
            bool parks = entry.Attempts >= _options.MaxAttempts;
            Log.NotDelivered(_logger, entry.Message.Id, entry.Attempts, error.GetType().Name, parks);
            await _outbox.FailedAsync(entry.Sequence, parks ? null : _time.GetUtcNow() + Delay(entry.Attempts), error.GetType().Name, CancellationToken.None).ConfigureAwait(false);
            return false;
        }

        await _outbox.DeliveredAsync(entry.Sequence, CancellationToken.None).ConfigureAwait(false);
        return true;
    }

    private async Task TellAsync(OutboxEntry entry, CancellationToken token)
    {
        EstablishmentId establishment = entry.Message.Establishment;
        if (await _establishments.FindAsync(establishment, token).ConfigureAwait(false) is not { PublicationEnabled: true })
            return;
        switch (entry.Message)
        {
            case OutgoingMessage.StatusChanged { Contact: var key }:
                if (await _store.FindAsync(key, token).ConfigureAwait(false) is { History: [.., var last] } notice)
                    await _page.ShareAsync(Status(notice, last, entry.Sequence), token).ConfigureAwait(false);
                break;
            case OutgoingMessage.PersonChanged { Number: var number }:
                LedgerSnapshot snapshot = await _ledger.ReadAsync(establishment, [PersonQuery.ByNumber(number)], token).ConfigureAwait(false);
                LedgerPerson? person = snapshot.People.FirstOrDefault(one => one.Number == number);

                // マイページ公開 in the ledger is the truth: whoever is not published there is not shown anew, and never withdrawn.
                if (person is null || IsPublished(person, snapshot))
                    await _page.PublishAsync(new(establishment, number, entry.Sequence, person), token).ConfigureAwait(false);
                break;
        }
    }

    private SharedStatus Status(ContactEntry notice, ContactMove last, long version)
    {
        string? message = notice.History.LastOrDefault(move => move.MessageToClient is not null && move.To == notice.Status)?.MessageToClient;
        return new(notice.Key, version, notice.Contact.Kind, notice.Status, _labels.For(notice.Contact.Kind, notice.Status).OnMyPage, message, last.At);
    }

    private static bool IsPublished(LedgerPerson person, LedgerSnapshot snapshot) =>
        !snapshot.Fields.Contains(PersonFields.Published) || person.Row[PersonFields.Published] == LedgerValue.OfYesNo(true) || person.Row[PersonFields.Published].Text == "公開";

    /// <summary>Exponential, with jitter: 5 s, 10 s, 20 s … an hour at most, each between half and the whole of it.</summary>
    private TimeSpan Delay(int attempts)
    {
        double whole = Math.Min(_options.FirstDelay.TotalSeconds * Math.Pow(2, Math.Min(attempts - 1, 30)), _options.LongestDelay.TotalSeconds);
#pragma warning disable CA5394 // Jitter keeps hosts apart; nothing is kept secret by it.
        return TimeSpan.FromSeconds(whole * (0.5 + (Random.Shared.NextDouble() / 2)));
#pragma warning restore CA5394
    }
}
