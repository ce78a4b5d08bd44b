using System.Diagnostics;
using System.Globalization;

namespace CellsContact.Benchmarks.Workbooks;

/// <summary>One case in a process of its own: the first call and some more, with their times, the peak memory and what was allocated.</summary>
/// <param name="First">The first call's milliseconds.</param>
/// <param name="Best">The best of the further calls; the first one's if there are none.</param>
/// <param name="Median">The median of the further calls.</param>
/// <param name="FirstPeakMiB">The most memory the process held (resident set) up to the end of the first call.</param>
/// <param name="PeakMiB">The same over all calls.</param>
/// <param name="AllocatedMiB">What the first call allocated in managed memory.</param>
public sealed record Trial(double First, double Best, double Median, double FirstPeakMiB, double PeakMiB, double AllocatedMiB)
{
    private const string Mark = "trial:";

    /// <summary>Runs a case as the command line says: input, output, employees, work, number of further calls.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="apply">Does the work on a file that is there, and leaves the result in it.</param>
    public static int Main(string[] args, Action<string, Work> apply)
    {
        ArgumentNullException.ThrowIfNull(args);
        (string input, string output) = (args[0], args[1]);
        Work work = Work.Of(args[3], new Ledger(int.Parse(args[2], CultureInfo.InvariantCulture)));
        Run(int.Parse(args[4], CultureInfo.InvariantCulture), () => File.Copy(input, output, overwrite: true), () => apply(output, work));
        return 0;
    }

    /// <summary>Measures and prints; <paramref name="prepare"/> is not measured.</summary>
    public static void Run(int repeats, Action prepare, Action measured)
    {
        ArgumentNullException.ThrowIfNull(prepare);
        ArgumentNullException.ThrowIfNull(measured);
        prepare();
        long allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);
        double first = Time(measured);
        double allocated = (GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore) / 1048576.0;
        double firstPeak = Peak();
        List<double> more = [];
        for (int i = 0; i < repeats; i++)
        {
            prepare();
            more.Add(Time(measured));
        }

        more.Sort();
        (double best, double median) = more.Count == 0 ? (first, first) : (more[0], more[more.Count / 2]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Mark} {first} {best} {median} {firstPeak} {Peak()} {allocated}"));
    }

    /// <summary>Finds the numbers in what a process printed.</summary>
    public static Trial? Parse(string printed)
    {
        ArgumentNullException.ThrowIfNull(printed);
        string? line = printed.Split('\n').LastOrDefault(l => l.StartsWith(Mark, StringComparison.Ordinal));
        return line?.Trim().Split(' ')[1..].Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray() is [var a, var b, var c, var d, var e, var f]
            ? new(a, b, c, d, e, f) : null;
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Linux tells the high-water mark itself; elsewhere the process does.</summary>
    private static double Peak()
    {
        if (OperatingSystem.IsLinux())
        {
            string line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return double.Parse(line.AsSpan(6).TrimEnd("kB ").Trim(), CultureInfo.InvariantCulture) / 1024;
        }

        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1048576.0;
    }
}
