using Microsoft.Extensions.Options;

namespace CellsContact.Contacts;

/// <summary>Where the office's day begins (暦日).</summary>
public sealed class OfficeOptions
{
    /// <summary>The zone in which days are counted.</summary>
    /// <value>Asia/Tokyo, nine hours ahead of UTC, without daylight saving time; needs no zone data on the machine.</value>
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.CreateCustomTimeZone("Asia/Tokyo", TimeSpan.FromHours(9), "Asia/Tokyo", "Asia/Tokyo");
}

/// <summary>Now and today, in the office's zone: law counts in days, in Japan.</summary>
/// <remarks>Thread-safe. The only place where an instant becomes a day.</remarks>
public sealed class OfficeClock
{
    private readonly TimeProvider _time;
    private readonly TimeZoneInfo _zone;

    /// <summary>Makes a clock.</summary>
    /// <param name="time">The time.</param>
    /// <param name="options">The zone.</param>
    public OfficeClock(TimeProvider time, IOptions<OfficeOptions> options)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(options);
        (_time, _zone) = (time, options.Value.TimeZone);
    }

    /// <summary>Now, with the zone's offset.</summary>
    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(_time.GetUtcNow(), _zone);

    /// <summary>Today in the zone.</summary>
    public DateOnly Today => DayOf(_time.GetUtcNow());

    /// <summary>The day of an instant in the zone.</summary>
    /// <param name="instant">The instant.</param>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _zone).DateTime);

    /// <summary>The first instant of a day in the zone.</summary>
    /// <param name="day">The day.</param>
    public DateTimeOffset StartOf(DateOnly day)
    {
        DateTime start = day.ToDateTime(TimeOnly.MinValue);
        return new(start, _zone.GetUtcOffset(start));
    }
}
