using CellsContact.Contacts;

namespace CellsContact.Retention;

/// <summary>What a sweep erased, or would.</summary>
/// <param name="AsOf">The day it was made for.</param>
/// <param name="IsDryRun">Whether nothing was erased.</param>
public sealed record RetentionReport(DateOnly AsOf, bool IsDryRun)
{
    /// <summary>How many notices.</summary>
    public int Contacts { get; init; }

    /// <summary>How many attached files, those with damaged records that are certainly due among them.</summary>
    public int Attachments { get; init; }

    /// <summary>How many damaged records of attached files were left: whether they are due cannot be told yet.</summary>
    public int DamagedAttachments { get; init; }

    /// <summary>How many numbers (マイナンバー): orphans, former ones, and those of erased notices.</summary>
    public int Numbers { get; init; }

    /// <summary>How many notices were due and left: a save of them is open, or 未 is held.</summary>
    public int Left { get; init; }

    /// <summary>How many applied sets of erased notices the ledger could not be made to forget, because it was not usable: they stay in it.</summary>
    public int Unforgotten { get; init; }

    /// <summary>When the oldest notice that was erased had been received.</summary>
    public DateTimeOffset? Oldest { get; init; }

    /// <summary>The day the next notice is due; <c>null</c> when there is none.</summary>
    public DateOnly? NextDue { get; init; }

    /// <summary>Notices that are still 未 and due in 30, 14, 7 or 1 days.</summary>
    public IReadOnlyList<ExpiringContact> Expiring { get; init; } = [];
}

/// <summary>A notice that is still 未 and will be erased soon (未処理のまま保管期間が終わる連絡).</summary>
/// <param name="Key">The notice.</param>
/// <param name="LastDay">The last day it is kept.</param>
/// <param name="DaysLeft">How many days are left: 30, 14, 7 or 1.</param>
public sealed record ExpiringContact(ContactKey Key, DateOnly LastDay, int DaysLeft);
