using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CellsContact.Retention;

/// <summary>Sweeps when the host starts and every hour from then on; a failed round is logged and the next one tries again.</summary>
internal sealed class RetentionWorker(RetentionSweep sweep, TimeProvider time, ILogger<RetentionSweep> logger) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(s_interval, time);
        do
        {
            try
            {
                RetentionReport report = await sweep.SweepAsync(stoppingToken).ConfigureAwait(false);
                Log.Swept(logger, report.Contacts, report.Attachments, report.Numbers, report.Left, report.Expiring.Count, report.Unforgotten, report.DamagedAttachments);
            }
#pragma warning disable CA1031 // A worker outlives a bad hour: the failure is logged, what is due stays due.
            catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Log.NotSwept(logger, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }
}
