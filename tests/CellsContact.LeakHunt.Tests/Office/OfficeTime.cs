namespace CellsContact.LeakHunt.Tests.Office;

/// <summary>An office's clock that is put forward by hand; waiting takes real time.</summary>
internal sealed class OfficeTime : TimeProvider
{
    private DateTimeOffset _now = new(2026, 9, 1, 0, 30, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    internal void Advance(TimeSpan by) => _now += by;
}
