using CellsContact.Retention;

namespace CellsContact.Trials;

/// <summary>A sweep that is cancelled half-way and resumed, watched from outside.</summary>
/// <param name="ErasedBefore">How many notices were erased when it had been cancelled.</param>
/// <param name="Report">What the second sweep reported.</param>
/// <param name="Erasing">How long it took up to the last batch, both sweeps together.</param>
/// <param name="Releasing">How long the second sweep took from its last batch on: freeing the bytes, nearly all of it.</param>
/// <param name="Processor">The processor time of all that.</param>
/// <param name="LiveBytes">The most that was alive on the managed heap, beyond what was before.</param>
public sealed record SweepTrial(long ErasedBefore, RetentionReport Report, TimeSpan Erasing, TimeSpan Releasing, TimeSpan Processor, long LiveBytes)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Sweeps, cancels when half of the notices are gone, and sweeps again.</summary>
    public static async Task<SweepTrial> RunAsync(ManyNotices notices, int count)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long live = 0;
        TimeSpan used = Environment.CpuUsage.TotalTime;
        long started = TimeProvider.System.GetTimestamp();
        using (CancellationTokenSource cancelled = new())
        {
            notices.Forgetting = forgotten =>
            {
                if (forgotten >= count / 2)
                    cancelled.Cancel();
            };
            await IsCancelledAsync(Task.Run(() => notices.Sweep.SweepAsync(cancelled.Token)));
        }

        long erased = notices.Count("Tombstones");
        TimeSpan erasing = default;
        notices.Forgetting = forgotten => erasing = TimeProvider.System.GetElapsedTime(started);
        Task<RetentionReport> second = Task.Run(() => notices.Sweep.SweepAsync());
        while (!second.IsCompleted)
            await LookAsync();
        return new(erased, await second, erasing, TimeProvider.System.GetElapsedTime(started) - erasing, Environment.CpuUsage.TotalTime - used, live);

        async Task IsCancelledAsync(Task<RetentionReport> first)
        {
            while (!first.IsCompleted)
                await LookAsync();
            try
            {
                await first;
            }
            catch (OperationCanceledException)
            {
                return;
            }

            throw new InvalidOperationException("The sweep was not cancelled.");
        }

        async Task LookAsync()
        {
            await Task.Delay(s_interval);
            GC.Collect();
            live = Math.Max(live, GC.GetTotalMemory(forceFullCollection: false) - before);
        }
    }
}
