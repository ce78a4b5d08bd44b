namespace CellsContact.EntityFrameworkCore.Rows;

/// <summary>Instants as every database keeps them exactly: microseconds since 1970 in UTC.</summary>
internal static class Instant
{
    private const long Epoch = 62_135_596_800_000_000;

    /// <summary>The first microsecond there is.</summary>
    internal static long Earliest => DateTimeOffset.MinValue.ToMicroseconds();

    /// <summary>The last microsecond there is.</summary>
    internal static long Latest => DateTimeOffset.MaxValue.ToMicroseconds();

    /// <summary>The microsecond an instant falls into.</summary>
    internal static long ToMicroseconds(this DateTimeOffset instant) => (instant.UtcTicks / TimeSpan.TicksPerMicrosecond) - Epoch;

    /// <summary>The first microsecond that is not before an instant: comparing with it is comparing with the instant.</summary>
    internal static long ToMicrosecondsUp(this DateTimeOffset instant) =>
        ((instant.UtcTicks + TimeSpan.TicksPerMicrosecond - 1) / TimeSpan.TicksPerMicrosecond) - Epoch;

    /// <summary>The instant, in UTC.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such instant: nobody wrote it here.</exception>
    internal static DateTimeOffset FromMicroseconds(long microseconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(microseconds, Earliest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(microseconds, Latest);
        return DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
    }
}
