using System.Globalization;
using CellsContact.Trials;

namespace CellsContact.Torture.Victims;

/// <summary>So many minutes after the office's morning, and going on: what a killed host had taken to deliver is due in the next one.</summary>
internal sealed class LaterClock(string minutes) : TimeProvider
{
    private readonly DateTimeOffset _start = TrialOffice.Hours.GetUtcNow().AddMinutes(int.Parse(minutes, CultureInfo.InvariantCulture));
    private readonly long _started = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => _start + System.GetElapsedTime(_started);
}
