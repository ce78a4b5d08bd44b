using System.Runtime.CompilerServices;
using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace CellsContact.Retention;

/// <summary>保管期間: erases what may not be kept any longer, and reports what will have to go soon.</summary>
/// <remarks>
/// Thread-safe; may run twice, on several hosts, and be cancelled at any moment: what is left is due the next time. Works in
/// batches, in bounded memory. What stays of a notice is a tombstone, so that a resend is answered as expired.
/// </remarks>
public sealed class RetentionSweep
{
    private const int Batch = 100;
    private const int MostDamaged = 1000;
    private static readonly int[] s_warnings = [30, 14, 7, 1];

    private readonly IContactStore _store;
    private readonly IAttachmentStore _attachments;
    private readonly IMyNumberVault _vault;
    private readonly MyNumberSweep _numbers;
    private readonly MyNumberAccessBook _book;
    private readonly ILedgerMaintenance? _ledger;
    private readonly IRetentionPolicy _policy;
    private readonly OfficeClock _clock;
    private long _lastSwept;

    internal RetentionSweep(
        IContactStore store, IAttachmentStore attachments, IMyNumberVault vault, MyNumberSweep numbers, MyNumberAccessBook book, ILedgerMaintenance? ledger, IRetentionPolicy policy, OfficeClock clock) =>
        (_store, _attachments, _vault, _numbers, _book, _ledger, _policy, _clock, MadeAt) = (store, attachments, vault, numbers, book, ledger, policy, clock, clock.Now);

    /// <summary>When this object last went through a whole sweep; <c>null</c> while it has not.</summary>
    public DateTimeOffset? LastSweptAt => Interlocked.Read(ref _lastSwept) is not 0 and var ticks ? new(ticks, TimeSpan.Zero) : null;

    internal DateTimeOffset MadeAt { get; }

    /// <summary>Erases what is due today.</summary>
    /// <param name="token">Cancels between two batches.</param>
    public async Task<RetentionReport> SweepAsync(CancellationToken token = default)
    {
        RetentionReport report = await RunAsync(new(_clock.Today, IsDryRun: false), token).ConfigureAwait(false);
        Interlocked.Exchange(ref _lastSwept, _clock.Now.UtcTicks);
        return report;
    }

    /// <summary>Tells what would be erased on a day. Changes nothing.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="token">Cancels.</param>
    public Task<RetentionReport> PreviewAsync(DateOnly asOf, CancellationToken token = default) => RunAsync(new(asOf, IsDryRun: true), token);

    private async Task<RetentionReport> RunAsync(RetentionReport report, CancellationToken token)
    {
        report = report with { Attachments = await EraseAttachmentsAsync(report, token).ConfigureAwait(false) };
        report = await EraseDamagedAsync(report, token).ConfigureAwait(false);
        report = await EraseContactsAsync(report, token).ConfigureAwait(false);
        if (!report.IsDryRun)
        {
            report = report with { Numbers = report.Numbers + await _numbers.SweepAsync(token).ConfigureAwait(false) };
            await _store.ReleaseErasedAsync(token).ConfigureAwait(false);
        }

        return report with
        {
            NextDue = await NextDueAsync(report, token).ConfigureAwait(false),
            Expiring = await ExpiringAsync(report.AsOf, token).ConfigureAwait(false),
        };
    }

    private async Task<int> EraseAttachmentsAsync(RetentionReport report, CancellationToken token)
    {
        AttachmentQuery due = new() { OnlyKept = true, ReceivedBefore = _clock.StartOf(report.AsOf.AddDays(-_policy.AttachmentDays)), Limit = Batch };
        int erased = 0;
        while (true)
        {
            IReadOnlyList<StoredAttachment> page = await _attachments.ListAsync(due, token).ConfigureAwait(false);
            foreach (StoredAttachment file in report.IsDryRun ? [] : page)
                await _attachments.EraseContentAsync(file.Key, _clock.Now, token).ConfigureAwait(false);
            erased += page.Count;
            if (page.Count < Batch)
                return erased;
            due = due with { After = page[^1] };
        }
    }

    /// <summary>Of a damaged record it may be known by when the file had been received: then it goes with the others.</summary>
    private async Task<RetentionReport> EraseDamagedAsync(RetentionReport report, CancellationToken token)
    {
        if (_attachments is not IAttachmentMaintenance maintenance)
            return report;
        DateTimeOffset kept = _clock.StartOf(report.AsOf.AddDays(-_policy.AttachmentDays));
        IReadOnlyList<DamagedAttachment> damaged = await maintenance.ListDamagedAsync(MostDamaged, token).ConfigureAwait(false);
        DamagedAttachment[] due = [.. damaged.Where(file => file.ReceivedBy < kept)];
        foreach (DamagedAttachment file in report.IsDryRun ? [] : due)
            await maintenance.EraseDamagedAsync(file, token).ConfigureAwait(false);
        return report with { Attachments = report.Attachments + due.Length, DamagedAttachments = damaged.Count - due.Length };
    }

    private async Task<RetentionReport> EraseContactsAsync(RetentionReport report, CancellationToken token)
    {
        ContactStoreQuery due = new() { ReceivedBefore = _clock.StartOf(report.AsOf.AddDays(-_policy.ContactDays)), OldestFirst = true, Limit = Batch };
        await foreach (IReadOnlyList<ContactListItem> page in PagesAsync(due, token).ConfigureAwait(false))
        {
            ContactListItem[] going = [.. page.Where(item => !item.HasOpenAttempt && !(_policy.HoldsUnprocessed && item.Status == ContactStatus.Unprocessed))];
            Erased erased = report.IsDryRun ? new(going.Length, 0, 0) : await EraseAsync(going, token).ConfigureAwait(false);
            report = report with
            {
                Contacts = report.Contacts + erased.Contacts,
                Numbers = report.Numbers + erased.Numbers,
                Unforgotten = report.Unforgotten + erased.Unforgotten,
                Left = report.Left + page.Count - erased.Contacts,
                Oldest = report.Oldest ?? going.FirstOrDefault()?.Received.ReceivedAt,
            };
        }

        return report;
    }

