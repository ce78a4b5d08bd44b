using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CellsContact.Retention;

/// <summary>Whether what may not be kept any longer (保管期間) is erased: for <c>services.AddHealthChecks().AddCheck&lt;RetentionHealth&gt;("retention")</c>.</summary>
/// <remarks>
/// Thread-safe. For the host that runs <c>AddCellsContactWorkers()</c>: looks at this process's last sweep that went through, or at
/// its start. Degraded after 3 hours without one, that is three rounds; after a whole day the failure status of its registration.
/// </remarks>
public sealed class RetentionHealth : IHealthCheck
{
    private static readonly TimeSpan s_late = TimeSpan.FromHours(3);
    private static readonly TimeSpan s_failed = TimeSpan.FromDays(1);
    private readonly RetentionSweep _sweep;
    private readonly TimeProvider _time;

    /// <summary>Makes a check.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="time">What time it is.</param>
    public RetentionHealth(RetentionSweep sweep, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(time);
        (_sweep, _time) = (sweep, time);
    }

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        cancellationToken.ThrowIfCancellationRequested();
        TimeSpan since = _time.GetUtcNow() - (_sweep.LastSweptAt ?? _sweep.MadeAt);
        string description = string.Create(
            CultureInfo.InvariantCulture, $"{(_sweep.LastSweptAt is null ? "No sweep has gone through since the start" : "The last sweep went through")} {(long)since.TotalMinutes} minutes ago.");
        return Task.FromResult(since > s_failed ? new(context.Registration.FailureStatus, description)
            : since > s_late ? HealthCheckResult.Degraded(description)
            : HealthCheckResult.Healthy(description));
    }
}
