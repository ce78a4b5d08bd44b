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
    private static readonly int[] s_warnings = [30, 14, 7, 1];

    private readonly IContactStore _store;
    private readonly IAttachmentStore _attachments;
    private readonly IMyNumberVault _vault;
    private readonly MyNumberSweep _numbers;
    private readonly MyNumberAccessBook _book;
    private readonly ILedgerMaintenance? _ledger;
    private readonly IRetentionPolicy _policy;
    private readonly OfficeClock _clock;

    internal RetentionSweep(
        IContactStore store, IAttachmentStore attachments, IMyNumberVault vault, MyNumberSweep numbers, MyNumberAccessBook book, ILedgerMaintenance? ledger, IRetentionPolicy policy, OfficeClock clock) =>
        (_store, _attachments, _vault, _numbers, _book, _ledger, _policy, _clock) = (store, attachments, vault, numbers, book, ledger, policy, clock);

    /// <summary>Erases what is due today.</summary>
    /// <param name="token">Cancels between two batches.</param>
    public Task<RetentionReport> SweepAsync(CancellationToken token = default) => RunAsync(new(_clock.Today, IsDryRun: false), token);

    /// <summary>Tells what would be erased on a day. Changes nothing.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="token">Cancels.</param>
    public Task<RetentionReport> PreviewAsync(DateOnly asOf, CancellationToken token = default) => RunAsync(new(asOf, IsDryRun: true), token);

    private async Task<RetentionReport> RunAsync(RetentionReport report, CancellationToken token)
    {
        report = report with { Attachments = await EraseAttachmentsAsync(report, token).ConfigureAwait(false) };
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

    private async Task<RetentionReport> EraseContactsAsync(RetentionReport report, CancellationToken token)
    {
        ContactStoreQuery due = new() { ReceivedBefore = _clock.StartOf(report.AsOf.AddDays(-_policy.ContactDays)), OldestFirst = true, Limit = Batch };
        while (true)
        {
            IReadOnlyList<ContactListItem> page = await _store.ListAsync(due, token).ConfigureAwait(false);
            ContactListItem[] going = [.. page.Where(item => !item.HasOpenAttempt && !(_policy.HoldsUnprocessed && item.Status == ContactStatus.Unprocessed))];
            int numbers = report.IsDryRun ? 0 : await EraseAsync(going, token).ConfigureAwait(false);
            report = report with
            {
                Contacts = report.Contacts + going.Length,
                Numbers = report.Numbers + numbers,
                Left = report.Left + page.Count - going.Length,
                Oldest = report.Oldest ?? going.FirstOrDefault()?.Received.ReceivedAt,
            };
            if (page.Count < Batch)
                return report;
            due = due with { AfterSequence = page[^1].Sequence };
        }
    }

    /// <summary>A batch: first the numbers and files, then the notices, so that what is cut off in between is found again by its notice.</summary>
    private async Task<int> EraseAsync(ContactListItem[] going, CancellationToken token)
    {
        List<ChangeSetId> applied = [];
        int numbers = 0;
        foreach (ContactListItem item in going)
        {
            if (_ledger is not null && (item.IsReflected || item.Status != ContactStatus.Unprocessed) && await _store.FindAsync(item.Key, token).ConfigureAwait(false) is { } entry)
                applied.AddRange(entry.Attempts.Select(attempt => attempt.ChangeSet.Id));
            numbers += await EraseNumbersAsync(item.Contact, token).ConfigureAwait(false);
            if (item.Contact.Attachments.Count > 0)
                await _attachments.EraseAsync(item.Key, token).ConfigureAwait(false);
        }

        HashSet<ContactKey> erased = [.. await _store.EraseAsync([.. going.Select(item => item.Key)], token).ConfigureAwait(false)];
        foreach (IGrouping<EstablishmentId, ChangeSetId> ids in applied.Where(id => erased.Contains(id.Contact)).GroupBy(id => id.Contact.Establishment))
            await _ledger!.ForgetAsync(ids.Key, [.. ids], token).ConfigureAwait(false);
        return numbers;
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
            while (true)
            {
                IReadOnlyList<ContactListItem> page = await _store.ListAsync(query, token).ConfigureAwait(false);
                expiring.AddRange(page.Select(item => new ExpiringContact(item.Key, asOf.AddDays(left), left)));
                if (page.Count < Batch)
                    break;
                query = query with { AfterSequence = page[^1].Sequence };
            }
        }

        return expiring;
    }
}
