using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using CellsContact.LeakHunt.Tests.Hunting;

namespace CellsContact.LeakHunt.Tests.Places;

/// <summary>Catches every span and measurement of the process: names, tags, baggage, events.</summary>
internal sealed class CatchingTelemetry : IDisposable
{
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly Haul _haul;

    internal CatchingTelemetry(Haul haul)
    {
        _haul = haul;
        _activities = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<long>(Add);
        _meters.SetMeasurementEventCallback<int>(Add);
        _meters.SetMeasurementEventCallback<double>(Add);
        _meters.Start();
    }

    public void Dispose()
    {
        _meters.Dispose();
        _activities.Dispose();
    }

    private void Add(Activity activity)
    {
        string place = $"span {activity.OperationName}";
        _haul.Add(place, $"{activity.DisplayName} {activity.StatusDescription} {activity.TraceStateString}");
        foreach ((string name, object? value) in activity.TagObjects)
            _haul.Add(place, $"{name}={value}");
        foreach ((string name, string? value) in activity.Baggage)
            _haul.Add(place, $"{name}={value}");
        foreach (ActivityEvent happened in activity.Events)
            _haul.Add(place, $"{happened.Name} {string.Join(' ', happened.Tags.Select(tag => $"{tag.Key}={tag.Value}"))}");
    }

    private void Add<T>(Instrument instrument, T measurement, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
        where T : struct
    {
        string place = $"metric {instrument.Name}";
        _haul.Add(place, string.Create(CultureInfo.InvariantCulture, $"{instrument.Description} {measurement}"));
        foreach ((string name, object? value) in tags)
            _haul.Add(place, $"{name}={value}");
    }
}
