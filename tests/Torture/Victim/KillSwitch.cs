using System.Diagnostics;

namespace CellsContact.Torture.Victims;

/// <summary>Tells every step of the work, and kills the process (SIGKILL) at the one it was set to.</summary>
internal sealed class KillSwitch
{
    private readonly Lock _lock = new();
    private readonly string? _step;
    private int _countdown;

    /// <param name="setting">A step, e.g. <c>ledger.apply.before</c>, or <c>step:3</c> for its third time; <c>null</c> for never.</param>
    internal KillSwitch(string? setting)
    {
        string[] parts = setting?.Split(':') ?? [];
        (_step, _countdown) = (parts.ElementAtOrDefault(0), parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 1);
    }

    internal async ValueTask<T> WatchAsync<T>(string step, Func<ValueTask<T>> work)
    {
        Reach($"{step}.before");
        T result = await work().ConfigureAwait(false);
        Reach($"{step}.after");
        return result;
    }

    internal async ValueTask<bool> WatchAsync(string step, Func<ValueTask> work) => await WatchAsync(step, async () =>
    {
        await work().ConfigureAwait(false);
        return true;
    }).ConfigureAwait(false);

    private void Reach(string step)
    {
        lock (_lock)
        {
            Console.WriteLine($"step {step}");
            if (step == _step && --_countdown == 0)
            {
                using Process self = Process.GetCurrentProcess();
                self.Kill();
                Thread.Sleep(Timeout.Infinite);
            }
        }
    }
}
