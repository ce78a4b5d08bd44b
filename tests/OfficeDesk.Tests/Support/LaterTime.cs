namespace OfficeDesk.Tests.Support;

/// <summary>The system's time, so much later.</summary>
internal sealed class LaterTime(TimeSpan later) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + later;
}
