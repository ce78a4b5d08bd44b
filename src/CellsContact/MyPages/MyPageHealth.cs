using System.Globalization;
using CellsContact.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CellsContact.MyPages;

/// <summary>Whether the client's page (事業所マイページ) is told what changed: for <c>services.AddHealthChecks().AddCheck&lt;MyPageHealth&gt;("mypage")</c>.</summary>
/// <remarks>
/// Thread-safe; looks at the outbox only. Degraded while a message is parked, or while the oldest one has waited longer than
/// <see cref="MyPageOptions.LongestWait"/>. Descriptions hold counts and durations, nothing else.
/// </remarks>
public sealed class MyPageHealth : IHealthCheck
{
    private const int MostCounted = 1000;
    private readonly IOutbox _outbox;
    private readonly TimeProvider _time;
    private readonly MyPageOptions _options;

    /// <summary>Makes a check.</summary>
    /// <param name="outbox">The messages.</param>
    /// <param name="time">What time it is.</param>
    /// <param name="options">How long a message may wait.</param>
    public MyPageHealth(IOutbox outbox, TimeProvider time, IOptions<MyPageOptions> options)
    {
        ArgumentNullException.ThrowIfNull(outbox);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(options);
        (_outbox, _time, _options) = (outbox, time, options.Value);
    }

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        int parked = (await _outbox.ListAsync(OutboxState.Parked, MostCounted, cancellationToken).ConfigureAwait(false)).Count;
        IReadOnlyList<OutboxEntry> waiting = await _outbox.ListAsync(OutboxState.Waiting, 1, cancellationToken).ConfigureAwait(false);
        TimeSpan waited = waiting is [var oldest] ? _time.GetUtcNow() - oldest.CreatedAt : TimeSpan.Zero;
        Dictionary<string, object> data = new() { ["parked"] = parked, ["oldestWaitingSeconds"] = (long)waited.TotalSeconds };
        List<string> problems = [];
        if (parked > 0)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"{parked}{(parked == MostCounted ? " or more" : "")} messages are parked."));
        if (waited > _options.LongestWait)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"The oldest message has waited for {(long)waited.TotalMinutes} minutes."));
        return problems.Count == 0
            ? HealthCheckResult.Healthy("The client's page is told.", data)
            : HealthCheckResult.Degraded(string.Join(' ', problems), data: data);
    }
}