    /// <summary>A batch: first the ledger, the numbers and files, then the notices, so that what is cut off in between is found again by its notice.</summary>
    private async Task<Erased> EraseAsync(ContactListItem[] going, CancellationToken token)
    {
        (List<ContactKey> keys, List<ChangeSetId> applied, int numbers) = ([], [], 0);
        foreach (ContactListItem item in going)
        {
            // Of an open save the ledger must remember the set. It can have been opened since the list was read.
            if (await SetsOfAsync(item.Key, token).ConfigureAwait(false) is not { } sets)
                continue;
            keys.Add(item.Key);
            applied.AddRange(sets);
            numbers += await EraseNumbersAsync(item.Contact, token).ConfigureAwait(false);
            if (item.Contact.Attachments.Count > 0)
                await _attachments.EraseAsync(item.Key, token).ConfigureAwait(false);
        }

        int unforgotten = await ForgetAsync(applied, token).ConfigureAwait(false);
        return new((await _store.EraseAsync(keys, token).ConfigureAwait(false)).Count, numbers, unforgotten);
    }

    /// <summary>The sets of a notice that its ledger may have; <c>null</c> while a save of it is open.</summary>
    private async Task<IEnumerable<ChangeSetId>?> SetsOfAsync(ContactKey key, CancellationToken token)
    {
        if (_ledger is null)
            return [];
        try
        {
            ContactEntry? entry = await _store.FindAsync(key, token).ConfigureAwait(false);
            return entry?.OpenAttempt is not null ? null : entry?.Attempts.Select(attempt => attempt.ChangeSet.Id) ?? [];
        }
        catch (ContactStoreCorruptException)
        {
            // A notice that cannot be read any more goes like any other.
            return [];
        }
    }

    /// <summary>The notices' clock comes first: a ledger that is not usable does not keep them from being erased.</summary>
    private async Task<int> ForgetAsync(IEnumerable<ChangeSetId> applied, CancellationToken token)
    {
        int unforgotten = 0;
        foreach (IGrouping<EstablishmentId, ChangeSetId> ids in applied.GroupBy(id => id.Contact.Establishment))
        {
            try
            {
                await _ledger!.ForgetAsync(ids.Key, [.. ids], token).ConfigureAwait(false);
            }
            catch (LedgerException)
            {
                unforgotten += ids.Count();
            }
        }

        return unforgotten;
    }

    /// <summary>Numbers that are still held for a notice go with it, on record; linked ones are their owner's and stay.</summary>
    private async Task<int> EraseNumbersAsync(Contact contact, CancellationToken token)
    {
        int erased = 0;
        foreach (string path in MyNumberPaths.Of(contact))
        {
            if (await _vault.FindAsync(new MyNumberSlot(contact.Key, path), token).ConfigureAwait(false) is not { State: MyNumberState.Held } entry)
                continue;
            await _book.RecordErasureAsync(entry, MyNumberSweep.Actor, token).ConfigureAwait(false);
            erased++;
        }

        if (erased > 0)
            await _vault.EraseHeldAsync(contact.Key, token).ConfigureAwait(false);
        return erased;
    }

    private async Task<DateOnly?> NextDueAsync(RetentionReport report, CancellationToken token)
    {
        DateTimeOffset kept = _clock.StartOf(report.AsOf.AddDays(-_policy.ContactDays));
        IReadOnlyList<ContactListItem> oldest = await _store.ListAsync(new() { ReceivedFrom = kept, OldestFirst = true, Limit = 1 }, token).ConfigureAwait(false);
        return oldest is [var next] ? _clock.DayOf(next.Received.ReceivedAt).AddDays(_policy.ContactDays + 1) : null;
    }

    private async Task<IReadOnlyList<ExpiringContact>> ExpiringAsync(DateOnly asOf, CancellationToken token)
    {
        List<ExpiringContact> expiring = [];
        foreach (int left in s_warnings)
        {
            DateOnly received = asOf.AddDays(left - _policy.ContactDays);
            ContactStoreQuery query = new()
            {
                Status = ContactStatus.Unprocessed,
                ReceivedFrom = _clock.StartOf(received),
                ReceivedBefore = _clock.StartOf(received.AddDays(1)),
                OldestFirst = true,
                Limit = Batch,
            };
            await foreach (IReadOnlyList<ContactListItem> page in PagesAsync(query, token).ConfigureAwait(false))
                expiring.AddRange(page.Select(item => new ExpiringContact(item.Key, asOf.AddDays(left), left)));
        }

        return expiring;
    }

    private async IAsyncEnumerable<IReadOnlyList<ContactListItem>> PagesAsync(ContactStoreQuery query, [EnumeratorCancellation] CancellationToken token)
    {
        while (true)
        {
            IReadOnlyList<ContactListItem> page = await _store.ListAsync(query, token).ConfigureAwait(false);
            yield return page;
            if (page.Count < Batch)
                yield break;
            query = query with { AfterSequence = page[^1].Sequence };
        }
    }

    /// <summary>What came of a batch.</summary>
    private readonly record struct Erased(int Contacts, int Numbers, int Unforgotten);
}
