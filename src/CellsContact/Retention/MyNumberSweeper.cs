using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CellsContact.Retention;

/// <summary>Runs <see cref="MyNumberSweep"/> when the host starts and every hour from then on; a failed round is logged and the next one tries again.</summary>
internal sealed class MyNumberSweeper(MyNumberSweep sweep, TimeProvider time, ILogger<MyNumberSweep> logger) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(s_interval, time);
        do
        {
            try
            {
                Log.NumbersErased(logger, await sweep.SweepAsync(stoppingToken).ConfigureAwait(false));
            }
#pragma warning disable CA1031 // A worker outlives a bad hour: the failure is logged, the numbers stay due.
            catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Log.NumbersNotErased(logger, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }
}
