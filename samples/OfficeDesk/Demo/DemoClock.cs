namespace OfficeDesk.Demo;

/// <summary>The system's time, but never before the demo's notices were sent.</summary>
internal sealed class DemoClock(TimeProvider time) : TimeProvider
{
    private static readonly DateTimeOffset s_earliest = new(2026, 7, 6, 9, 0, 0, TimeSpan.FromHours(9));

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() is var now && now > s_earliest ? now : s_earliest.ToUniversalTime();
}
