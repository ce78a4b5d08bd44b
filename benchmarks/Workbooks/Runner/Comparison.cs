using System.Diagnostics;
using System.Globalization;

namespace CellsContact.Benchmarks.Workbooks;

/// <summary>Runs every case in a process of its own, checks what came out, and prints one table.</summary>
internal static class Comparison
{
    private static readonly string[] s_peers = ["OpenXmlSdk", "EpPlus", "Npoi", "ClosedXml"];

    /// <param name="args">Numbers of employees; <c>--peers</c> runs the other libraries too, <c>--rounds=3</c> repeats every case in that many processes.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        bool withPeers = args.Contains("--peers");
        int rounds = args.FirstOrDefault(a => a.StartsWith("--rounds=", StringComparison.Ordinal)) is { } option ? Number(option[9..]) : 3;
        int[] sizes = [.. args.Where(a => !a.StartsWith("--", StringComparison.Ordinal)).Select(Number).DefaultIfEmpty(1_000)];
        string folder = Directory.CreateTempSubdirectory("workbooks-").FullName;
        bool isClean = true;
        try
        {
            foreach (int size in sizes)
                isClean &= await CompareAsync(folder, size, rounds, withPeers);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return isClean ? 0 : 1;
    }

    private static async Task<bool> CompareAsync(string folder, int employees, int rounds, bool withPeers)
    {
        string input = Path.Combine(folder, $"{employees}.xlsm");
        string output = Path.Combine(folder, "E001.xlsm");
        Ledger ledger = new(employees);
        LedgerFile.Write(ledger, input);
        string size = employees.ToString(CultureInfo.InvariantCulture);
        // A case takes from milliseconds to a minute: the small ones are repeated more.
        string repeats = employees <= 1_000 ? "40" : employees <= 10_000 ? "10" : "3";
        Console.WriteLine($"\n{employees:N0} employees, {new FileInfo(input).Length / 1048576.0:0.0} MiB, best and median of {rounds} processes, {repeats} further calls in each\n");
        Console.WriteLine("| case | first ms: best, median | warm ms: best, median | peak MiB: first, all | allocated MiB | first / floor-1 | warm / floor-1 | formula results lost |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");

        bool isClean = true;
        List<Trial>[] reading = await TakeTurnsAsync([["copy", input, repeats], ["inflate", input, repeats], ["index", input, repeats]]);
        Show("copy the file and flush", reading[0], null);
        Summary? inflate = Show("inflate 個人情報 alone", reading[1], null);
        Show("index of 個人情報 (÷ inflate)", reading[2], inflate);
        foreach (string name in (string[])["single", "batch"])
        {
            Work work = Work.Of(name, ledger);
            List<Trial>[] saving = await TakeTurnsAsync(
                [["floor-1", input, name, repeats], ["floor-6", input, name, repeats], ["ours", input, output, size, name, repeats]]);
            Summary? floor = Show($"{name}: floor-1", saving[0], null);
            Show($"{name}: floor-6", saving[1], floor);
            Show($"{name}: **this library**", saving[2], floor, work);
            foreach (string peer in withPeers ? s_peers : [])
            {
                string program = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "Peers", peer, "bin", "Release", "net10.0", $"CellsContact.Benchmarks.Workbooks.{peer}.dll");
                Trial? trial = await MeasureAsync([program, input, output, size, name, employees <= 10_000 ? "1" : "0"]);
                Show($"{name}: {peer}", trial is null ? [] : [trial], floor, work);
            }
        }

        return isClean;

        // Round by round, so that what else the machine does hits all of them.
        async Task<List<Trial>[]> TakeTurnsAsync(string[][] cases)
        {
            List<Trial>[] trials = [.. cases.Select(_ => new List<Trial>())];
            for (int round = 0; round < rounds; round++)
            {
                for (int i = 0; i < cases.Length; i++)
                {
                    if (await MeasureAsync([Environment.GetCommandLineArgs()[0], .. cases[i]]) is { } trial)
                        trials[i].Add(trial);
                }
            }

            return trials;
        }

        // Behind the numbers of what saves: what is wrong with the output, or how many formulas have lost their result.
        Summary? Show(string name, List<Trial> trials, Summary? floor, Work? work = null)
        {
            Summary? summary = trials.Count > 0 ? new(trials) : null;
            (string? wrong, int lost) = summary is null ? ("did not come to an end", 0) : work is null ? (null, 0) : Verifier.Check(output, ledger, work);
            isClean &= wrong is null;
            string last = wrong ?? (work is null ? "" : lost.ToString(CultureInfo.InvariantCulture));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {summary?.Line(floor)} | {last} |"));
            return summary;
        }
    }

    private static async Task<Trial?> MeasureAsync(string[] command)
    {
        // A program published as native code is started as it is.
        ProcessStartInfo start = command[0].EndsWith(".dll", StringComparison.Ordinal) ? new("dotnet", command) : new(command[0], command[1..]);
        start.RedirectStandardOutput = true;
        using Process process = Process.Start(start)!;
        string printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? Trial.Parse(printed) : null;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>What several processes of one case measured.</summary>
    private sealed class Summary(List<Trial> trials)
    {
        private double First => trials.Min(t => t.First);

        private double Warm => trials.Min(t => t.Best);

        public string Line(Summary? floor) => string.Create(
            CultureInfo.InvariantCulture,
            $"{First:0.#}, {Median(t => t.First):0.#} | {Warm:0.#}, {Median(t => t.Median):0.#} | {trials.Max(t => t.FirstPeakMiB):0}, {trials.Max(t => t.PeakMiB):0} | {trials.Min(t => t.AllocatedMiB):0.#} | {Ratio(First, floor?.First)} | {Ratio(Warm, floor?.Warm)}");

        private static string Ratio(double value, double? floor) => floor is { } f ? string.Create(CultureInfo.InvariantCulture, $"{value / f:0.00}") : "";

        private double Median(Func<Trial, double> of) => trials.Select(of).Order().ElementAt(trials.Count / 2);
    }
}
