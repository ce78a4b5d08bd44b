namespace CellsContact.Retention;

/// <summary>How long notices and attached files are kept (保管期間), in calendar days of the office's zone.</summary>
/// <remarks>Thread-safe. What was received on day D is kept through D plus these days, and erased from 00:00 of the next day.</remarks>
public interface IRetentionPolicy
{
    /// <summary>How many days a notice is kept (連絡データの保管期間は180日間).</summary>
    int ContactDays { get; }

    /// <summary>How many days an attached file is kept (添付ファイルの保管期間は30日間).</summary>
    int AttachmentDays { get; }

    /// <summary>Whether a notice that is still 未 is kept beyond its time, until somebody has processed it.</summary>
    bool HoldsUnprocessed { get; }
}

/// <summary>The manual's periods: 180 days for notices, 30 for attached files, and nothing is held.</summary>
internal sealed class ManualRetention : IRetentionPolicy
{
    public int ContactDays => 180;

    public int AttachmentDays => 30;

    public bool HoldsUnprocessed => false;
}
