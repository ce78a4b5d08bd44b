namespace CellsContact.MyNumbers;

/// <summary>How マイナンバー are handled.</summary>
public sealed class MyNumberOptions
{
    /// <summary>The key that seals the access log: 32 bytes or more, random, from outside the database, the same for as long as the log is kept.</summary>
    /// <value><c>null</c>: a gap that is reported when the host starts.</value>
#pragma warning disable CA1819 // Key material is an array: it is bound from configuration and never changed in place.
    public byte[]? LogKey { get; set; }
#pragma warning restore CA1819

    /// <summary>What numbers may be looked at for (利用目的). Only what is listed is granted.</summary>
    /// <value>連絡の確認, 社会保険の手続, 雇用保険の手続, 労災保険の手続, 税の手続.</value>
    public IList<string> Purposes { get; } = ["連絡の確認", "社会保険の手続", "雇用保険の手続", "労災保険の手続", "税の手続"];

    /// <summary>How long a grant lasts.</summary>
    /// <value>5 minutes.</value>
    public TimeSpan GrantLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many unsuccessful authentications an operator has within <see cref="LockoutTime"/>; then no more are judged.</summary>
    /// <value>5.</value>
    public int MaxFailures { get; set; } = 5;

    /// <summary>Over how long unsuccessful authentications are counted, and with it how long an operator is locked out.</summary>
    /// <value>15 minutes.</value>
    public TimeSpan LockoutTime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a number is held whose notice never came to be.</summary>
    /// <value>24 hours.</value>
    public TimeSpan OrphanLifetime { get; set; } = TimeSpan.FromHours(24);
}
