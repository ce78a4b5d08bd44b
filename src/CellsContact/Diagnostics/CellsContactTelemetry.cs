using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CellsContact.Diagnostics;

/// <summary>The names under which CellsContact traces and measures, for an application's telemetry.</summary>
/// <remarks>Tags hold ids, kinds and outcomes only: never a name, a value or a number.</remarks>
public static class CellsContactTelemetry
{
    /// <summary>The name of the activity source: a span <c>cellscontact.save</c> for each save.</summary>
    public const string ActivitySourceName = "CellsContact";

    /// <summary>The name of the meter: counters <c>cellscontact.received</c>, <c>cellscontact.saves</c> and <c>cellscontact.mynumbers.reveals</c>.</summary>
    public const string MeterName = "CellsContact";

    private static readonly Meter s_meter = new(MeterName);

    internal static ActivitySource Activities { get; } = new(ActivitySourceName);

    internal static Counter<long> Received { get; } = s_meter.CreateCounter<long>("cellscontact.received", "{notice}", "Notices received, by outcome.");

    internal static Counter<long> Reveals { get; } = s_meter.CreateCounter<long>("cellscontact.mynumbers.reveals", "{reveal}", "Requests to show a number, by outcome.");

    internal static Counter<long> Saves { get; } = s_meter.CreateCounter<long>("cellscontact.saves", "{save}", "Saves of notices, by action and outcome.");
}
