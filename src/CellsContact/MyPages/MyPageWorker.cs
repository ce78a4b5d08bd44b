using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CellsContact.MyPages;

/// <summary>Delivers what is due, again and again. Stopping finishes the message that was begun.</summary>
internal sealed class MyPageWorker(MyPageDelivery delivery, TimeProvider time, IOptions<MyPageOptions> options, ILogger<MyPageDelivery> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(options.Value.Interval, time);
        do
        {
            try
            {
                await delivery.DeliverAsync(stoppingToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // A worker outlives a bad round: the failure is logged, the messages stay due.
            catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Log.RoundFailed(logger, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }
}
